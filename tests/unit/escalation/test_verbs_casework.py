"""What is recorded of a case: notes, what was tried, whom to ask."""

import pytest

from shared.cases.items import Contact
from tests import samples
from tests.unit.escalation.deciding import MARTA, Given, decided, is_blocked, of

ENGINEER: Given = {"name": "Ola", "reachable_at": "ola@work.example", "has_consent": True}


def test_a_note_changes_nothing_but_the_trail() -> None:
    decision = decided("note", known={"replies": (samples.reply(),)}, text="Telephoned.")
    assert of(decision) == samples.case(version=2)
    assert decision.change.superseded == ()


def test_what_was_tried_already_stands_on_the_case_once() -> None:
    text = "works through another operator"
    case = of(decided("tried", samples.case(tried=("a restart",)), text=f" {text} "))
    assert case.tried == ("a restart", text)
    assert is_blocked(decided("tried", case, text=text), "known")


def test_a_third_party_is_asked_where_the_customer_agreed() -> None:
    case = of(decided("contact", **ENGINEER))
    added = Contact(name="Ola", reachable_at="ola@work.example", added_by=MARTA)
    assert case.contacts == (added,)
    assert is_blocked(decided("contact", case, **ENGINEER), "known")


@pytest.mark.parametrize("consent", [{}, {"has_consent": False}])
def test_without_consent_nobody_elses_name_is_kept(consent: Given) -> None:
    given: Given = {"name": "Ola", "reachable_at": "ola@work.example"}
    decision = decided("contact", **given, **consent)
    assert is_blocked(decision, "no_consent")
    assert "Ola" not in decision.change.entries[0].model_dump_json()
