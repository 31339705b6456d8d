"""We asked the customer for details, and they never answer: no case is left there for ever."""

# ruff: noqa: ANN401 - fields of any type
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from functions.escalation.dates import next_date
from functions.escalation.decide import decide
from functions.escalation.decision import Decision
from functions.escalation.inquiry import opened
from functions.escalation.milestones import asked, begun
from functions.escalation.working_time import after
from shared.cases.items import Case
from shared.messages import CaseDue, ReplySettled
from tests import samples
from tests.fakes.time import START
from tests.unit.escalation import deciding

DETAILS = samples.policy().promises.details
CALENDAR = samples.policy().calendar
LATER = after(START, DETAILS.remind_after, CALENDAR)
END = after(LATER, DETAILS.end_after, CALENDAR)
PRIVATE: dict[str, Any] = {"is_private": True, "surface": "message", "object_id": "post-2"}


def waiting(**given: Any) -> Case:
    """A case whose customer was asked for details at the clock's start."""
    plain = {"told_at": START, "first_answer_at": START, "conversation": samples.CONVERSATION}
    case = begun(samples.case(**plain | given), samples.policy())
    return asked(case, START, samples.policy())


def due(case: Case, moment: datetime) -> Decision:
    event = CaseDue(event_id="e-1", brand=samples.BRAND, case_id=samples.CASE, due_at=moment)
    around = replace(samples.around(), now=moment)
    return decide(event, replace(samples.nothing_known(), case=case), around)


def wrote(case: Case, moment: datetime = START, **post: Any) -> Decision:
    event = samples.classified(
        event_id="e-2", text_of=samples.labels(kind="other", severity=1),
        **{"object_id": "post-2", "posted_at": moment} | post,
    )  # fmt: skip
    known = replace(samples.nothing_known(), case=case)
    return decide(event, known, replace(samples.around(), now=moment))


def settled(case: Case, situation: str, state: str = "sent") -> Case:
    event = ReplySettled.model_validate(
        {
            "event_id": "r-1", "brand": samples.BRAND, "case_id": samples.CASE, "reply_id": "r-1",
            "conversation": samples.CONVERSATION, "situation": situation, "state": state,
            "settled_at": LATER,
        }
    )  # fmt: skip
    around = replace(samples.around(), now=LATER)
    return deciding.of(decide(event, replace(samples.nothing_known(), case=case), around))


def test_a_case_that_waits_for_its_customer_comes_up_after_some_working_days() -> None:
    case = waiting()
    assert next_date(case) == LATER
    assert due(case, LATER - timedelta(minutes=1)).outcome == "nothing_due"


def test_its_owner_is_asked_once_to_remind_them_and_nothing_is_said_by_a_program() -> None:
    decision = due(waiting(), LATER)
    case = deciding.of(decision)
    assert [(b.to, b.why) for b in decision.change.briefs] == [("care", "remind them kindly")]
    assert not decision.change.replies
    assert (case.state, case.due_at) == ("waiting_on_customer", END)
    assert due(case, END - timedelta(minutes=1)).outcome == "nothing_due"


def test_after_a_second_silence_it_ends_unconfirmed() -> None:
    case = deciding.of(due(deciding.of(due(waiting(), LATER)), END))
    assert (case.state, case.closed_at, case.is_verified) == ("unconfirmed", END, False)
    assert case.due_at is None


@pytest.mark.parametrize(
    "owed",
    [
        {"promises": (samples.promise(due_at=END + timedelta(days=9)),)},
        {"investigation": opened("a recall", "care", samples.around())},
        {"held_by": "care"},
    ],
)
def test_where_something_is_owed_it_does_not_end_but_is_ours_again(owed: dict[str, Any]) -> None:
    chased = deciding.of(due(waiting(**owed), LATER))
    decision = due(chased, END)
    case = deciding.of(decision)
    assert (case.state, case.closed_at, case.asked) == ("waiting_on_us", None, None)
    assert case.promises == chased.promises
    assert any(d.state == "running" for d in case.deadlines)
    assert "go on without the details that we asked for" in [b.why for b in decision.change.briefs]


def test_who_answers_is_not_given_up_on() -> None:
    case = deciding.of(wrote(waiting(), **PRIVATE))
    assert case.asked is None
    assert "details" not in due(case, END).outcome


def test_details_that_come_after_the_end_open_the_case_again() -> None:
    ended = deciding.of(due(deciding.of(due(waiting(), LATER)), END))
    late = END + timedelta(days=2)
    decision = wrote(ended, late, **PRIVATE)
    assert (deciding.of(decision).case_id, decision.rule) == (
        ended.case_id,
        "the-details-come-late",
    )
    assert [r.situation for r in decision.change.replies] == ["handed_over"]
    too_late = wrote(ended, late + timedelta(days=samples.policy().promises.reopen_days), **PRIVATE)
    assert too_late.rule != "the-details-come-late"


def test_a_person_may_ask_again_once_it_was_found_missing_but_not_before() -> None:
    chased = deciding.of(due(waiting(), LATER))
    assert deciding.is_blocked(deciding.decided("ask", waiting()), "asked_already")
    assert deciding.said(deciding.decided("ask", chased, text="Could you still send it?")) == [
        "ask_details"
    ]


def test_what_a_person_says_meanwhile_makes_it_ours_and_what_a_program_says_does_not() -> None:
    by_hand = settled(waiting(state="waiting_on_us"), "written_by_person")
    assert (by_hand.state, by_hand.asked) == ("waiting_on_us", None)
    assert any(d.state == "running" for d in by_hand.deadlines)
    by_program = settled(waiting(), "no_news")
    assert (by_program.state, by_program.due_at) == ("waiting_on_customer", LATER)
    assert not any(d.state == "running" for d in by_program.deadlines)


def test_who_was_asked_since_if_it_is_fixed_is_not_late_with_details() -> None:
    claimed = deciding.of(deciding.decided("resolve", waiting()))
    assert claimed.asked is None


def test_a_word_that_could_not_be_sent_leaves_it_waiting_for_them() -> None:
    answering = waiting().model_copy(update={"state": "answering"})
    assert settled(answering, "written_by_person", "failed").state == "waiting_on_customer"
