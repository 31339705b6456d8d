"""How a case ends, and begins anew."""

from datetime import timedelta

import pytest

from shared.cases.items import Case, Deadline
from tests import samples
from tests.fakes.time import START
from tests.unit.escalation.deciding import INQUIRY, Given, decided, is_blocked, of, said, told

PLANNED = samples.reply()
LATER = START + timedelta(days=3)
TIMED = samples.case(
    deadlines=(
        Deadline(milestone="next_update", due_at=LATER),
        Deadline(milestone="resolution", due_at=LATER, state="paused", left_seconds=60),
    )
)
SAID = {"replies": (samples.reply(state="sent"),)}
OWING = samples.case(promises=(samples.promise(),))
ASKED = samples.case(state="resolved_claimed", claimed_at=START, verify_until=START)


def test_who_thinks_that_it_is_fixed_has_the_customer_asked() -> None:
    decision = decided("resolve", text="New cable.", known={"replies": (PLANNED,)})
    case = of(decision)
    assert said(decision) == ["verify"]
    assert (case.state, case.claimed_at) == ("resolved_claimed", START)
    days = samples.policy().promises.verify_days
    assert case.verify_until == START + timedelta(days=days) == case.due_at
    assert decision.change.superseded == (PLANNED,)


def test_who_asked_not_to_be_written_to_is_not_asked() -> None:
    decision = decided("resolve", samples.case(wish="opt_out"))
    assert (of(decision).state, said(decision)) == ("resolved_claimed", [])
    assert told(decision).startswith("nobody")


@pytest.mark.parametrize("verb", ["resolve", "close"])
def test_what_is_owed_is_settled_before_the_end(verb: str) -> None:
    given: Given = {"reason": "?"}
    for state in ("open", "lapsed"):  # a broken promise is owed still
        owing = samples.case(promises=(samples.promise(state=state),))
        assert is_blocked(decided(verb, owing, known=SAID, **given), "promise_open")
    investigated = samples.case(investigation=INQUIRY)
    assert is_blocked(decided(verb, investigated, **given), "investigation_open")


@pytest.mark.parametrize("state", ["kept", "moved", "taken_back"])
@pytest.mark.parametrize("verb", ["resolve", "close"])
def test_what_is_settled_is_not_owed(verb: str, state: str) -> None:
    case = samples.case(promises=(samples.promise(state=state),))
    assert of(decided(verb, case, known=SAID, reason="?")).state in {"closed", "resolved_claimed"}


def test_nobody_is_asked_twice() -> None:
    assert is_blocked(decided("resolve", ASKED), "asked_already")


def test_a_case_closes_over_a_promise_that_was_never_said() -> None:
    decision = decided("close", OWING, known={"replies": (PLANNED,)}, reason="a duplicate")
    assert (of(decision).state, of(decision).closed_at) == ("closed", START)
    assert decision.change.superseded == (PLANNED,)


def test_closing_withdraws_nothing_that_a_person_said() -> None:
    own = samples.reply(is_automatic=False)
    decision = decided("close", known={"replies": (own,)}, reason="done")
    assert decision.change.superseded == ()
    assert is_blocked(
        decided("close", OWING, known={"replies": (own,)}, reason="?"), "promise_open"
    )


@pytest.mark.parametrize("kind", ["question", "suggestion", "praise", "spam", "other"])
def test_what_is_no_grievance_closes_at_once(kind: str) -> None:
    assert of(decided("close", samples.case(labels=samples.labels(kind=kind)))).state == "closed"


def test_a_grievance_closes_by_a_yes_or_for_a_reason_in_writing() -> None:
    assert is_blocked(decided("close"), "not_verified")
    assert is_blocked(decided("close", reason=" "), "not_verified")
    assert of(decided("close", samples.case(is_verified=True))).state == "closed"
    decision = decided("close", ASKED, reason="the customer can't be reached")
    assert (of(decision).state, of(decision).verify_until) == ("closed", None)
    assert decision.change.entries[0].why == "the customer can't be reached"


@pytest.mark.parametrize("state", ["closed", "unconfirmed", "resolved_claimed"])
def test_reopened_it_begins_anew_with_the_same_owner(state: str) -> None:
    ended = ASKED.model_copy(update={"state": state, "closed_at": START, "is_verified": True})
    decision = decided("reopen", ended, reason="It broke again.")
    case = of(decision)
    assert (case.state, case.reopened, case.is_verified, case.owner) == ("open", 1, False, "care")
    assert (case.closed_at, case.claimed_at, case.verify_until) == (None, None, None)
    assert [b.to for b in decision.change.briefs] == ["care"]


def test_an_open_case_cant_be_reopened() -> None:
    assert is_blocked(decided("reopen", reason="?"), "not_ended")


def running(case: Case) -> set[str]:
    return {d.milestone for d in case.deadlines if d.state in {"running", "paused"}}


@pytest.mark.parametrize("verb", ["resolve", "close"])
def test_no_clock_of_ours_runs_when_it_is_the_customers_turn_or_over(verb: str) -> None:
    ended = of(decided(verb, TIMED, reason="done"))
    assert running(ended) == set()
    assert {d.state for d in ended.deadlines} == {"met"}
    assert ended.closed_at == (START if verb == "close" else None)


def test_reopened_the_next_word_and_the_end_are_due_anew() -> None:
    asked = of(decided("resolve", TIMED))
    again = of(decided("reopen", asked, case_version=2, event_id="d-2"))
    assert running(again) == {"next_update", "resolution"}
    assert all(d.due_at > START for d in again.deadlines)
