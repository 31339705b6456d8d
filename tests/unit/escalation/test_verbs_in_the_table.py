"""What people decide, written: once, whole, and to both cases where it concerns two."""

import json
from datetime import timedelta
from typing import Any

import pytest

from functions.escalation.verbs.approving import digest_of
from shared.cases import replies
from shared.cases.change import Change
from shared.cases.items import Case, Member, Reply
from shared.cases.keys import post_key
from shared.messages import ReplySettled
from tests import samples
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import START, Clock
from tests.unit.escalation.deciding import brief, event
from tests.unit.escalation.desk import Desk, reply_ids

CASE = samples.CASE


@pytest.fixture
def desk(dynamodb: MemoryDynamoDB, clock: Clock) -> Desk:
    return Desk(dynamodb, clock)


def case_of(desk: Desk, case_id: str = CASE) -> Case:
    found = desk.table.case(samples.BRAND, case_id)
    assert found is not None
    return found


def decide(desk: Desk, verb: str, **given: Any) -> Case:  # noqa: ANN401
    """Bring a decision on the case as it stands; the case after it."""
    plain = {"case_version": case_of(desk).version, "event_id": f"d-{verb}"}
    desk.bring(event(verb, **(plain | given)))
    assert desk.parked() == []
    return case_of(desk)


def trail(desk: Desk, case_id: str = CASE) -> list[str]:
    return [entry.what for entry in desk.table.entries(samples.BRAND, case_id)]


def member(**given: Any) -> Member:  # noqa: ANN401
    """The merged case's customer in an incident."""
    plain: dict[str, Any] = {
        "brand": samples.BRAND, "incident_id": "i-1", "conversation": "k-2", "case_id": "c-other",
        "language": "en", "joined_at": START,
    }  # fmt: skip
    return Member.model_validate(plain | given)


def _settled(reply: Reply) -> ReplySettled:
    """What dispatch reports of a reply that was sent a minute later."""
    return ReplySettled(
        event_id=reply.event_id,
        brand=reply.brand,
        case_id=reply.case_id,
        reply_id=reply.reply_id,
        conversation=reply.conversation,
        situation=reply.situation,
        state="sent",
        settled_at=START + timedelta(minutes=1),
    )


def test_one_decision_sent_twice_stands_once_in_the_trail(desk: Desk) -> None:
    desk.bring(samples.classified())
    version = case_of(desk).version
    for seconds in (1, 2, 2):
        at = START + timedelta(seconds=seconds)
        desk.bring(event("take", case_version=version, decided_at=at))
    assert trail(desk) == ["post created", "decided: take"]
    assert case_of(desk).version == version + 1


def test_two_decisions_on_one_version_leave_one_and_the_reason(desk: Desk) -> None:
    desk.bring(samples.classified())
    version = case_of(desk).version
    desk.bring(event("take", case_version=version))
    desk.bring(event("note", case_version=version, text="?", event_id="d-2"))
    assert sorted(trail(desk)) == ["decided: take", "decision blocked", "post created"]


def test_an_approved_draft_is_asked_for_with_its_text_and_no_other(desk: Desk) -> None:
    draft = samples.reply(state="drafted", text="It was us.", due_at=None)
    desk.table.commit(Change(case=samples.case(), replies=(draft,)), START)
    decide(desk, "approve", reply_id="r-1", digest=digest_of("Another."), event_id="d-0")
    assert desk.requests == []
    decide(desk, "approve", reply_id="r-1", digest=digest_of("It was us."))
    stored = replies.read(desk.table, samples.BRAND, CASE, "r-1")
    assert stored is not None
    assert (stored.state, stored.text, stored.is_automatic) == ("planned", "It was us.", False)
    assert reply_ids(desk.requests) == ["r-1"]


def test_a_merged_case_ends_in_the_other_and_both_trails_tell(desk: Desk) -> None:
    two = samples.case(case_id="c-other", event_id="e-0", conversation="k-2")
    desk.table.commit(Change(case=samples.case(), other_case=two), START)
    merged = decide(desk, "merge", other_case_id="c-other")
    assert merged.conversations == ("k-2",)
    assert (case_of(desk, "c-other").state, case_of(desk, "c-other").merged_into) == (
        "closed",
        CASE,
    )
    assert trail(desk, "c-other") == ["merged into another case"]


