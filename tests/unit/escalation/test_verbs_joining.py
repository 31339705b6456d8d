"""Which case it is: merged, split, linked."""

from datetime import timedelta
from typing import Any

import pytest

from functions.escalation.decision import Decision
from shared.cases.items import Case, Contact, Conversation, KnownPost, Refusal
from tests import samples
from tests.fakes.time import START
from tests.unit.escalation.deciding import INQUIRY, Given, decided, entry, is_blocked, of

HERS = Contact(name="Ola", reachable_at="ola@work.example", added_by="arn:x")
LONG_AGO = START - timedelta(days=90)
REFUSAL = Refusal(
    reason="!", explanation="!", proposed_by="arn:x", proposed_at=START, review_at=START
)
TWO_POSTS = (entry("post created"), entry("post created", entry_id="second"))
TARGET = samples.target(object_id="post-2", thread_id="thread-2", posted_at=LONG_AGO)


def other(**given: Any) -> Case:  # noqa: ANN401
    plain: Given = {"case_id": "c-other", "event_id": "e-0", "conversation": "k-2", "version": 4}
    return samples.case(**(plain | given))


def joined(case: Case | None = None, **given: Any) -> Decision:  # noqa: ANN401
    return decided("merge", case, known={"other": other(**given)}, other_case_id="c-other")


def test_the_other_case_ends_in_this_one() -> None:
    decision = joined(state="resolved_claimed", verify_until=START)
    ended = decision.change.other_case
    assert ended
    assert (ended.state, ended.merged_into, ended.version) == ("closed", samples.CASE, 5)
    assert (ended.due_at, ended.closed_at, ended.verify_until) == (None, START, None)
    assert of(decision).conversations == ("k-2",)
    assert {e.case_id for e in decision.change.entries} == {samples.CASE, "c-other"}


def test_nothing_that_either_knew_or_owed_is_lost() -> None:
    promise = samples.promise(promise_id="p-2", what="care")
    case = samples.case(promises=(samples.promise(),), tried=("a restart",), contacts=(HERS,))
    decision = joined(
        case,
        promises=(promise,),
        tried=("a restart", "another cable"),
        contacts=(HERS,),
        incident_id="i-1",
        investigation=INQUIRY,
        clock_started_at=LONG_AGO,
        priority=80,
        labels=samples.labels(severity=4),
        conversations=("k-3", samples.CONVERSATION),
        wish="fewer_updates",
        held_by="duty",
        refusal=REFUSAL,
        told_at=START,
        first_answer_at=START,
    )
    both, ended = of(decision), decision.change.other_case
    assert [p.promise_id for p in both.promises] == ["p-1", "p-2"]
    assert (both.tried, both.contacts) == (("a restart", "another cable"), (HERS,))
    assert (both.incident_id, both.investigation, both.clock_started_at) == (
        "i-1",
        INQUIRY,
        LONG_AGO,
    )
    assert (both.priority, both.labels.severity) == (80, 4)
    assert both.conversations == ("k-2", "k-3")
    assert (both.wish, both.held_by, both.told_at) == ("fewer_updates", "duty", START)
    assert (both.first_answer_at, both.refusal) == (START, REFUSAL)
    own = REFUSAL.model_copy(update={"reason": "a threat"})
    assert of(joined(samples.case(refusal=own), refusal=REFUSAL)).refusal == own
    assert ended
    assert (ended.promises, ended.investigation, ended.refusal) == ((), None, None)


def test_of_two_investigations_this_cases_goes_on_with_the_evidence_of_both() -> None:
    one = INQUIRY.model_copy(update={"evidence": ("a", "b")})
    two = INQUIRY.model_copy(update={"evidence": ("b", "c"), "why": "money"})
    found = of(joined(samples.case(investigation=one), investigation=two)).investigation
    assert found
    assert (found.why, found.evidence) == ("a recall", ("a", "b", "c"))
    ended = one.model_copy(update={"is_open": False})
    assert of(joined(samples.case(investigation=ended), investigation=two)).investigation == two


@pytest.mark.parametrize("verb", ["merge", "link"])
def test_a_case_is_joined_with_another_that_there_is(verb: str) -> None:
    def tried(known: Case | None) -> Decision:
        return decided(verb, known={"other": known}, other_case_id="c-other")

    assert is_blocked(tried(None), "no_such_case")
    assert is_blocked(tried(samples.case()), "same_case")
    assert is_blocked(tried(other(merged_into="c-third")), "merged: it is part of c-third")


def test_linked_cases_know_each_others_conversation_and_stay_cases() -> None:
    known = {"other": other(conversations=("k-9",))}
    decision = decided("link", known=known, other_case_id="c-other")
    linked = decision.change.other_case
    assert linked
    assert of(decision).conversations == ("k-2",)
    assert (linked.conversations, linked.state) == (("k-9", samples.CONVERSATION), "open")
    again = decided("link", of(decision), known={"other": linked}, other_case_id="c-other")
    assert is_blocked(again, "linked_already")


def parted(**known: Any) -> Decision:  # noqa: ANN401
    talk = Conversation(brand=samples.BRAND, conversation=samples.CONVERSATION, version=3)
    post = KnownPost(case_id=samples.CASE, target=TARGET)
    plain: Given = {"post": post, "conversation": talk, "entries": TWO_POSTS}
    case = samples.case(promises=(samples.promise(),), investigation=INQUIRY)
    return decided("split", case, known=plain | known, object_id="post-2", reason="two things")


def test_a_post_becomes_a_case_of_its_own_with_its_own_clock() -> None:
    decision = parted()
    apart, change = decision.change.other_case, decision.change
    assert apart
    assert (apart.version, apart.state, apart.owner) == (1, "open", "care")
    assert (apart.target, apart.clock_started_at) == (TARGET, LONG_AGO)
    assert {deadline.state for deadline in apart.deadlines} == {"running"}
    assert (apart.promises, apart.investigation) == ((), None)
    assert of(decision).promises  # what was promised stays where it was
    assert [b.case_id for b in change.briefs] == [apart.case_id]
    assert [e.case_id for e in change.entries] == [samples.CASE, apart.case_id]


def test_what_comes_to_that_post_goes_to_its_own_case() -> None:
    change = parted().change
    assert change.conversation
    assert change.other_case
    (ref,), (moved,) = change.conversation.cases, change.moved
    apart = change.other_case.case_id
    assert (ref.case_id, ref.thread_id, change.conversation.version) == (apart, "thread-2", 4)
    assert (moved.object_id, moved.from_case, moved.to_case) == ("post-2", samples.CASE, apart)


@pytest.mark.parametrize(
    ("known", "why"),
    [
        ({"post": KnownPost()}, "not_of_this_case"),
        ({"post": KnownPost(case_id="c-third", target=TARGET)}, "not_of_this_case"),
        ({"post": KnownPost(case_id=samples.CASE)}, "not_of_this_case"),
        ({"entries": TWO_POSTS[:1]}, "only_post"),
    ],
)
def test_only_one_of_several_posts_of_the_case_is_split_off(known: Given, why: str) -> None:
    assert is_blocked(parted(**known), why)
