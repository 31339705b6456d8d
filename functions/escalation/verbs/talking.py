"""A person says something to the customer, in their own words."""

from functions.escalation.facts import Circumstances
from functions.escalation.known import Known
from functions.escalation.plan import IN_OWN_WORDS, plan_in_own_words
from functions.escalation.step import Blocked, Step, unsent
from shared.cases.items import Case
from shared.messages import DecisionMade

DENIALS = frozenset({"no_and_why"})  # what an open investigation holds back
SITUATIONS = DENIALS | {IN_OWN_WORDS}  # for any other dispatch would say words of its own


def reply(event: DecisionMade, case: Case, known: Known, around: Circumstances) -> Step | Blocked:
    """Their words go where an answer to the newest post goes; what was planned is withdrawn."""
    if not (event.text or "").strip():
        return Blocked("no_words: a reply needs some")
    if event.situation not in SITUATIONS | {None}:
        return Blocked("no_such_situation: a person's words are written_by_person or no_and_why")
    if event.situation in DENIALS and case.is_investigated:
        return Blocked("investigation_open: no denial can go out while it is")
    return Step(
        case=case.model_copy(update={"state": "answering"}),
        why=event.situation or IN_OWN_WORDS,
        replies=(plan_in_own_words(event, case, around),),
        superseded=unsent(known),
    )
