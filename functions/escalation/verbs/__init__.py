"""What a person may decide, a function each: `(event, case, known, around) → Step | Blocked`.

talking.py   say something in one's own words
whose.py     take a case, give it back
casework.py  what is known of it
ending.py    close it
"""

from collections.abc import Callable, Mapping

from functions.escalation.facts import Circumstances
from functions.escalation.known import Known
from functions.escalation.step import Blocked, Step
from functions.escalation.verbs import casework, ending, talking, whose
from shared.cases.items import Case
from shared.messages import CaseVerb, DecisionMade

type Act = Callable[[DecisionMade, Case, Known, Circumstances], Step | Blocked]

ACTS: Mapping[CaseVerb, Act] = {
    "reply": talking.reply,
    "take": whose.take,
    "give_back": whose.give_back,
    "note": casework.note,
    "close": ending.close,
}
