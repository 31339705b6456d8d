"""A date on a case has come: what follows, one check after the other. Pure."""

from functools import reduce

from functions.escalation.decision import Decision
from functions.escalation.due.deadlines import deadlines
from functions.escalation.due.details import details
from functions.escalation.due.happened import Happened
from functions.escalation.due.investigations import investigations
from functions.escalation.due.promises import promises
from functions.escalation.due.refusals import refusals
from functions.escalation.due.verifying import verifying
from functions.escalation.facts import Circumstances
from functions.escalation.known import Known
from functions.escalation.step import written
from shared.cases.change import Change
from shared.cases.items import Case
from shared.messages import CaseDue

NOTHING_ELSE = Known()
CHECKS = (promises, deadlines, details, verifying, investigations, refusals)


def decide_due(
    event: CaseDue, case: Case, around: Circumstances, known: Known = NOTHING_ELSE
) -> Decision:
    """What is due on the case by now; `known` are its replies, its talk, and the last post."""
    begun = Happened(case, event, around, known)
    happened = reduce(lambda so_far, check: check(so_far), CHECKS, begun)
    if not happened.entries:
        return Decision(Change(), "nothing_due", case_id=case.case_id)
    change = Change(
        case=written(happened.case),
        entries=happened.entries,
        replies=happened.replies,
        briefs=happened.briefs,
    )
    return Decision(
        change,
        happened.outcome,
        happened.reason,
        case.rule,
        case.case_id,
        is_person_needed=bool(happened.briefs),
    )
