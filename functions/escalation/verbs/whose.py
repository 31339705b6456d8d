"""Whose a case is."""

from functions.escalation.facts import Circumstances
from functions.escalation.known import Known
from functions.escalation.step import Blocked, Step, automatic, first_of, waiting
from functions.escalation.verbs.promised import date_wrong, with_promise
from functions.escalation.verbs.telling import Said, task, tell
from functions.escalation.verbs.whom import stranger
from shared.cases.items import Case, Conversation
from shared.messages import DecisionMade


def take(event: DecisionMade, case: Case, known: Known, _around: Circumstances) -> Step | Blocked:
    """Automation is silent from this moment until it is given back."""
    if case.held_by == event.decided_by:
        return Blocked("yours_already: automation is silent")
    held = case.model_copy(update={"held_by": event.decided_by})
    return Step(case=held, detail=_from(case.held_by), superseded=automatic(known))


def give_back(
    event: DecisionMade, case: Case, known: Known, _around: Circumstances
) -> Step | Blocked:
    """Automation may speak again; after a threat, in all their cases."""
    if case.held_by is None:
        return Blocked("not_taken: nobody has it, automation may speak")
    given = case.model_copy(update={"held_by": None})
    talk = _calmed(case, known)
    return Step(case=given, why=event.text or "", detail=_from(case.held_by), conversation=talk)


def _calmed(case: Case, known: Known) -> Conversation | None:
    """The talk after the case in which they threatened, or what it became part of, is back."""
    talk, threat = known.conversation, known.other
    if talk.threat_case_id is None or threat is None or threat.case_id != case.case_id:
        return None
    return talk.model_copy(update={"version": talk.version + 1, "threat_case_id": None})


def assign(event: DecisionMade, case: Case, _known: Known, around: Circumstances) -> Step | Blocked:
    """To a person of the policy, with everything already said and what is owed to the customer.

    With `by` the customer hears who has it now, and until when they hear from them.
    """
    to = event.to or ""
    same = "same_owner: it is theirs already" if to == case.owner else None
    if blocked := first_of(stranger(to, around), same, date_wrong(event, around)):
        return blocked
    why = event.text or event.reason or ""
    page = f"This case is yours from now on. {why}\n\n{_owed(case)}"
    step = Step(
        case=_owned_by(to, case),
        why=why,
        detail={"to": to, **_from(case.owner)},
        briefs=(task(event, case, around, to, "a case was assigned to you", page),),
    )
    if event.by is None:
        return step
    told = tell(step, event, around, Said("handed_over", by=event.by))
    return with_promise(told, event, around, what="answer")


def acknowledge(
    event: DecisionMade, case: Case, known: Known, _around: Circumstances
) -> Step | Blocked:
    """Somebody has read the brief: nobody else is asked; the case stays as it is."""
    if not waiting(known):
        return Blocked("nothing_waits: no brief about this case is open")
    return Step(case=case, why=event.text or "")


def _owned_by(person: str, case: Case) -> Case:
    """What its former owner promised is theirs to keep; who held it for them holds it."""
    promises = tuple(
        p.model_copy(update={"owner": person}) if p.owner == case.owner and p.state == "open" else p
        for p in case.promises
    )
    held_by = person if case.held_by else None
    return case.model_copy(update={"owner": person, "promises": promises, "held_by": held_by})


def _owed(case: Case) -> str:
    owed = [f"- {p.words or p.what} by {p.due_at:%Y-%m-%d %H:%M} UTC" for p in case.open_promises]
    return "What is promised:\n" + ("\n".join(owed) or "- nothing")


def _from(before: str | None) -> dict[str, str]:
    return {"from": before} if before else {}
