"""What people who work on a case record of it."""

from functions.escalation.facts import Circumstances
from functions.escalation.known import Known
from functions.escalation.step import Blocked, Step
from shared.cases.items import Case, Contact
from shared.messages import DecisionMade


def note(event: DecisionMade, case: Case, _known: Known, _around: Circumstances) -> Step | Blocked:
    """For colleagues; the customer doesn't see it."""
    return Step(case=case, why=event.text or "")


def tried(event: DecisionMade, case: Case, _known: Known, _around: Circumstances) -> Step | Blocked:
    """What the customer tried already, so that nobody asks them to try it again."""
    what = (event.text or "").strip()
    if what in case.tried:
        return Blocked("known: it stands there already")
    return Step(case=case.model_copy(update={"tried": (*case.tried, what)}), why=what)


def contact(
    event: DecisionMade, case: Case, _known: Known, _around: Circumstances
) -> Step | Blocked:
    """A third party who may be asked about it, where the customer said so."""
    if not event.has_consent:
        return Blocked("no_consent: ask the customer first, then say that they agreed")
    added = Contact(
        name=event.name or "", reachable_at=event.reachable_at or "", added_by=event.decided_by
    )
    if any((c.name, c.reachable_at) == (added.name, added.reachable_at) for c in case.contacts):
        return Blocked("known: it stands there already")
    return Step(case=case.model_copy(update={"contacts": (*case.contacts, added)}), why=added.name)
