"""Whose a case is."""

from functions.escalation.facts import Circumstances
from functions.escalation.known import Known
from functions.escalation.step import Blocked, Step, automatic
from shared.cases.items import Case
from shared.messages import DecisionMade


def take(event: DecisionMade, case: Case, known: Known, _around: Circumstances) -> Step | Blocked:
    """Automation is silent from this moment until it is given back."""
    held = case.model_copy(update={"held_by": event.decided_by})
    return Step(case=held, superseded=automatic(known))


def give_back(
    event: DecisionMade, case: Case, _known: Known, _around: Circumstances
) -> Step | Blocked:
    """Automation may speak again."""
    return Step(case=case.model_copy(update={"held_by": None}), why=event.text or "")
