"""What a person may decide, a function each: `(event, case, known, around) → Step | Blocked`.

talking.py        answer the customer, tell them what is new
approving.py      what was drafted: approve, edit, reject
whose.py          take a case, give it back, assign it
casework.py       what is known of it
promising.py      promises: made, kept, moved, taken back in the open
investigating.py  a hold on denials, its evidence and its outcome
ending.py         is it fixed; close, reopen
refusing.py       a refusal of service: two people, never said by the program
joining.py        which case it is: merge, link; parting.py: split

whom.py, telling.py, promised.py, trail.py are what they share: who somebody is, how the customer
hears of it, what a promise is, what the other case's trail says.
"""

from collections.abc import Callable, Mapping

from functions.escalation.facts import Circumstances
from functions.escalation.known import Known
from functions.escalation.step import Blocked, Step
from functions.escalation.verbs import (
    approving,
    casework,
    ending,
    investigating,
    joining,
    parting,
    promising,
    refusing,
    talking,
    whose,
)
from shared.cases.items import Case
from shared.messages import CaseVerb, DecisionMade

type Act = Callable[[DecisionMade, Case, Known, Circumstances], Step | Blocked]

ACTS: Mapping[CaseVerb, Act] = {
    "reply": talking.reply,
    "ask": talking.ask,
    "progress": talking.progress,
    "approve": approving.approve,
    "edit": approving.edit,
    "reject": approving.reject,
    "take": whose.take,
    "give_back": whose.give_back,
    "assign": whose.assign,
    "acknowledge": whose.acknowledge,
    "note": casework.note,
    "tried": casework.tried,
    "contact": casework.contact,
    "promise": promising.promise,
    "keep_promise": promising.keep_promise,
    "move_promise": promising.move_promise,
    "take_back_promise": promising.take_back_promise,
    "investigate": investigating.investigate,
    "evidence": investigating.evidence,
    "end_investigation": investigating.end_investigation,
    "resolve": ending.resolve,
    "close": ending.close,
    "reopen": ending.reopen,
    "refuse_service": refusing.refuse_service,
    "confirm_refusal": refusing.confirm_refusal,
    "lift_refusal": refusing.lift_refusal,
    "merge": joining.merge,
    "split": parting.split,
    "link": joining.link,
}
