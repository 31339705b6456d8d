"""A refusal of service: two named people, a reason, an explanation in person, a date of review.

Both are people of the policy, by the names that they sign in under, and one of them may decide.
Nothing of it is ever sent by the program, and rudeness alone is no reason (see stories.md).
"""

from functions.escalation.facts import Circumstances
from functions.escalation.known import Known
from functions.escalation.step import Blocked, Step, first_of
from functions.escalation.verbs.telling import task
from functions.escalation.verbs.whom import person_of
from shared.cases.items import Case, Refusal
from shared.messages import DecisionMade


def refuse_service(
    event: DecisionMade, case: Case, _known: Known, around: Circumstances
) -> Step | Blocked:
    """A proposal, which does nothing until a second person has confirmed it."""
    if blocked := first_of(
        _investigated(case),
        _nobody(event.decided_by, around),
        _stands(case),
        _wrong_review(event, around),
    ):
        return blocked
    refusal = Refusal(
        reason=event.reason or "",
        explanation=event.text or "",
        proposed_by=event.decided_by,
        proposed_at=around.now,
        review_at=event.review_at or around.now,
    )
    page = (
        f"{event.decided_by} proposes to refuse service: {refusal.reason}\n\nTo be explained so:\n"
        f"{refusal.explanation}\n\nIt needs a second person: sixday confirm-refusal {case.case_id}"
        f'\nor, if it must not be: sixday lift-refusal {case.case_id} --reason "…"'
    )
    brief = task(event, case, around, case.owner, "a refusal waits for a second person", page)
    refused = case.model_copy(update={"refusal": refusal})
    return Step(case=refused, why=refusal.reason, briefs=(brief,))


def confirm_refusal(
    event: DecisionMade, case: Case, _known: Known, around: Circumstances
) -> Step | Blocked:
    """A second, different person agrees: who proposed it has to explain it personally."""
    refusal = case.refusal
    if refusal is None or refusal.confirmed_by is not None or refusal.lifted_by is not None:
        return Blocked("no_proposal: nothing waits to be confirmed")
    if blocked := first_of(
        _investigated(case), _not_two(event, refusal, around), _overdue(refusal, around)
    ):
        return blocked
    confirmed = refusal.model_copy(update={"confirmed_by": event.decided_by})
    to = person_of(refusal.proposed_by, around) or case.owner
    page = (
        f"{refusal.proposed_by}: explain it to the customer yourself, in your own voice. The "
        f"program never sends it.\n\nThe reason: {refusal.reason}\n\nAs you put it:\n"
        f"{refusal.explanation}\n\nIt is looked at again on {refusal.review_at:%Y-%m-%d}."
    )
    brief = task(event, case, around, to, "explain a refusal of service personally", page)
    refused = case.model_copy(update={"refusal": confirmed})
    return Step(case=refused, why=refusal.reason, briefs=(brief,))


def lift_refusal(
    event: DecisionMade, case: Case, _known: Known, _around: Circumstances
) -> Step | Blocked:
    """They are served again; of a proposal: it is withdrawn. One person is enough for that."""
    refusal = case.refusal
    if refusal is None or refusal.lifted_by is not None:
        return Blocked("no_refusal: none stands")
    lifted = refusal.model_copy(update={"lifted_by": event.decided_by})
    return Step(case=case.model_copy(update={"refusal": lifted}), why=event.reason or "")


def _investigated(case: Case) -> str | None:
    is_open = case.is_investigated
    return "investigation_open: nobody is refused while it is" if is_open else None


def _stands(case: Case) -> str | None:
    stands = case.refusal is not None and case.refusal.lifted_by is None
    return "proposed_already: it is confirmed or lifted first" if stands else None


def _wrong_review(event: DecisionMade, around: Circumstances) -> str | None:
    is_later = event.review_at is not None and event.review_at > around.now
    return None if is_later else "past: the date of review must be later than now"


def _overdue(refusal: Refusal, around: Circumstances) -> str | None:
    is_over = refusal.review_at <= around.now
    return "review_passed: lift it, and propose it anew if it must be" if is_over else None


def _not_two(event: DecisionMade, refusal: Refusal, around: Circumstances) -> str | None:
    """Two people, and not two names: who signs in under both is still one."""
    if why := _nobody(event.decided_by, around):
        return why
    second, first = (person_of(who, around) for who in (event.decided_by, refusal.proposed_by))
    if first is None or second is None:
        return "proposer_left: who proposed it is in the policy no more; lift it, propose it anew"
    if first == second:
        return "same_person: a second one must confirm it"
    people = around.policy.people
    may_decide = people[first].may_decide or people[second].may_decide
    return None if may_decide else "nobody_decides: one of the two must be one who may_decide"


def _nobody(identity: str, around: Circumstances) -> str | None:
    """Why a verified identity is none of the policy's people."""
    if person_of(identity, around) is not None:
        return None
    if not any(person.signs_in_as for person in around.policy.people.values()):
        return "nobody_named: the policy knows nobody's sign-in; fill in people.….signs_in_as"
    return "no_such_person: nobody of the policy signs in so; add it to people.….signs_in_as"
