"""How a case ends: the customer says whether it is fixed. And how it begins anew."""

from datetime import timedelta

from functions.escalation.facts import Circumstances
from functions.escalation.known import Known
from functions.escalation.milestones import begun_again, ended
from functions.escalation.plan import taken_back
from functions.escalation.step import Blocked, Step, first_of, overruled
from functions.escalation.verbs.promising import OWED
from functions.escalation.verbs.telling import Said, task, tell
from shared.cases.items import Case, Reply
from shared.messages import DecisionMade

_GRIEVANCE = "complaint"


def resolve(event: DecisionMade, case: Case, known: Known, around: Circumstances) -> Step | Blocked:
    """We think that it is fixed: the customer is asked, and their silence has a date."""
    withdrawn = overruled(known)
    if blocked := first_of(_asked_already(case), *_unfinished(case, withdrawn)):
        return blocked
    until = around.now + timedelta(days=around.policy.promises.verify_days)
    claimed = {"state": "resolved_claimed", "claimed_at": around.now, "verify_until": until}
    ours = {"asked": None, "closed_at": None}  # what we had asked for isn't waited for any more
    asked = ended(case, around.now).model_copy(update=claimed | ours)
    step = Step(case=asked, why=event.text or "", superseded=withdrawn)
    return tell(step, event, around, Said("verify"))


def close(event: DecisionMade, case: Case, known: Known, around: Circumstances) -> Step | Blocked:
    """By hand, when nothing is owed; a grievance ends by a yes, or for a reason in writing."""
    withdrawn, why = overruled(known), (event.reason or event.text or "").strip()
    if blocked := first_of(*_unfinished(case, withdrawn), _unverified(case, why)):
        return blocked
    closed = case.model_copy(update={"state": "closed", "verify_until": None})
    return Step(case=ended(closed, around.now), why=why, superseded=withdrawn)


def reopen(event: DecisionMade, case: Case, _known: Known, around: Circumstances) -> Step | Blocked:
    """It isn't fixed after all: the same owner has it again."""
    if case.is_open and case.state != "resolved_claimed":
        return Blocked("not_ended: the case is open")
    reopened = case.model_copy(
        update={
            "state": "open",
            "asked": None,
            "reopened": case.reopened + 1,
            "is_verified": False,
            "closed_at": None,
            "claimed_at": None,
            "verify_until": None,
        }
    )
    why = event.reason or event.text or ""
    brief = task(event, case, around, case.owner, "a case is open again", f"It isn't over. {why}")
    return Step(case=begun_again(reopened, around.now, around.policy), why=why, briefs=(brief,))


def _asked_already(case: Case) -> str | None:
    is_asked = case.state == "resolved_claimed"
    return "asked_already: the customer was asked whether it is fixed" if is_asked else None


def _unfinished(case: Case, withdrawn: tuple[Reply, ...]) -> tuple[str | None, str | None]:
    """What must be done first; what was never said promised nothing."""
    told = case.model_copy(update={"promises": taken_back(case.promises, withdrawn)})
    is_owed = any(promise.state in OWED for promise in told.promises)
    return (
        "promise_open: keep it, move it or take it back first" if is_owed else None,
        "investigation_open: end it first, with its outcome" if case.is_investigated else None,
    )


def _unverified(case: Case, why: str) -> str | None:
    if case.labels.kind != _GRIEVANCE or case.is_verified or why:
        return None
    return "not_verified: ask the customer (resolve), or give a reason"
