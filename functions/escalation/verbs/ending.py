"""How a case ends."""

from functions.escalation.facts import Circumstances
from functions.escalation.known import Known
from functions.escalation.plan import taken_back
from functions.escalation.step import Blocked, Step, unsent
from shared.cases.items import Case
from shared.messages import DecisionMade


def close(event: DecisionMade, case: Case, known: Known, around: Circumstances) -> Step | Blocked:
    """By hand, when nothing that was promised is open; what was never said promised nothing."""
    withdrawn = unsent(known)
    told = case.model_copy(update={"promises": taken_back(case.promises, withdrawn)})
    if told.open_promises:
        return Blocked("promise_open: keep it, move it or take it back first")
    closed = case.model_copy(update={"state": "closed", "closed_at": around.now})
    return Step(case=closed, why=event.text or "", superseded=withdrawn)
