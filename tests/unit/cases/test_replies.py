"""A reply's way: each step is won by one worker, and what nobody knows is never sent again."""

from datetime import datetime, timedelta

import pytest
from botocore.exceptions import ClientError

from functions.dispatch import words
from shared.cases import claims, due, replies
from shared.cases.change import Change
from shared.cases.claims import Claim
from shared.cases.items import Reply
from shared.cases.table import Table
from shared.cases.threads import Thread
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
    claim = take(table, now(table))
    assert claim is not None
    return claim


def take(table: Table, reply: Reply, text: str = "Words.", at: datetime = START) -> Reply | None:
    return claims.claim(table, reply, Claim(text, reply.target), at)


def due_kinds(table: Table) -> list[str]:
    return [item.kind for item in due.due(table, LATER)]


def test_a_reply_keeps_what_its_words_are_chosen_by_and_not_why_it_was_labelled_so(
    table: Table,
) -> None:
    told = samples.labels(
        topic="billing",
        amounts=({"value": 30_000, "currency": "USD"},),
        is_safety=True,
        waiting_days=90,
        contact_count=13,
        place="San Mateo",
        product="Model 3",
        reference="A-17",
        themes=("battery", "bill"),
        confidence={"topic": 0.4, "kind": 0.9},
        evidence={"is_safety": ("under recall",), "kind": ("30,000",)},
    )
    kept = stored(table, labels=told).labels
    assert (words.facts(kept), words.topic_of(kept)) == (words.facts(told), words.topic_of(told))
    assert (kept.themes, set(kept.confidence), set(kept.evidence)) == ((), {"topic"}, {"is_safety"})


def test_a_planned_reply_is_claimed_once(table: Table) -> None:
    planned = stored(table)
    reply = claimed(table)
    assert (reply.state, reply.attempt, reply.sending_at) == ("sending", 1, START)
    assert reply.fence
    assert take(table, planned, at=LATER) is None
    assert now(table) == reply


def test_a_claimed_reply_comes_up_again_only_when_its_senders_time_is_out(table: Table) -> None:
    stored(table)
    assert due_kinds(table) == ["reply"]
    reply = claimed(table)
    assert reply.due_at is not None
    assert not replies.is_abandoned(reply, reply.due_at - timedelta(seconds=2))
    assert replies.is_abandoned(reply, reply.due_at)


@pytest.mark.parametrize(
    ("planned_for", "expected"),
    [(300, 300), (121, 121), (302, 121), (120, 121), (0, 121)],  # seconds from the claim
)
def test_a_claim_moves_a_date_only_where_its_sender_would_be_looked_for_too_soon_or_too_late(
    table: Table, planned_for: int, expected: int
) -> None:
    stored(table, due_at=START + timedelta(seconds=planned_for))
    assert claimed(table).due_at == now(table).due_at == START + timedelta(seconds=expected)


def test_a_settled_reply_is_nobodys_to_send_again(table: Table) -> None:
    stored(table)
    replies.settle(table, claimed(table), "sent", START, platform_id="77")
    assert due_kinds(table) == []


@pytest.mark.parametrize("state", ["drafted", "sending", "sent", "failed", "unknown", "superseded"])
def test_what_is_not_planned_is_never_claimed(table: Table, state: ReplyState) -> None:
    reply = stored(table, state=state)
    assert take(table, reply.model_copy(update={"state": "planned"})) is None
    assert now(table).state == state


def test_a_reply_that_is_not_there_is_neither_claimed_nor_made(
    table: Table, dynamodb: MemoryDynamoDB
) -> None:
    assert take(table, samples.reply(reply_id="r-9")) is None
    assert replies.read(table, samples.BRAND, samples.CASE, "r-9") is None
    assert not dynamodb.items


def test_only_the_holder_of_the_fence_settles(table: Table) -> None:
    stored(table)
    mine = claimed(table)
    stranger = mine.model_copy(update={"fence": "another"})
    assert replies.settle(table, stranger, "failed", LATER) is None
    sent = replies.settle(table, mine, "sent", LATER, platform_id="99")
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
    if found:
        looked = replies.found(table, unknown, LATER, found)
    else:
        looked = replies.not_found(table, unknown, LATER, "ReadTimeoutError")
    assert looked is not None
    assert (looked.state, looked.platform_id, looked.due_at) == (state, found, None)
    assert replies.found(table, unknown, LATER, "other") is None
    assert due_kinds(table) == []


