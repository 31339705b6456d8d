"""What every expression of `shared/cases` must do, in whatever takes DynamoDB's place.

Subclass it and give it a `table` that is empty: the fake and LocalStack are held to the same.
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from functions.escalation.known import of_post
from shared.cases import claims, due, keys, quotas, replies, scene
from shared.cases.change import Attention, Change, SeenPost
from shared.cases.claims import Claim
from shared.cases.items import Brief, Conversation, Entry, Parked, Reply
from shared.cases.locks import lock, unlock
from shared.cases.parked import park, parked
from shared.cases.table import Table
from shared.cases.threads import Thread
from shared.errors import AlreadyDoneError, ConflictError
from shared.messages import ReplyRequested
from tests import samples
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
    why="a question",
    page="…",
    at=START,
)
TALK = Conversation(brand=samples.BRAND, conversation=samples.CONVERSATION, version=1)


def seen(before: int = 0, **given: str) -> SeenPost:
    """With all that a post may leave: DynamoDB minds what an attribute is called."""
    post = samples.post(**given)
    text = None if post.verb == "deleted" else post.text
    told = (text, samples.EVENT, "complaint", before, samples.CONVERSATION, "55102")
    return SeenPost(samples.BRAND, post, None, *told)


OPENING = Change(seen(), TALK, samples.case(), (ENTRY,), (samples.reply(),))


def claimed(table: Table, cuts: tuple[int, ...] = ()) -> Reply:
    planned = replies.read(table, samples.BRAND, samples.CASE, "r-1")
    assert planned is not None
    thread = Thread(version=planned.attempt).with_text("r-1", "Words.")
    claim = claims.claim(table, planned, Claim("Words.", planned.target, thread, cuts), START)
    assert claim is not None
    return claim


class TableContract:
    """Commit, claim, settle, find what is due, park."""

    def test_a_change_is_written_once(self, table: Table) -> None:
        table.commit(OPENING, START)
        with pytest.raises(AlreadyDoneError):
            table.commit(OPENING, START)
        known = of_post(table, samples.BRAND, samples.post(), samples.CONVERSATION, None)
        assert known.post.seen == {"created#0"}
        assert known.conversation == TALK
        assert table.replies(samples.BRAND, samples.CASE) == (samples.reply(),)
        assert table.entries(samples.BRAND, samples.CASE) == [ENTRY]

    def test_a_version_is_written_by_one(self, table: Table) -> None:
        table.commit(OPENING, START)
        table.commit(Change(case=samples.case(version=2)), START)
        with pytest.raises(ConflictError):
            table.commit(Change(case=samples.case(version=2)), START)

    def test_a_post_is_decided_on_as_it_was_read(self, table: Table) -> None:
        table.commit(Change(seen=seen(verb="edited", revision="2")), START)
        with pytest.raises(ConflictError):
            table.commit(OPENING, START)
        table.commit(Change(seen=seen(1, verb="deleted")), START)
        with pytest.raises(ConflictError):
            table.commit(replace(OPENING, seen=seen(1)), START)
        with pytest.raises(AlreadyDoneError):
            table.commit(Change(seen=seen(2, verb="deleted")), START)
        table.commit(Change(seen=seen(2)), START)

    def test_a_reply_goes_its_way_once(self, table: Table) -> None:
        table.commit(OPENING, START)
        first = claimed(table)
        assert claims.claim(table, samples.reply(), Claim("", first.target), START) is None
        assert replies.put_off(table, first, START, "rate_limited") is not None
        second = claimed(table)
        assert second.attempt == 2
        assert replies.settle(table, first, "sent", START) is None
        unknown = replies.settle(table, second, "unknown", START, look_at=START)
        assert unknown is not None
        found = replies.found(table, unknown, START, "9")
        assert found is not None
        assert (found.state, found.text, found.due_at) == ("sent", "Words.", None)
        assert replies.found(table, unknown, START, "9") is None

    def test_a_reply_in_pieces_goes_on_where_it_stands(self, table: Table) -> None:
        table.commit(OPENING, START)
        first = claimed(table, cuts=(5,))
        after = replies.go_on(table, first, START, "9")
        assert after is not None
        assert (after.state, after.stands, after.pieces) == ("planned", ("9",), ("Words", "."))
        assert replies.go_on(table, first, START, "8") is None
        second = claims.claim(table, after, Claim("Words.", first.target, cuts=(5,)), START)
        assert second is not None
        sent = replies.settle(table, second, "sent", START, platform_id="10")
        assert sent is not None
        assert (sent.platform_id, sent.stands, sent.missing) == ("9", ("9", "10"), ())

    def test_a_planned_reply_is_held_or_withdrawn(self, table: Table) -> None:
        table.commit(OPENING, START)
        held = replies.hold(table, samples.reply(), "A draft.", "mode_draft")
        assert held is not None
        assert [item.item_id for item in due.due(table, START, is_live=True)] == ["r-1"]
        table.commit(Change(superseded=(samples.reply(),)), START)
        assert claims.claim(table, held, Claim("A draft.", held.target), START) is None
        with pytest.raises(ConflictError):
            table.commit(Change(superseded=(samples.reply(),)), START)

    def test_what_is_due_is_found_and_taken_once(self, table: Table) -> None:
        table.commit(OPENING, START)
        later = START + timedelta(minutes=1)
        assert list(due.due(table, START)) == []
        (item,) = due.due(table, later)
        assert (item.kind, item.item_id, item.conversation) == ("reply", "r-1", "k-1")
        assert due.take(table, item, later)
        assert not due.take(table, item, later)

    def test_a_scene_is_all_that_a_sender_must_know(self, table: Table) -> None:
        later = samples.reply(reply_id="r-2", planned_at=START + timedelta(seconds=1))
        table.commit(OPENING, START)
        table.commit(Change(replies=(later,)), START)
        settled = replies.settle(table, claimed(table), "sent", START, platform_id="9")
        asked = ReplyRequested(
            event_id=samples.EVENT,
            brand=samples.BRAND,
            case_id=samples.CASE,
            reply_id="r-2",
            conversation=samples.CONVERSATION,
        )
        found = scene.read(table, asked)
        assert found is not None
        assert (found.reply, found.others) == (later, (settled,))
        assert found.conversation == TALK
        assert found.post.seen == {"created#0"}
        assert found.avoid == ("Words.",)
        assert scene.read(table, asked.model_copy(update={"reply_id": "r-9"})) is None

    def test_a_quota_is_replaced_by_one(self, table: Table) -> None:
        key = keys.quota_key(samples.BRAND, "x", "7")
        first = quotas.read(table, key).model_copy(update={"version": 1, "failures": 2})
        assert quotas.replace(table, key, first, 2_000_000_000)
        assert not quotas.replace(table, key, first, 2_000_000_000)
        assert quotas.read(table, key) == first
        used = first.model_copy(update={"version": 2, "used": {"post/900": {"118": 3}}})
        assert quotas.replace(table, key, used, 2_000_000_000)
        assert quotas.read(table, key) == used

    def test_a_lock_has_one_holder_until_its_time_is_out(self, table: Table) -> None:
        key = keys.refresh_key(samples.BRAND, "x", "7")
        holder = lock(table, key, START, 60)
        assert holder is not None
        assert lock(table, key, START, 60) is None
        unlock(table, key, "somebody else", START)
        assert lock(table, key, START + timedelta(seconds=59), 60) is None
        assert lock(table, key, START + timedelta(seconds=60), 60) is not None
        unlock(table, key, holder, START + timedelta(seconds=61))
        assert lock(table, key, START + timedelta(seconds=62), 60) is None

    def test_what_is_parked_is_listed_once(self, table: Table) -> None:
        one = Parked(event_id="e-1", at=START, stage="dispatch", reason="no_such_reply")
        park(table, one)
        park(table, one)
        assert parked(table, None, START) == [one]

    def test_a_persons_day_has_so_many_places(self, table: Table) -> None:
        place = Attention(samples.BRAND, "executive", START.date(), most=2)
        for _ in range(2):
            table.commit(Change(attention=(place,)), START)
        with pytest.raises(ConflictError):
            table.commit(Change(attention=(place,)), START)
        tomorrow = replace(place, day=START.date() + timedelta(days=1))
        table.commit(Change(attention=(tomorrow,)), START)

    def test_a_draft_leaves_once_it_was_approved_with_the_text_that_was_read(
        self, table: Table
    ) -> None:
        draft = samples.reply(state="drafted", text=None)
        table.commit(Change(replies=(draft,)), START)
        read = draft.model_copy(update={"text": "As read.", "approved_by": "arn:marta"})
        table.commit(Change(approved=(read,)), START)
        found = replies.read(table, samples.BRAND, samples.CASE, "r-1")
        assert found is not None
        assert (found.state, found.text, found.is_automatic) == ("planned", "As read.", False)
        with pytest.raises(ConflictError):
            table.commit(Change(approved=(read,)), START)

    def test_a_brief_waits_in_the_inbox_until_somebody_acts(self, table: Table) -> None:
        table.commit(Change(briefs=(BRIEF,)), START)
        inbox = keys.inbox(samples.BRAND)
        assert [item["brief_id"] for item in table.listed(inbox)] == [BRIEF.brief_id]
        table.mark_brief_sent(BRIEF)
        table.commit(Change(rested=(BRIEF,)), START)
        assert len(list(table.listed(inbox))) == 1
        table.commit(Change(done=(BRIEF,)), START)
        table.mark_brief_sent(BRIEF)  # late, and too late: it stays done
        assert list(table.listed(inbox)) == []

    def test_a_case_moves_from_the_open_to_the_ended(self, table: Table) -> None:
        shard = keys.list_shard(samples.CASE)
        table.commit(Change(case=samples.case()), START)
        assert len(list(table.listed(keys.open_cases(samples.BRAND, shard)))) == 1
        table.commit(Change(case=samples.case(version=2, state="closed")), START)
        ended = keys.ended_cases(samples.BRAND, START, shard)
        assert [item["case_id"] for item in table.listed(ended)] == [samples.CASE]
        assert list(table.listed(keys.open_cases(samples.BRAND, shard))) == []

    def test_a_number_that_a_customer_gives_leads_to_the_case(self, table: Table) -> None:
        table.commit(Change(case=samples.case(), reference=("A-77", samples.CASE)), START)
        labels = samples.labels(reference="a-77")
        found = of_post(table, samples.BRAND, samples.post(object_id="p-2"), "k-2", labels)
        assert found.case == samples.case()

    def test_a_case_that_was_joined_with_another_leads_to_that(self, table: Table) -> None:
        into = samples.case(case_id="c-2")
        table.commit(Change(case=into), START)
        joined = samples.case(state="closed", merged_into="c-2")
        table.commit(Change(case=joined, reference=("A-77", samples.CASE)), START)
        labels = samples.labels(reference="A-77")
        found = of_post(table, samples.BRAND, samples.post(object_id="p-2"), "k-2", labels)
        assert found.case == into
