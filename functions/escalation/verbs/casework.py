"""What people who work on a case record of it."""

from functions.escalation.facts import Circumstances
from functions.escalation.known import Known
from functions.escalation.step import Blocked, Step
from shared.cases.items import Case
from shared.messages import DecisionMade


def note(event: DecisionMade, case: Case, _known: Known, _around: Circumstances) -> Step | Blocked:
    """For colleagues; the customer doesn't see it."""
    return Step(case=case, why=event.text or "")
