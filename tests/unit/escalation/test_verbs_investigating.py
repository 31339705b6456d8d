"""Investigations: opened, proved, ended with an outcome that is told."""

import pytest

from tests import samples
from tests.fakes.time import START
from tests.unit.escalation.deciding import (
    INGRID,
    INQUIRY,
    MARTA,
    Given,
    decided,
    is_blocked,
    of,
    said,
)

OPEN = samples.case(investigation=INQUIRY)
PROVED = samples.case(investigation=INQUIRY.model_copy(update={"evidence": ("the bill",)}))
ENDED = samples.case(investigation=INQUIRY.model_copy(update={"is_open": False}))


def test_an_investigation_has_a_named_investigator_and_withdraws_denials() -> None:
    denial = samples.reply(situation="no_and_why")
    known = {"replies": (denial, samples.reply(reply_id="r-2"))}
    decision = decided("investigate", known=known, reason="a recall", to="executive")
    found = of(decision).investigation
    assert found is not None
    assert (found.is_open, found.why, found.investigator) == (True, "a recall", "executive")
    assert decision.change.superseded == (denial,)
    assert [b.to for b in decision.change.briefs] == ["executive"]
    worded = samples.reply(situation="written_by_person", text="You are not entitled to it.")
    withdrawn = decided("investigate", known={"replies": (worded,)}, reason="a recall")
    assert withdrawn.change.superseded == (worded,)


def test_else_who_opens_it_investigates_or_the_owner() -> None:
    hers = of(decided("investigate", reason="?", decided_by=INGRID)).investigation
    owners = of(decided("investigate", reason="?", decided_by="arn:nobody-known")).investigation
    assert hers
    assert owners
    assert (hers.investigator, owners.investigator) == ("executive", "care")


def test_one_investigation_at_a_time_and_after_it_another() -> None:
    assert is_blocked(decided("investigate", OPEN, reason="?"), "open_already")
    assert of(decided("investigate", ENDED, reason="again")).is_investigated
    assert is_blocked(decided("investigate", reason="?", to="nobody"), "no_such_person")


def test_evidence_is_added_in_order_while_it_is_open() -> None:
    found = of(decided("evidence", PROVED, text="the log")).investigation
    assert found is not None
    assert found.evidence == ("the bill", "the log")


@pytest.mark.parametrize("verb", ["evidence", "end_investigation"])
@pytest.mark.parametrize("case", [samples.case(), ENDED], ids=["none", "ended"])
def test_without_an_open_one_there_is_nothing_to_add_or_end(verb: str, case: object) -> None:
    assert is_blocked(decided(verb, case, text="Words."), "no_investigation")  # type: ignore[arg-type]
    assert is_blocked(decided("evidence", OPEN, text=" "), "no_words")


def test_the_outcome_is_recorded_and_told_with_its_sum() -> None:
    given: Given = {"text": "It is waived.", "amount": 30000, "currency": "USD"}
    decision = decided("end_investigation", PROVED, **given)
    case, (reply,) = of(decision), decision.change.replies
    assert (reply.situation, reply.news, reply.amount, reply.currency) == (
        "outcome", "It is waived.", 30000, "USD",
    )  # fmt: skip
    assert case.investigation
    assert case.outcome
    assert (case.is_investigated, case.investigation.outcome) == (False, case.outcome)
    assert (case.outcome.by, case.outcome.at, case.outcome.amount) == (MARTA, START, 30000)
    assert decision.change.entries[0].detail["amount"] == "30000 USD"


def test_an_outcome_needs_no_sum_but_a_sum_its_currency() -> None:
    assert said(decided("end_investigation", PROVED, text="A worn cable.")) == ["outcome"]
    for half in ({"amount": 5.0}, {"currency": "USD"}):
        assert is_blocked(decided("end_investigation", PROVED, text="!", **half), "half_a_sum")


def test_it_ends_on_evidence() -> None:
    assert is_blocked(decided("end_investigation", OPEN, text="Waived."), "no_evidence")


def test_an_outcome_has_room_where_it_is_told() -> None:
    on_x = PROVED.model_copy(update={"target": samples.target(platform="x")})
    assert is_blocked(decided("end_investigation", on_x, text="a" * 141), "too_long")
    assert decided("end_investigation", on_x, text="a" * 140).change.replies
