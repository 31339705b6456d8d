"""Everything that is decided about a case: pure, from what happened, what is known, and around."""

from functions.escalation.decide_due import decide_due
from functions.escalation.decide_person import decide_person
from functions.escalation.decide_post import decide_post
from functions.escalation.decide_reply import decide_reply
from functions.escalation.decision import Decision
from functions.escalation.facts import Circumstances
from functions.escalation.known import Known
from shared.errors import Park
from shared.messages import CaseDue, DecisionMade, PostClassified, ReplySettled

type Event = PostClassified | ReplySettled | DecisionMade | CaseDue


def decide(event: Event, known: Known, around: Circumstances) -> Decision:
    """What should be written and said because of an event.

    Raises:
        Park: the event speaks of a case that there isn't.
    """
    if isinstance(event, PostClassified):
        return decide_post(event, known, around)
    if known.case is None:
        raise Park("no_such_case", event.case_id)
    match event:
        case ReplySettled():
            return decide_reply(event, known.case, around)
        case DecisionMade():
            return decide_person(event, known, around)
        case CaseDue():
            return decide_due(event, known.case, around, known)
