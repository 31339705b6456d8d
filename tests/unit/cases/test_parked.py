"""What couldn't be handled stands where people look for it."""

from datetime import timedelta

from shared.cases.items import Parked
from shared.cases.parked import KEEP_DAYS, park, parked, unpark
from shared.cases.table import Table
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import START


def one(number: int = 1, brand: str | None = "acme") -> Parked:
    return Parked(
        event_id=f"e-{number}",
        at=START + timedelta(minutes=number),
        brand=brand,
        stage="escalation",
        reason="no_such_case",
        body='{"kind": "CaseDue"}',
    )


def test_the_newest_of_a_month_comes_first_over_all_pages(table: Table) -> None:
    for number in range(12):
        park(table, one(number))
    assert parked(table, "acme", START) == [one(number) for number in reversed(range(12))]
    assert parked(table, "acme", START + timedelta(days=31)) == []


def test_parked_twice_is_parked_once(table: Table, dynamodb: MemoryDynamoDB) -> None:
    park(table, one())
    park(table, one())
    assert parked(table, "acme", START) == [one()]
    assert len(dynamodb.items) == 1


def test_two_messages_of_one_event_are_both_kept_though_parked_in_one_millisecond(
    table: Table,
) -> None:
    other = one().model_copy(update={"body": '{"kind": "ReplyRequested"}'})
    elsewhere = one().model_copy(update={"stage": "dispatch"})
    for each in (one(), other, elsewhere, one()):
        park(table, each)
    found = parked(table, "acme", START)
    assert [(it.stage, it.body) for it in reversed(found)] == [
        (it.stage, it.body) for it in (one(), other, elsewhere)
    ]
    for each in found:
        unpark(table, each)
    assert parked(table, "acme", START) == []


def test_what_belongs_to_no_brand_is_listed_apart(table: Table) -> None:
    park(table, one(brand=None))
    assert parked(table, "acme", START) == []
    assert parked(table, None, START) == [one(brand=None)]


def test_it_is_kept_longer_than_any_dead_letter_queue(
    table: Table, dynamodb: MemoryDynamoDB
) -> None:
    park(table, one())
    (item,) = dynamodb.rows()
    kept = int(item["expires_at"]["N"]) - one().at.timestamp()
    assert kept == timedelta(days=KEEP_DAYS).total_seconds()
    assert item["trace_id"] == {"S": "e-1"}
