"""A reply has ended, or a date has come: what the case becomes, and who hears of it."""

from datetime import timedelta
from typing import Any

import pytest

from functions.escalation.decide import decide
from functions.escalation.decision import Decision
from functions.escalation.known import Known
from functions.escalation.milestones import begun
from shared.cases.items import Case, Investigation, KnownPost
from shared.messages import CaseDue, ReplySettled
from tests import samples
from tests.fakes.time import START

INQUIRY = Investigation(opened_at=START, why="a recall", investigator="executive")


def settled(case: Case, state: str, **given: Any) -> Decision:  # noqa: ANN401
    event = ReplySettled.model_validate(
        {
            "event_id": samples.EVENT,
            "brand": samples.BRAND,
            "case_id": samples.CASE,
            "reply_id": "r-1",
            "conversation": samples.CONVERSATION,
            "state": state,
            "settled_at": START,
            **given,
        }
    )
    return decide(event, _known(case), samples.around())


def due(case: Case) -> Decision:
    event = CaseDue(event_id=samples.EVENT, brand=samples.BRAND, case_id=samples.CASE, due_at=START)
    return decide(event, _known(case), samples.around())


def _known(case: Case) -> Known:
    return Known(KnownPost(), samples.nothing_known().conversation, case)


def of(decision: Decision) -> Case:
    assert decision.change.case is not None
    return decision.change.case


@pytest.mark.parametrize(
    "owed",
    [
        samples.case(),
        samples.case(labels=samples.labels(kind="question"), promises=(samples.promise(),)),
        samples.case(labels=samples.labels(kind="question"), investigation=INQUIRY),
    ],
)
def test_an_answered_case_waits_on_us_while_anything_is_owed(owed: Case) -> None:
    case = of(settled(owed, "sent"))
    assert (case.state, case.first_answer_at, case.version) == ("waiting_on_us", START, 2)


def test_thanks_that_were_said_close_their_case() -> None:
    assert of(settled(samples.case(labels=samples.labels(kind="praise")), "sent")).state == "closed"


def test_the_first_answer_stays_the_first() -> None:
    first = START - timedelta(hours=1)
    assert of(settled(samples.case(first_answer_at=first), "sent")).first_answer_at == first


@pytest.mark.parametrize("state", ["failed", "unknown"])
def test_what_could_not_be_said_is_told_to_the_owner_with_its_words(state: str) -> None:
    decision = settled(samples.case(), state, reason="http_403", text="The words.")
    (brief,) = decision.change.briefs
    assert brief.to == "care"
    assert "The words." in brief.page
    assert "http_403" in brief.page
    assert ("Look there first" in brief.page) == (state == "unknown")
    assert of(decision).state == "open"
    assert of(decision).first_answer_at is None


def test_who_has_the_rest_of_a_thread_reads_what_stands_and_what_may_be_missing() -> None:
    reason = "said_in_part: 1 of 3 pieces; http_403"
    told = {"text": "One. Two. Three.", "missing": "Two.\n\nThree.", "reason": reason}
    (brief,) = settled(samples.case(), "unknown", **told).change.briefs
    assert reason in brief.page
    assert "Of it this may be missing:\nTwo.\n\nThree." in brief.page


@pytest.mark.parametrize("closed", ["closed", "unconfirmed"])
@pytest.mark.parametrize("state", ["sent", "failed"])
def test_what_a_person_closed_is_not_opened_by_a_late_answer(closed: str, state: str) -> None:
    assert of(settled(samples.case(state=closed), state)).state == closed


def test_the_same_end_has_the_same_entry() -> None:
    entries = [settled(samples.case(version=v), "sent").change.entries for v in (1, 2)]
    assert entries[0] == entries[1]


def test_a_promise_that_lapses_is_told_to_who_comes_after_its_owner() -> None:
    late = samples.promise(due_at=START, owner="executive")
    later = samples.promise(promise_id="p-2", what="cause")
    decision = due(samples.case(promises=(late, later), due_at=START))
    case = of(decision)
    assert [p.state for p in case.promises] == ["lapsed", "open"]
    assert case.due_at == later.due_at
    assert [b.to for b in decision.change.briefs] == ["executive_deputy"]
    assert [e.what for e in decision.change.entries] == ["promise lapsed"]


def test_each_of_several_promises_is_told_of() -> None:
    late = (
        samples.promise(due_at=START),
        samples.promise(promise_id="p-2", due_at=START, what="cause"),
    )
    decision = due(samples.case(promises=late))
    assert len({b.brief_id for b in decision.change.briefs}) == 2
    assert of(decision).due_at is None


@pytest.mark.parametrize("state", ["kept", "lapsed", "taken_back"])
def test_a_settled_promise_troubles_nobody(state: str) -> None:
    decision = due(samples.case(promises=(samples.promise(due_at=START, state=state),)))
    assert (decision.outcome, decision.change.case) == ("nothing_due", None)


ASKS = "Three months is too long. Could you send us your customer number by private message?"


def test_a_first_answer_that_asks_waits_for_the_customer_and_not_with_our_own_dates() -> None:
    owing = samples.case(promises=(samples.promise(),), state="answering")
    begun_ = begun(owing, samples.policy())
    asked = of(settled(begun_, "sent", situation="long_wait", text=ASKS))
    plain = of(settled(begun_, "sent", situation="long_wait", text="Three months is too long."))
    assert (asked.state, plain.state) == ("waiting_on_customer", "waiting_on_us")
    assert asked.deadlines == plain.deadlines
    assert asked.open_promises == plain.open_promises
    question = of(settled(begun_, "sent", situation="written_by_person", text="How come? We look."))
    assert question.state == "waiting_on_us", "a person asks with a verb of its own"


def test_what_they_then_send_is_handed_over_and_never_asked_for_again() -> None:
    owing = samples.case(promises=(samples.promise(),), state="answering")
    asked = of(settled(owing, "sent", situation="long_wait", text=ASKS))
    labels = samples.labels(kind="other", severity=1, reference="A-1234")
    event = samples.classified(
        event_id="e-2", text_of=labels, object_id="post-2", is_private=True, text="It is A-1234."
    )
    decision = decide(event, _known(asked), samples.around())
    assert [r.situation for r in decision.change.replies] == ["handed_over"]
    (brief,) = decision.change.briefs
    assert (brief.to, brief.why) == ("care", "the customer sent what we asked for")
    assert "It is A-1234." in brief.page
    assert of(decision).labels.reference == "A-1234"
    assert of(decision).labels.severity == asked.labels.severity