def test_what_settles_of_a_merged_case_settles_what_is_owed_in_the_other(desk: Desk) -> None:
    two = samples.case(case_id="c-other", event_id="e-0", conversation="k-2")
    owed = samples.promise(reply_id="r-old")
    one = samples.case(promises=(owed,), state="waiting_on_us")
    own: dict[str, Any] = {"situation": "written_by_person", "is_automatic": False}
    said = samples.reply(case_id="c-other", reply_id="r-9", conversation="k-2", **own)
    desk.table.commit(Change(case=one, other_case=two, replies=(said,)), START)
    decide(desk, "merge", other_case_id="c-other")
    for _ in range(2):
        desk.bring(_settled(said))
    now = case_of(desk)
    assert [p.state for p in now.promises] == ["kept"]
    assert now.first_answer_at == START + timedelta(minutes=1)
    assert case_of(desk, "c-other").first_answer_at is None
    assert trail(desk)[-1] == trail(desk, "c-other")[-1] == "reply sent"
    assert trail(desk).count("reply sent") == 1


@pytest.mark.parametrize("conversation", ["k-1", "k-2"])
@pytest.mark.parametrize("own", [None, "i-1"])
def test_a_merged_case_leaves_its_customer_once_in_the_incident_with_what_they_heard(
    desk: Desk, conversation: str, own: str | None
) -> None:
    two = samples.case(
        case_id="c-other", event_id="e-0", conversation=conversation, incident_id="i-1"
    )
    there = member(conversation=conversation, told=("committed",))
    here = (member(case_id=CASE, conversation="k-1"),) if own and conversation == "k-2" else ()
    change = Change(case=samples.case(incident_id=own), other_case=two, members=(there, *here))
    desk.table.commit(change, START)
    assert decide(desk, "merge", other_case_id="c-other").incident_id == "i-1"
    (now,) = desk.table.members(samples.BRAND, "i-1")
    assert (now.case_id, now.conversation, set(now.told)) == (CASE, "k-1", {"committed"})


def test_what_waited_in_a_merged_case_waits_no_more_and_its_drafts_never_leave(desk: Desk) -> None:
    two = samples.case(case_id="c-other", event_id="e-0", conversation="k-2", owner="executive")
    draft = samples.reply(case_id="c-other", reply_id="r-9", conversation="k-2", state="drafted")
    waits = brief(case_id="c-other", brief_id="b-9", to="executive")
    change = Change(case=samples.case(), other_case=two, replies=(draft,), briefs=(waits,))
    desk.table.commit(change, START)
    decide(desk, "merge", other_case_id="c-other")
    assert [r.state for r in desk.table.replies(samples.BRAND, "c-other")] == ["superseded"]
    assert [b.state for b in desk.table.briefs(samples.BRAND, "c-other")] == ["done"]
    assert [b.why for b in desk.table.briefs(samples.BRAND, CASE)] == ["two cases are one now"]


def test_what_comes_to_a_split_off_post_goes_to_its_own_case(desk: Desk) -> None:
    desk.bring(samples.classified())
    second: dict[str, Any] = {"object_id": "post-2", "posted_at": START - timedelta(minutes=1)}
    desk.bring(samples.classified(event_id="e-2", **second))
    decide(desk, "split", object_id="post-2", reason="another modem")
    (apart,) = [case for case in desk.cases if case.case_id != CASE]
    assert apart.target.object_id == "post-2"
    edit: dict[str, Any] = {
        **second,
        "verb": "edited",
        "revision": "1",
        "text": "It is the other modem.",
    }
    desk.bring(samples.classified(event_id="e-3", **edit))
    assert "post edited" in trail(desk, apart.case_id)
    assert "post edited" not in trail(desk)


def test_a_post_stands_where_it_can_be_answered(desk: Desk) -> None:
    desk.bring(samples.classified())
    post = desk.table.get(post_key(samples.BRAND, "facebook", "post-1"))
    assert post is not None
    told = samples.target().model_dump(mode="json", exclude_none=True)
    told["author_handle"] = "ana"
    assert json.dumps(post["target"], sort_keys=True) == json.dumps(told, sort_keys=True)


def test_asked_whether_it_is_fixed_the_customer_has_the_word(desk: Desk) -> None:
    desk.bring(samples.classified())
    promise = case_of(desk).promises[0].promise_id
    sent = _settled(desk.table.replies(samples.BRAND, CASE)[0])
    desk.bring(sent)
    decide(desk, "keep_promise", promise_id=promise)
    asked = decide(desk, "resolve")
    (question,) = [r for r in desk.table.replies(samples.BRAND, CASE) if r.situation == "verify"]
    desk.bring(_settled(question))
    assert case_of(desk).state == asked.state == "resolved_claimed"
    assert case_of(desk).due_at == asked.verify_until
