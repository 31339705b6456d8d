"""A customer wrote again, edited, or took it back."""

from dataclasses import replace
from typing import Any

import pytest

from functions.escalation.decide import decide
from functions.escalation.decision import Decision
from functions.escalation.known import Known
from shared.cases.items import KnownPost
from shared.messages import Labels
from tests import samples
from tests.fakes.time import START

NOBODY = samples.nothing_known()
ANSWERED = KnownPost(case_id=samples.CASE, seen=frozenset({"created#0"}))
OPEN = Known(
    KnownPost(),
    NOBODY.conversation.model_copy(update={"version": 1, "open_case_id": samples.CASE}),
    samples.case(promises=(samples.promise(),), due_at=samples.promise().due_at),
    (samples.reply(),),
)
CLOSED = replace(OPEN, case=samples.case(state="closed"), replies=())


def after(known: Known, text_of: Labels | None = None, **given: Any) -> Decision:  # noqa: ANN401
    event = samples.classified(event_id="e-2", text_of=text_of, **given)
    return decide(event, known, samples.around())


def test_a_second_post_joins_the_open_case_unanswered_and_its_owner_is_told() -> None:
    decision = after(OPEN, object_id="post-2")
    change = decision.change
    assert change.case is not None
    assert (change.case.case_id, change.case.version) == (samples.CASE, 2)
    assert change.replies == ()
    assert [brief.to for brief in change.briefs] == ["care"]
    assert change.case.target.object_id == "post-2"


def test_a_case_whose_owner_left_the_policy_goes_to_who_is_there_now() -> None:
    known = replace(OPEN, case=samples.case(owner="nora", promises=(samples.promise(),)))
    change = after(known, object_id="post-2").change
    assert change.case is not None
    assert change.case.owner in samples.policy().people
    assert [brief.to for brief in change.briefs] == [change.case.owner]


@pytest.mark.parametrize(("severity", "expected"), [(1, 2), (2, 2), (3, 3)])
def test_a_case_may_become_graver_never_milder(severity: int, expected: int) -> None:
    case = after(OPEN, samples.labels(severity=severity), object_id="post-2").change.case
    assert case is not None
    assert case.labels.severity == expected
    assert case.priority >= 40


def test_an_urgent_case_stays_urgent() -> None:
    known = replace(OPEN, case=samples.case(priority=90))
    case = after(known, samples.labels(severity=1), object_id="post-2").change.case
    assert case is not None
    assert case.priority == 90


def test_a_case_that_turns_grave_goes_to_who_can_decide() -> None:
    case = after(OPEN, samples.labels(is_safety=True), object_id="post-2").change.case
    assert case is not None
    assert case.owner == "executive"
    assert case.investigation is not None
    assert len(case.promises) == 2


def test_while_a_person_has_the_case_the_program_is_silent_and_says_so() -> None:
    held = replace(OPEN, case=samples.case(held_by="marta"))
    change = after(held, samples.labels(is_safety=True), object_id="post-2").change
    assert change.replies == ()
    assert change.case is not None
    assert change.case.held_by == "marta"
    assert "What was said: nothing" in change.briefs[0].page


def test_what_its_author_deletes_takes_its_planned_answer_and_promises_along() -> None:
    change = after(replace(OPEN, post=ANSWERED), verb="deleted", text=None).change
    assert change.superseded == OPEN.replies
    assert change.case is not None
    assert [p.state for p in change.case.promises] == ["taken_back"]
    assert change.case.due_at is None


@pytest.mark.parametrize("state", ["sending", "sent", "unknown"])
def test_what_is_on_its_way_is_not_withdrawn(state: str) -> None:
    known = replace(OPEN, post=ANSWERED, replies=(samples.reply(state=state),))
    change = after(known, verb="deleted", text=None).change
    assert change.superseded == ()
    assert change.case is not None
    assert [p.state for p in change.case.promises] == ["open"]


def test_the_answer_to_another_post_stays() -> None:
    known = replace(OPEN, post=ANSWERED)
    assert after(known, verb="deleted", object_id="post-0", text=None).change.superseded == ()


def test_a_persons_answer_does_not_go_to_what_was_deleted() -> None:
    known = replace(OPEN, case=samples.case(target=samples.target(object_id="post-2")))
    case = after(known, verb="deleted", text=None).change.case
    assert case is not None
    assert case.target.object_id == "post-2"


def test_what_was_deleted_before_it_came_is_neither_answered_nor_kept() -> None:
    post = KnownPost(seen=frozenset({"deleted#0"}), is_deleted=True)
    decision = after(replace(NOBODY, post=post))
    assert decision.rule == "withdrawn-by-its-author"
    assert decision.change.case is None
    assert decision.change.seen is not None
    assert decision.change.seen.text is None


def test_an_edit_that_came_first_is_answered_and_its_original_is_not() -> None:
    edit = after(NOBODY, verb="edited", revision="2", text="Better words.")
    assert len(edit.change.replies) == 1
    post = KnownPost(case_id=samples.CASE, seen=frozenset({"edited#2"}))
    original = after(replace(OPEN, post=post))
    assert original.rule == "overtaken-by-its-edit"
    assert original.change.replies == ()
    assert original.change.seen is not None
    assert original.change.seen.text is None


def test_an_original_overtaken_without_a_case_keeps_the_newer_text() -> None:
    post = KnownPost(seen=frozenset({"edited#2"}))
    decision = after(replace(NOBODY, post=post))
    assert decision.change.case is None
    assert decision.change.seen is not None
    assert decision.change.seen.text is None


def test_x_takes_an_answer_to_an_edit_under_the_edits_id() -> None:
    edit: dict[str, Any] = {"platform": "x", "surface": "mention", "is_summoned": True}
    decision = after(NOBODY, **edit, verb="edited", revision="1002", text="Better.")
    assert decision.change.replies[0].target.object_id == "1002"


def test_our_own_words_open_nothing() -> None:
    decision = after(NOBODY, is_echo=True)
    assert (decision.rule, decision.change.case) == ("our-own-words", None)


@pytest.mark.parametrize(
    ("kind", "given"),
    [("other", {}), ("spam", {}), ("complaint", {"verb": "deleted", "text": None})],
)
def test_what_needs_no_answer_opens_no_second_case_after_a_closed_one(
    kind: str, given: dict[str, Any]
) -> None:
    decision = after(CLOSED, samples.labels(kind=kind, severity=1), **given)
    assert (decision.outcome, decision.change.case) == ("unanswered", None)


def test_a_new_grievance_after_a_closed_case_is_a_new_case() -> None:
    case = after(CLOSED, object_id="post-2").change.case
    assert case is not None
    assert (case.version, case.opened_at) == (1, START)
    assert case.case_id != samples.CASE