def test_holding_keeps_the_text_to_be_read_and_claims_nothing(table: Table) -> None:
    reply = stored(table)
    held = replies.hold(table, reply, "A draft.", "mode_draft")
    assert held == now(table)
    assert held is not None
    assert (held.state, held.text, held.attempt) == ("planned", "A draft.", 0)


def test_what_is_held_comes_up_when_the_stage_is_live_or_when_it_is_too_old(table: Table) -> None:
    reply = stored(table)
    replies.hold(table, reply, None, "mode_off")
    assert due_kinds(table) == []
    assert [item.kind for item in due.due(table, START, is_live=True)] == ["reply"]
    assert [item.kind for item in due.due(table, reply.not_after)] == ["reply"]


def test_what_was_taken_out_of_the_hold_is_not_held_any_more(table: Table) -> None:
    replies.hold(table, stored(table), None, "mode_off")
    (item,) = due.due(table, START, is_live=True)
    assert due.take(table, item, START)
    assert list(due.due(table, START, is_live=True)) == []
    assert due_kinds(table) == ["reply"], "it comes up again if it didn't arrive"


@pytest.mark.parametrize("how", ["hold", "wait", "give_up"])
def test_what_is_on_its_way_is_neither_held_nor_put_off_nor_given_up(
    table: Table, how: str
) -> None:
    read_before = stored(table)
    reply = claimed(table)
    changes = {
        "hold": lambda: replies.hold(table, read_before, "A draft.", "mode_draft"),
        "wait": lambda: replies.wait(table, read_before, LATER, "earlier_reply"),
        "give_up": lambda: replies.give_up(table, read_before, LATER, "post_deleted"),
    }
    assert changes[how]() is None
    assert now(table) == reply


def test_a_reply_that_went_and_came_back_is_not_the_one_that_was_read(table: Table) -> None:
    read_before = stored(table)
    replies.put_off(table, claimed(table), LATER, "rate_limited")
    assert take(table, read_before) is None
    assert replies.give_up(table, read_before, LATER, "post_deleted") is None


def test_the_text_that_was_read_is_the_one_that_leaves(table: Table) -> None:
    read_before = stored(table)
    replies.hold(table, read_before, "What a person approved.", "mode_draft")
    assert take(table, read_before, "Something else.") is None
    (approved,) = table.replies(samples.BRAND, samples.CASE)
    changed = approved.model_copy(update={"text": "Not what stands there."})
    assert take(table, changed, "Not what stands there.") is None
    assert take(table, approved, "What a person approved.") is not None


def test_a_draft_waits_for_nobody_but_its_person(table: Table) -> None:
    kept = replies.keep_draft(table, stored(table, state="drafted"), "A draft.")
    assert kept is not None
    assert (kept.state, kept.text, kept.due_at) == ("drafted", "A draft.", None)
    assert due_kinds(table) == []


def test_two_that_answer_in_one_thread_do_not_take_the_same_version_of_it(table: Table) -> None:
    mine = stored(table)
    table.commit(Change(replies=(samples.reply(case_id="c-2"),)), START)
    theirs = replies.read(table, samples.BRAND, "c-2", "r-1")
    assert theirs is not None
    first = Thread().with_text("r-1", "The same words.")
    assert claims.claim(table, mine, Claim("The same words.", mine.target, first), START)
    again = Claim("The same words.", theirs.target, first)
    assert claims.claim(table, theirs, again, START) is None
    unchanged = replies.read(table, samples.BRAND, "c-2", "r-1")
    assert unchanged == theirs, "nothing of it was written"


def test_a_table_that_is_down_is_no_lost_claim(table: Table, dynamodb: MemoryDynamoDB) -> None:
    stored(table)
    dynamodb.is_down = True
    with pytest.raises(ClientError):
        claimed(table)
