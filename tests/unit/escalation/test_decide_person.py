"""A named person decided: what holds for every verb."""

from datetime import timedelta
from typing import get_args

import pytest

from functions.escalation.verbs import ACTS
from shared.cases.items import CLOSED
from shared.errors import Park
from shared.messages import CaseVerb
from tests import samples
from tests.fakes.time import START
from tests.unit.escalation.deciding import (
    MARTA,
    brief,
    decided,
    is_blocked,
    of,
    on_nothing,
)


def test_there_is_an_act_for_every_verb() -> None:
    assert set(ACTS) == set(get_args(CaseVerb.__value__))


def test_the_trail_names_who_decided_by_their_verified_identity() -> None:
    (line,) = decided("note", text="Telephoned.").change.entries
    assert (line.by, line.what, line.why) == (MARTA, "decided: note", "Telephoned.")
    assert line.detail["policy"] == samples.policy().version


@pytest.mark.parametrize("version", [0, 2])
def test_who_decided_on_another_version_decides_again(version: int) -> None:
    assert is_blocked(decided("take", case_version=version), "stale")


def test_a_decision_that_comes_twice_is_stale_only_because_of_itself() -> None:
    first = decided("take")
    later = decided(
        "take",
        of(first),
        known={"entries": first.change.entries},
        case_version=1,
        decided_at=START + timedelta(seconds=9),
    )
    assert (later.outcome, later.change.entries) == ("duplicate", ())


def test_a_blocked_decision_that_comes_twice_is_recorded_once() -> None:
    blocked = decided("give_back")
    again = decided("give_back", known={"entries": blocked.change.entries})
    assert again.change == type(again.change)()


def test_another_decision_on_the_same_version_is_stale() -> None:
    first = decided("take")
    other = decided(
        "take", of(first), known={"entries": first.change.entries}, event_id="d-2", case_version=1
    )
    assert is_blocked(other, "stale")


def test_a_case_that_is_part_of_another_is_decided_there() -> None:
    merged = samples.case(state="closed", merged_into="c-other")
    assert is_blocked(decided("note", merged, text="?"), "merged: this case is part of c-other")


@pytest.mark.parametrize("state", sorted(CLOSED))
@pytest.mark.parametrize("verb", ["take", "progress", "promise", "resolve", "close", "merge"])
def test_a_case_that_has_ended_is_reopened_before_it_is_worked_on(verb: str, state: str) -> None:
    assert is_blocked(decided(verb, samples.case(state=state), text="Words."), "ended")


def test_words_may_follow_the_end_and_dont_open_it_again() -> None:
    decision = decided("reply", samples.case(state="closed"), text="Thank you for telling us.")
    assert (of(decision).state, len(decision.change.replies)) == ("closed", 1)


@pytest.mark.parametrize("verb", ["take", "acknowledge"])
def test_who_acts_on_a_case_has_answered_its_briefs(verb: str) -> None:
    waits, was_done = brief(), brief(brief_id="b-0", state="done")
    assert decided(verb, known={"briefs": (was_done, waits)}).change.done == (waits,)


@pytest.mark.parametrize("verb", ["note", "tried"])
def test_who_only_records_something_has_answered_no_brief(verb: str) -> None:
    decision = decided(verb, known={"briefs": (brief(),)}, text="By telephone.")
    assert decision.change.done == ()


def test_no_words_of_a_person_reach_the_log() -> None:
    decision = decided("reply", text="I called.", what="a part", by=START + timedelta(days=1))
    assert (decision.outcome, decision.reason) == ("decided_reply", None)


def test_a_case_that_there_isnt_is_parked() -> None:
    with pytest.raises(Park, match="no_such_case"):
        on_nothing("take")


def test_promises_of_what_is_never_said_are_not_owed() -> None:
    case = samples.case(promises=(samples.promise(),), due_at=samples.promise().due_at)
    withdrawn = of(decided("take", case, known={"replies": (samples.reply(),)}))
    assert ([p.state for p in withdrawn.promises], withdrawn.due_at) == (["taken_back"], None)


def test_what_was_said_stays_promised_whoever_has_the_case() -> None:
    case = samples.case(promises=(samples.promise(),))
    taken = of(decided("take", case, known={"replies": (samples.reply(state="sent"),)}))
    assert (taken.promises, taken.due_at) == (case.promises, samples.promise().due_at)
