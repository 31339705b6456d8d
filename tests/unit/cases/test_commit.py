"""One event's whole effect, with the mark that it was done: all of it, once, or nothing."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from botocore.exceptions import ClientError

from functions.escalation.known import of_post
from shared.cases import keys
from shared.cases.attributes import from_item
from shared.cases.change import Change, SeenPost
from shared.cases.items import Brief, Conversation, Entry, Reply
from shared.cases.table import Table
from shared.errors import AlreadyDoneError, ConflictError
from tests import samples
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import START

ENTRY = Entry(
    brand=samples.BRAND,
    case_id=samples.CASE,
    entry_id="e-1",
    event_id=samples.EVENT,
    at=START,
    recorded_at=START,
    what="post created",
    by="rule complaint",
)
BRIEF = Brief(
    brand=samples.BRAND,
    case_id=samples.CASE,
    brief_id="b-1",
    event_id=samples.EVENT,
    conversation=samples.CONVERSATION,
    to="care",
    why="a serious complaint",
    page="One page.",
    due_at=START,
)
TALK = Conversation(
    brand=samples.BRAND,
    conversation=samples.CONVERSATION,
    version=1,
    open_case_id=samples.CASE,
    automatic_replies=1,
)


def seen(**given: Any) -> SeenPost:  # noqa: ANN401
    post = samples.post(**given)
    return SeenPost(samples.BRAND, post, samples.CASE, post.text, samples.EVENT, "complaint")


OPENING = Change(seen(), TALK, samples.case(), (ENTRY,), (samples.reply(),), (), (BRIEF,))


def known(table: Table) -> object:
    return of_post(table, samples.BRAND, samples.post(), samples.CONVERSATION, None)


def test_everything_of_a_change_can_be_read_again(table: Table) -> None:
    table.commit(OPENING, START)
    found = of_post(table, samples.BRAND, samples.post(), samples.CONVERSATION, None)
    assert found.post.case_id == samples.CASE
    assert found.post.seen == {"created#0"}
    assert (found.conversation, found.case) == (TALK, samples.case())
    assert table.replies(samples.BRAND, samples.CASE) == (samples.reply(),)
    assert table.entries(samples.BRAND, samples.CASE) == [ENTRY]
    assert table.brief(samples.BRAND, samples.CASE, "b-1") == BRIEF


def test_an_answered_post_costs_two_calls_of_the_table(
    table: Table, dynamodb: MemoryDynamoDB
) -> None:
    known(table)
    table.commit(OPENING, START)
    assert dynamodb.calls == {"BatchGetItem": 1, "TransactWriteItems": 1}


def test_every_item_has_a_time_to_live(table: Table, dynamodb: MemoryDynamoDB) -> None:
    table.commit(OPENING, START)
    assert len(dynamodb.items) == 7
    assert {item["expires_at"]["N"] for item in dynamodb.rows()} == {str(table.expires_at(START))}


def test_the_same_post_again_is_already_done(table: Table, dynamodb: MemoryDynamoDB) -> None:
    table.commit(OPENING, START)
    before = dict(dynamodb.items)
    with pytest.raises(AlreadyDoneError):
        table.commit(OPENING, START)
    assert dynamodb.items == before


def test_the_same_entry_again_is_already_done_whatever_else_changed(table: Table) -> None:
    table.commit(OPENING, START)
    again = Change(case=samples.case(version=2), entries=(ENTRY,))
    with pytest.raises(AlreadyDoneError):
        table.commit(again, START)
    assert table.case(samples.BRAND, samples.CASE) == samples.case()


def test_a_post_that_was_deleted_meanwhile_is_decided_again(table: Table) -> None:
    table.commit(Change(seen=replace(seen(verb="deleted"), case_id=None)), START)
    with pytest.raises(ConflictError):
        table.commit(OPENING, START)
    assert table.replies(samples.BRAND, samples.CASE) == ()


@pytest.mark.parametrize("before", [0, 1, 2])
def test_a_repetition_is_one_whatever_was_known_of_the_post(table: Table, before: int) -> None:
    table.commit(Change(seen=seen()), START)
    with pytest.raises(AlreadyDoneError):
        table.commit(Change(seen=replace(seen(), before=before)), START)


@pytest.mark.parametrize(
    "late",
    [
        Change(case=samples.case(version=5)),
        Change(case=samples.case(version=1)),
        Change(conversation=TALK),
        Change(conversation=TALK.model_copy(update={"version": 7})),
        Change(replies=(samples.reply(),)),
    ],
)
def test_who_read_before_another_wrote_reads_again(table: Table, late: Change) -> None:
    table.commit(OPENING, START)
    with pytest.raises(ConflictError):
        table.commit(replace(late, entries=(ENTRY.model_copy(update={"entry_id": "e-2"}),)), START)
    assert table.entries(samples.BRAND, samples.CASE) == [ENTRY]


def test_an_edit_is_another_sight_of_the_same_post(table: Table, dynamodb: MemoryDynamoDB) -> None:
    table.commit(Change(seen=seen()), START)
    edit = replace(seen(verb="edited", revision="2", text="Better words."), before=1)
    table.commit(Change(seen=edit), START)
    (post,) = map(from_item, dynamodb.rows("post"))
    assert post["seen"] == {"created#0", "edited#2"}
    assert post["body"] == "Better words."


def test_an_older_text_leaves_the_newer_one_alone(table: Table, dynamodb: MemoryDynamoDB) -> None:
    table.commit(Change(seen=seen(verb="edited", revision="2", text="Better words.")), START)
    (newest,) = map(from_item, dynamodb.rows("post"))
    older = seen(posted_at=START - timedelta(hours=1))
    table.commit(Change(seen=replace(older, text=None, before=1)), START)
    (post,) = map(from_item, dynamodb.rows("post"))
    assert post["body"] == "Better words."
    assert post["target"] == newest["target"], "an answer goes to the newest version"


def test_a_deleted_post_is_remembered_without_its_words(
    table: Table, dynamodb: MemoryDynamoDB
) -> None:
    table.commit(Change(seen=seen()), START)
    table.commit(Change(seen=replace(seen(verb="deleted"), text=None, before=1)), START)
    (post,) = map(from_item, dynamodb.rows("post"))
    assert post["is_deleted"]
    assert "body" not in post


def test_a_post_without_a_case_is_found_by_its_event(
    table: Table, dynamodb: MemoryDynamoDB
) -> None:
    table.commit(Change(seen=replace(seen(), case_id=None, outcome="advertising")), START)
    (post,) = map(from_item, dynamodb.rows("post"))
    assert (post["trace_id"], post["outcome"]) == (samples.EVENT, "advertising")


def test_superseding_loses_against_a_sender_and_takes_all_with_it(table: Table) -> None:
    sending = samples.reply(state="sending")
    table.commit(Change(replies=(sending,)), START)
    with pytest.raises(ConflictError):
        table.commit(Change(entries=(ENTRY,), superseded=(samples.reply(),)), START)
    assert table.entries(samples.BRAND, samples.CASE) == []
    assert table.replies(samples.BRAND, samples.CASE) == (sending,)


def test_a_superseded_reply_is_due_no_more(table: Table, dynamodb: MemoryDynamoDB) -> None:
    table.commit(OPENING, START)
    table.commit(Change(superseded=(samples.reply(),)), START)
    (item,) = dynamodb.rows("reply#")
    assert item["state"] == {"S": "superseded"}
    assert not {"due_at", "due_shard"} & set(item)


def test_a_change_of_nothing_calls_nobody(table: Table, dynamodb: MemoryDynamoDB) -> None:
    table.commit(Change(), START)
    assert not dynamodb.calls


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("TransactionConflictException", ConflictError),
        ("ProvisionedThroughputExceededException", ClientError),
    ],
)
def test_dynamodbs_own_refusals_are_told_apart(
    table: Table, dynamodb: MemoryDynamoDB, code: str, expected: type[Exception]
) -> None:
    dynamodb.faults.append(code)
    with pytest.raises(expected):
        table.commit(OPENING, START)
    assert not dynamodb.items


def test_the_trace_leads_to_the_timeline_and_not_to_replies(
    table: Table, dynamodb: MemoryDynamoDB
) -> None:
    table.commit(OPENING, START)
    traced = [item["sk"]["S"] for item in dynamodb.rows() if "trace_id" in item]
    assert traced == [keys.entry_key("", "", START, "e-1")["sk"]]


def test_what_became_of_a_reply_needs_no_trace_of_its_own(
    table: Table, dynamodb: MemoryDynamoDB
) -> None:
    sent = ENTRY.model_copy(update={"entry_id": "r-1.sent", "by": "dispatch"})
    table.commit(Change(case=samples.case(), entries=(sent,)), START)
    assert not [item for item in dynamodb.rows() if "trace_id" in item]


@pytest.mark.parametrize(
    ("reply", "leads"),
    [
        (samples.reply(), 0),
        (samples.reply(conversation="k-other"), 1),
        (samples.reply(target=samples.target(object_id="the newest revision")), 1),
        (None, 1),
    ],
)
def test_a_post_that_is_answered_is_led_to_by_its_turn(
    table: Table, dynamodb: MemoryDynamoDB, reply: Reply | None, leads: int
) -> None:
    whose = replace(seen(), conversation=samples.CONVERSATION)
    table.commit(replace(OPENING, seen=whose, replies=(reply,) if reply else ()), START)
    found = [item for item in dynamodb.rows() if item["sk"]["S"].startswith("post#")]
    assert len(found) == leads


def test_what_is_as_by_default_is_not_written_unless_a_condition_compares_it(
    table: Table, dynamodb: MemoryDynamoDB
) -> None:
    table.commit(replace(OPENING, replies=(samples.reply(attempt=0, formality="informal"),)), START)
    (written,) = (i for i in dynamodb.rows() if i["sk"]["S"].startswith("reply#"))
    assert {"state", "attempt"} <= written.keys()
    assert written.keys().isdisjoint({"formality", "avoid", "time_zone", "reason"})
