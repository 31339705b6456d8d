"""What has come due is found, taken once, and costs by what is due and not by what is open."""

from datetime import timedelta

import pytest
from botocore.exceptions import ClientError

from shared.cases import due, keys
from shared.cases.change import Change
from shared.cases.table import Table
from tests import samples
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import START

OPEN = 60


def plan(table: Table, number: int, minutes: int | None) -> None:
    at = None if minutes is None else START + timedelta(minutes=minutes)
    reply = samples.reply(case_id=f"c-{number}", reply_id=f"r-{number}", due_at=at)
    table.commit(Change(replies=(reply,)), START)


def due_now(table: Table) -> list[str]:
    return sorted(item.item_id for item in due.due(table, START))


def test_only_what_is_due_by_now_comes_up(table: Table) -> None:
    for number, minutes in enumerate((-1, 0, 1, None)):
        plan(table, number, minutes)
    assert due_now(table) == ["r-0", "r-1"]


def test_everything_due_comes_up_over_all_pages_and_shards(table: Table) -> None:
    for number in range(OPEN):
        plan(table, number, -1)
    assert len(due_now(table)) == OPEN


def test_what_is_open_and_not_due_costs_nothing(table: Table, dynamodb: MemoryDynamoDB) -> None:
    for number in range(OPEN):
        plan(table, number, 5)
    dynamodb.calls.clear()
    assert due_now(table) == []
    assert dynamodb.calls == {"Query": 2 * keys.DUE_SHARDS}
    assert dynamodb.items_read == 0


def test_a_due_item_tells_all_that_its_message_needs(table: Table) -> None:
    plan(table, 1, -1)
    (item,) = due.due(table, START)
    assert (item.kind, item.brand, item.case_id, item.item_id) == ("reply", "acme", "c-1", "r-1")
    assert (item.event_id, item.conversation) == (samples.EVENT, samples.CONVERSATION)


def test_a_case_comes_up_by_its_next_date(table: Table) -> None:
    table.commit(Change(case=samples.case(due_at=START)), START)
    (item,) = due.due(table, START)
    assert (item.kind, item.case_id, item.event_id) == ("case", samples.CASE, samples.EVENT)


def test_an_item_is_taken_once_until_its_lease_is_out(table: Table) -> None:
    plan(table, 1, -1)
    (item,) = due.due(table, START)
    assert due.take(table, item, START)
    assert not due.take(table, item, START)
    assert due_now(table) == []
    after = START + timedelta(seconds=due.LEASE_SECONDS)
    assert [again.item_id for again in due.due(table, after)] == ["r-1"]


def test_a_table_that_is_down_is_not_somebody_faster(
    table: Table, dynamodb: MemoryDynamoDB
) -> None:
    plan(table, 1, -1)
    (item,) = due.due(table, START)
    dynamodb.is_down = True
    with pytest.raises(ClientError):
        due.take(table, item, START)
