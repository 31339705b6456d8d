"""An investigation: a hold on denials, with a named investigator, evidence and an outcome."""

from functions.escalation.facts import Circumstances
from functions.escalation.inquiry import opened
from functions.escalation.known import Known
from functions.escalation.step import Blocked, Step, first_of, unsent
from functions.escalation.verbs.denying import is_denial
from functions.escalation.verbs.talking import roomless, wordless
from functions.escalation.verbs.telling import Said, task, tell
from functions.escalation.verbs.whom import person_of, stranger
from shared.cases.items import Case, Investigation, Outcome
from shared.messages import DecisionMade

_NONE_OPEN = "no_investigation: none is open"


def investigate(
    event: DecisionMade, case: Case, known: Known, around: Circumstances
) -> Step | Blocked:
    """From now on no denial can go out; one that is on its way to be said is withdrawn."""
    is_open = "open_already: one is open, add to its evidence" if case.is_investigated else None
    if blocked := first_of(is_open, stranger(event.to, around)):
        return blocked
    who = event.to or person_of(event.decided_by, around) or case.owner
    why = event.reason or ""
    page = f"You are asked to find out: {why}\n\nNo denial can go out until you end it."
    return Step(
        case=case.model_copy(update={"investigation": opened(why, who, around)}),
        why=why,
        detail={"investigator": who},
        superseded=tuple(r for r in unsent(known) if is_denial(r)),
        briefs=(task(event, case, around, who, "an investigation is yours", page),),
    )


def evidence(
    event: DecisionMade, case: Case, _known: Known, _around: Circumstances
) -> Step | Blocked:
    """What was found: a document, a measurement, what somebody said."""
    found = case.investigation
    if found is None or not found.is_open:
        return Blocked(_NONE_OPEN)
    if blocked := first_of(wordless(event)):
        return blocked
    more = found.model_copy(update={"evidence": (*found.evidence, event.text)})
    return Step(case=case.model_copy(update={"investigation": more}), why=event.text or "")


def end_investigation(
    event: DecisionMade, case: Case, _known: Known, around: Circumstances
) -> Step | Blocked:
    """The outcome is recorded and told; only from here on may it be a no."""
    found = case.investigation
    if found is None or not found.is_open:
        return Blocked(_NONE_OPEN)
    if blocked := first_of(
        wordless(event), _half_a_sum(event), _unproved(found, around), roomless(event, case)
    ):
        return blocked
    outcome = Outcome(
        text=event.text or "",
        amount=event.amount,
        currency=event.currency,
        by=event.decided_by,
        at=around.now,
    )
    ended = found.model_copy(update={"is_open": False, "outcome": outcome})
    step = Step(
        case=case.model_copy(update={"investigation": ended, "outcome": outcome}),
        why=outcome.text,
        detail=_sum(event),
    )
    said = Said("outcome", news=event.text, amount=event.amount, currency=event.currency)
    return tell(step, event, around, said)


def _half_a_sum(event: DecisionMade) -> str | None:
    is_whole = (event.amount is None) == (event.currency is None)
    return None if is_whole else "half_a_sum: say the amount and its currency"


def _unproved(found: Investigation, around: Circumstances) -> str | None:
    wanted = around.policy.investigations.min_evidence
    is_proved = len(found.evidence) >= wanted
    return None if is_proved else f"no_evidence: the policy asks for {wanted} before it ends"


def _sum(event: DecisionMade) -> dict[str, str]:
    if event.amount is None:
        return {}
    return {"amount": f"{event.amount:g} {event.currency}"}
