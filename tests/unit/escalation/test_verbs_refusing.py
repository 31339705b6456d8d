"""A refusal of service: two named people, and never said by the program."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from shared.cases.items import Case, Refusal
from tests import samples
from tests.fakes.time import START
from tests.unit.escalation.deciding import (
    INGRID,
    INQUIRY,
    JONAS,
    MARTA,
    Given,
    around,
    decided,
    is_blocked,
    of,
)

REVIEW = START + timedelta(days=90)
WISH: Given = {
    "reason": "He threatened Kari.",
    "text": "You may write, not come.",
    "review_at": REVIEW,
}
PROPOSED = Refusal(
    reason="He threatened Kari.",
    explanation="You may write, not come.",
    proposed_by=INGRID,
    proposed_at=START,
    review_at=REVIEW,
)


def refused(**given: Any) -> Case:  # noqa: ANN401
    return samples.case(refusal=PROPOSED.model_copy(update=given))


def test_one_person_only_proposes_and_nothing_is_sent() -> None:
    decision = decided("refuse_service", **WISH, decided_by=INGRID)
    assert of(decision).refusal == PROPOSED
    assert not PROPOSED.is_in_force
    assert (decision.change.replies, decision.change.approved) == ((), ())
    (brief,) = decision.change.briefs
    assert f"sixday confirm-refusal {samples.CASE}" in brief.page


def test_a_second_person_puts_it_in_force_and_the_first_explains_it() -> None:
    decision = decided("confirm_refusal", refused())
    refusal, (brief,) = of(decision).refusal, decision.change.briefs
    assert refusal
    assert (refusal.confirmed_by, refusal.is_in_force) == (MARTA, True)
    assert (brief.to, "yourself" in brief.page) == ("executive", True)
    assert decision.change.replies == ()
    assert of(decision).due_at == REVIEW


@pytest.mark.parametrize("who", [JONAS, "arn:aws:iam::1:user/ingrid2", "arn:aws:iam::1:root"])
def test_somebody_whom_the_policy_doesnt_know_neither_proposes_nor_confirms(who: str) -> None:
    assert is_blocked(decided("refuse_service", **WISH, decided_by=who), "no_such_person")
    confirmed = decided("confirm_refusal", refused(), decided_by=who)
    assert is_blocked(confirmed, "no_such_person")
    assert "signs_in_as" in confirmed.change.entries[0].why


def test_who_left_the_policy_since_is_no_second_person() -> None:
    assert is_blocked(decided("confirm_refusal", refused(proposed_by=JONAS)), "proposer_left")


@pytest.mark.parametrize("verb", ["refuse_service", "confirm_refusal"])
def test_where_the_policy_names_nobody_it_says_which_key_to_fill(verb: str) -> None:
    case = refused() if verb == "confirm_refusal" else None
    told = decided(verb, case, about=samples.around(), **(WISH if case is None else {}))
    assert is_blocked(told, "nobody_named")
    assert "people.….signs_in_as" in told.change.entries[0].why


def test_one_of_the_two_is_somebody_who_may_decide() -> None:
    about = around()
    people = dict(about.policy.people)
    people["duty"] = people["duty"].model_copy(update={"signs_in_as": ("jonas",)})
    known = replace(about, policy=about.policy.model_copy(update={"people": people}))
    jonas = "arn:aws:iam::1:user/jonas"
    two = decided("confirm_refusal", refused(proposed_by=MARTA), about=known, decided_by=jonas)
    assert is_blocked(two, "nobody_decides")
    for first, second in ((MARTA, INGRID), (INGRID, jonas)):
        case = refused(proposed_by=first)
        assert of(decided("confirm_refusal", case, about=known, decided_by=second)).refusal


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (MARTA, MARTA),
        (INGRID, INGRID),
        (MARTA, "arn:aws:sts::1:assumed-role/AWSReservedSSO_Care_1a2b/marta.v"),
    ],
)
def test_one_person_under_two_names_is_one(first: str, second: str) -> None:
    case = refused(proposed_by=first)
    assert is_blocked(decided("confirm_refusal", case, decided_by=second), "same_person")


def test_nobody_is_refused_while_an_investigation_is_open() -> None:
    case = refused().model_copy(update={"investigation": INQUIRY})
    assert is_blocked(decided("confirm_refusal", case), "investigation_open")
    without = case.model_copy(update={"refusal": None})
    assert is_blocked(decided("refuse_service", without, **WISH), "investigation_open")


@pytest.mark.parametrize(
    "case",
    [samples.case(), refused(confirmed_by=JONAS), refused(lifted_by=JONAS)],
    ids=["none", "confirmed", "lifted"],
)
def test_only_a_proposal_that_stands_is_confirmed(case: Case) -> None:
    assert is_blocked(decided("confirm_refusal", case), "no_proposal")


@pytest.mark.parametrize("review_at", [None, START])
def test_a_refusal_has_a_date_of_review_to_come(review_at: object) -> None:
    assert is_blocked(decided("refuse_service", **(WISH | {"review_at": review_at})), "past")
    assert is_blocked(decided("confirm_refusal", refused(review_at=START)), "review_passed")


def test_one_refusal_at_a_time() -> None:
    assert is_blocked(decided("refuse_service", refused(), **WISH), "proposed_already")
    assert of(decided("refuse_service", refused(lifted_by=JONAS), **WISH)).refusal


@pytest.mark.parametrize("state", ["open", "closed"])
def test_one_person_is_enough_to_lift_it(state: str) -> None:
    case = refused(confirmed_by=JONAS).model_copy(update={"state": state})
    lifted = of(decided("lift_refusal", case, reason="He apologised."))
    assert lifted.refusal
    assert (lifted.refusal.is_in_force, lifted.refusal.lifted_by) == (False, MARTA)
    assert is_blocked(decided("lift_refusal", lifted, reason="?"), "no_refusal")
    assert is_blocked(decided("lift_refusal", reason="?"), "no_refusal")
