"""A parked record keeps its reason and its message, whatever it is."""

from datetime import timedelta

import pytest

from shared.cases import keys, tombstones
from shared.cases.items import Parked
from shared.cases.parked import parked
from shared.errors import Erased, Park
from shared.parking import park_in
from tests import samples
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import START, Clock


def kept(dynamodb: MemoryDynamoDB, clock: Clock, body: str, brand: str | None = None) -> Parked:
    table = samples.table(dynamodb)
    park_in(table, "escalation", clock)(samples.record(body), Park("a_reason", "a detail"))
    (found,) = parked(table, brand, START)
    return found


def test_a_message_is_kept_whole_under_its_brand_with_its_reason(
    dynamodb: MemoryDynamoDB, clock: Clock
) -> None:
    body = samples.classified().model_dump_json()
    found = kept(dynamodb, clock, body, samples.BRAND)
    assert (found.reason, found.detail, found.stage) == ("a_reason", "a detail", "escalation")
    assert (found.event_id, found.platform, found.body) == (samples.EVENT, "facebook", body)


@pytest.mark.parametrize("body", ["", "no JSON", "[]", "[" * 100_000, '{"brand": 7, "post": 8}'])
def test_what_nobody_can_read_is_kept_all_the_same(
    dynamodb: MemoryDynamoDB, clock: Clock, body: str
) -> None:
    found = kept(dynamodb, clock, body)
    assert (found.event_id, found.brand, found.body) == ("1", None, body)


def test_the_archives_key_goes_along(dynamodb: MemoryDynamoDB, clock: Clock) -> None:
    aside = '{"event_id": "e", "platform": "x", "raw_key": "archive/1"}'
    found = kept(dynamodb, clock, aside)
    assert (found.raw_key, found.platform) == ("archive/1", "x")


def test_a_record_parked_later_again_is_another_entry(
    dynamodb: MemoryDynamoDB, clock: Clock
) -> None:
    table = samples.table(dynamodb)
    for _ in range(2):
        park_in(table, "escalation", clock)(samples.record("{}"), Park("a_reason"))
        clock.pass_by(minutes=1)
    assert [p.at for p in parked(table, None, START)] == [START + timedelta(minutes=1), START]


def test_what_was_erased_since_it_was_read_ahead_is_kept_nowhere(
    dynamodb: MemoryDynamoDB, clock: Clock
) -> None:
    table, body = samples.table(dynamodb), samples.classified().model_dump_json()
    talk = keys.conversation_key(samples.BRAND, samples.CONVERSATION)
    with table.reading_ahead():
        table.foresee([talk])
        tombstones.bury(samples.table(dynamodb), samples.BRAND, samples.CONVERSATION, clock())
        with pytest.raises(Erased):
            park_in(table, "escalation", clock)(samples.record(body), Park("a_reason"))
    assert parked(table, samples.BRAND, START) == []
