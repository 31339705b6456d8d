"""A named person decided: when that holds, and when it can't."""

from typing import Any

import pytest

from functions.escalation.decide import decide
from functions.escalation.decision import Decision
from functions.escalation.known import Known
from shared.cases.items import Case, Investigation, KnownPost, Reply
from shared.errors import Park
from shared.messages import DecisionMade
from tests import samples
from tests.fakes.time import START

INQUIRY = Investigation(opened_at=START, why="a recall", investigator="executive")
PROMISED = samples.case(promises=(samples.promise(),), due_at=samples.promise().due_at)
PLANNED = samples.reply()
SENT = samples.reply(reply_id="r-0", state="sent")


def after(case: Case | None, *replies: Reply, **given: Any) -> Decision:  # noqa: ANN401
    plain = {
        "event_id": "d-1",
        "brand": samples.BRAND,
        "case_id": samples.CASE,
        "case_version": 1,
        "verb": "take",
        "decided_by": "arn:marta",
        "decided_at": START,
    }
    known = Known(KnownPost(), samples.nothing_known().conversation, case, replies)
    return decide(DecisionMade.model_validate(plain | given), known, samples.around())


def of(decision: Decision) -> Case:
    assert decision.change.case is not None
    return decision.change.case


def is_blocked(decision: Decision, why: str) -> bool:
    change = decision.change
    assert [entry.what for entry in change.entries] == ["decision blocked"]
    assert (change.replies, change.superseded, change.case) == ((), (), None)
    return decision.outcome == "blocked" and str(decision.reason).startswith(why)


def test_a_person_who_takes_a_case_silences_what_was_planned() -> None:
    decision = after(PROMISED, PLANNED, SENT)
    assert (of(decision).held_by, of(decision).version) == ("arn:marta", 2)
    assert decision.change.superseded == (PLANNED,)


def test_what_was_never_said_is_no_promise() -> None:
    case = of(after(PROMISED, PLANNED))
    assert [p.state for p in case.promises] == ["taken_back"]
    assert case.due_at is None


def test_what_was_said_stays_promised_whoever_has_the_case() -> None:
    said = PLANNED.model_copy(update={"state": "sent"})
    case = of(after(PROMISED, said))
    assert (case.promises, case.due_at) == (PROMISED.promises, PROMISED.due_at)


def test_given_back_the_program_may_speak_again() -> None:
    assert of(after(samples.case(held_by="arn:marta"), verb="give_back")).held_by is None


def test_a_persons_words_go_out_as_they_are_and_overrule_the_program() -> None:
    decision = after(PROMISED, PLANNED, verb="reply", text="I called you.")
    (reply,) = decision.change.replies
    assert (reply.text, reply.situation, reply.target) == (
        "I called you.",
        "written_by_person",
        PROMISED.target,
    )
    assert decision.change.superseded == (PLANNED,)
    assert of(decision).state == "answering"


def test_the_trail_names_who_decided_by_their_verified_identity() -> None:
    (entry,) = after(PROMISED, verb="note", text="Telephoned.").change.entries
    assert (entry.by, entry.what, entry.event_id) == ("arn:marta", "decided: note", "d-1")


def test_a_note_silences_nothing() -> None:
    assert after(PROMISED, PLANNED, verb="note").change.superseded == ()


def test_no_denial_goes_out_while_an_investigation_is_open() -> None:
    case = samples.case(investigation=INQUIRY)
    denial = after(case, verb="reply", situation="no_and_why", text="No, because.")
    assert is_blocked(denial, "investigation_open")
    other = after(case, verb="reply", text="We are on it.")
    assert len(other.change.replies) == 1


def test_a_denial_goes_out_once_the_investigation_has_ended() -> None:
    ended = samples.case(investigation=INQUIRY.model_copy(update={"is_open": False}))
    denial = after(ended, verb="reply", situation="no_and_why", text="No, because.")
    assert denial.change.replies[0].situation == "no_and_why"


@pytest.mark.parametrize("version", [0, 2])
def test_who_decided_on_another_version_decides_again(version: int) -> None:
    assert is_blocked(after(PROMISED, PLANNED, case_version=version), "stale")


def test_a_case_with_an_open_promise_stays_open() -> None:
    said = PLANNED.model_copy(update={"state": "sent"})
    assert is_blocked(after(PROMISED, said, verb="close"), "promise_open")


@pytest.mark.parametrize("state", ["kept", "lapsed", "taken_back"])
def test_a_case_whose_promises_are_settled_closes(state: str) -> None:
    case = samples.case(promises=(samples.promise(state=state),))
    assert of(after(case, verb="close")).state == "closed"


def test_a_case_closes_over_a_promise_that_was_never_said() -> None:
    decision = after(PROMISED, PLANNED, verb="close")
    assert of(decision).state == "closed"
    assert decision.change.superseded == (PLANNED,)


@pytest.mark.parametrize("text", [None, "", " \n"])
def test_a_reply_without_words_is_none(text: str | None) -> None:
    assert is_blocked(after(PROMISED, verb="reply", text=text), "no_words")


def test_a_persons_words_are_not_swapped_for_the_programs() -> None:
    decision = after(PROMISED, verb="reply", situation="first_answer", text="My words.")
    assert is_blocked(decision, "no_such_situation")


def test_a_case_that_there_isnt_is_parked() -> None:
    with pytest.raises(Park, match="no_such_case"):
        after(None)
