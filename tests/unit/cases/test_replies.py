"""A reply's way: each step is won by one worker, and what nobody knows is never sent again."""

from datetime import timedelta

import pytest
from botocore.exceptions import ClientError

from shared.cases import due, replies
from shared.cases.change import Change
from shared.cases.items import Reply
from shared.cases.table import Table
from shared.messages import ReplyState
from tests import samples
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import START

LATER = START + timedelta(hours=1)


def stored(table: Table, **given: object) -> Reply:
    table.commit(Change(replies=(samples.reply(**given),)), START)
    return now(table)


def now(table: Table) -> Reply:
    reply = replies.read(table, samples.BRAND, samples.CASE, "r-1")
    assert reply is not None
    return reply


def claimed(table: Table) -> Reply:
    claim = replies.claim(table, samples.BRAND, samples.CASE, "r-1", START)
    assert claim is not None
    return claim


def due_kinds(table: Table) -> list[str]:
    return [item.kind for item in due.due(table, LATER)]


def test_a_planned_reply_is_claimed_once(table: Table) -> None:
    stored(table)
    reply = claimed(table)
    assert (reply.state, reply.attempt, reply.sending_at) == ("sending", 1, START)
    assert reply.fence
    assert replies.claim(table, samples.BRAND, samples.CASE, "r-1", LATER) is None
    assert now(table) == reply


def test_a_claimed_reply_comes_up_again_only_when_its_senders_time_is_out(table: Table) -> None:
    stored(table)
    assert due_kinds(table) == ["reply"]
    reply = claimed(table)
    assert reply.due_at is not None
    assert not replies.is_abandoned(reply, reply.due_at - timedelta(seconds=2))
    assert replies.is_abandoned(reply, reply.due_at)


def test_a_settled_reply_is_nobodys_to_send_again(table: Table) -> None:
    stored(table)
    replies.settle(table, claimed(table), "sent", START, platform_id="77")
    assert due_kinds(table) == []


@pytest.mark.parametrize("state", ["sending", "sent", "failed", "unknown", "superseded"])
def test_what_is_not_planned_is_never_claimed(table: Table, state: ReplyState) -> None:
    stored(table, state=state)
    assert replies.claim(table, samples.BRAND, samples.CASE, "r-1", START) is None
    assert now(table).state == state


def test_a_reply_that_is_not_there_is_neither_claimed_nor_made(
    table: Table, dynamodb: MemoryDynamoDB
) -> None:
    assert replies.claim(table, samples.BRAND, samples.CASE, "r-9", START) is None
    assert replies.read(table, samples.BRAND, samples.CASE, "r-9") is None
    assert not dynamodb.items


def test_only_the_holder_of_the_fence_settles(table: Table) -> None:
    stored(table)
    mine = claimed(table)
    stranger = mine.model_copy(update={"fence": "another"})
    assert replies.settle(table, stranger, "failed", LATER) is None
    sent = replies.settle(table, mine, "sent", LATER, text="Words.", platform_id="99")
    assert sent is not None
    assert (sent.state, sent.text, sent.platform_id) == ("sent", "Words.", "99")
    assert replies.settle(table, mine, "failed", LATER) is None
    assert now(table) == sent


def test_put_off_is_planned_again_and_comes_up_when_it_may(table: Table) -> None:
    stored(table)
    until = LATER - timedelta(minutes=1)
    put_off = replies.put_off(table, claimed(table), until, "rate_limited")
    assert put_off is not None
    assert (put_off.state, put_off.due_at, put_off.attempt) == ("planned", until, 1)
    assert due_kinds(table) == ["reply"]
    assert list(due.due(table, START)) == []
    assert claimed(table).attempt == 2


def test_who_lost_the_claim_puts_nothing_off(table: Table) -> None:
    stored(table)
    mine = claimed(table)
    replies.settle(table, mine, "sent", LATER, platform_id="99")
    assert replies.put_off(table, mine, LATER, "rate_limited") is None
    assert now(table).state == "sent"


def test_a_sender_that_is_silent_too_long_has_abandoned_its_reply(table: Table) -> None:
    stored(table)
    reply = claimed(table)
    limit = START + timedelta(seconds=replies.SENDING_SECONDS)
    assert not replies.is_abandoned(reply, limit)
    assert replies.is_abandoned(reply, limit + timedelta(seconds=1))
    assert not replies.is_abandoned(samples.reply(), limit + timedelta(days=9))


@pytest.mark.parametrize(("found", "state"), [("99", "sent"), (None, "unknown")])
def test_a_look_at_the_platform_is_recorded_once(
    table: Table, found: str | None, state: ReplyState
) -> None:
    stored(table)
    unknown = replies.settle(table, claimed(table), "unknown", START, look_at=START)
    assert unknown is not None
    assert due_kinds(table) == ["reply"]
    looked = replies.resolve(table, unknown, state, LATER, platform_id=found)
    assert looked is not None
    assert (looked.state, looked.platform_id, looked.due_at) == (state, found, None)
    assert replies.resolve(table, unknown, "sent", LATER, platform_id="other") is None
    assert due_kinds(table) == []


def test_holding_keeps_the_text_to_be_read_and_claims_nothing(table: Table) -> None:
    reply = stored(table)
    assert replies.hold(table, reply, LATER, "A draft.", "mode_draft")
    held = now(table)
    assert (held.state, held.text, held.due_at, held.attempt) == ("planned", "A draft.", LATER, 0)


def test_what_is_on_its_way_is_not_held(table: Table) -> None:
    stored(table)
    reply = claimed(table)
    assert not replies.hold(table, reply, LATER, "A draft.", "mode_draft")
    assert now(table) == reply


def test_a_table_that_is_down_is_no_lost_claim(table: Table, dynamodb: MemoryDynamoDB) -> None:
    stored(table)
    dynamodb.is_down = True
    with pytest.raises(ClientError):
        claimed(table)
