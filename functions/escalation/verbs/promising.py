"""Promises: each has an owner and a date, and is kept, moved, or taken back in the open."""

from dataclasses import replace

from functions.escalation.facts import Circumstances
from functions.escalation.known import Known
from functions.escalation.step import Blocked, Step, first_of
from functions.escalation.verbs.denying import denied
from functions.escalation.verbs.promised import chase_at, date_wrong, promised
from functions.escalation.verbs.talking import roomless
from functions.escalation.verbs.telling import Said, recorded, tell
from functions.escalation.verbs.whom import stranger
from shared.cases.items import Case, Promise
from shared.cases.keys import promise_id_for
from shared.messages import DecisionMade

OWED = frozenset({"open", "lapsed"})  # who kept it late, kept it
_NOT_YET_SAID = frozenset({"planned", "drafted"})
_NEVER_SAID = frozenset({"superseded", "failed"})


def promise(
    event: DecisionMade, case: Case, _known: Known, around: Circumstances
) -> Step | Blocked:
    """What somebody promised by telephone, or anywhere else that Sixday doesn't see."""
    if blocked := first_of(date_wrong(event, around), stranger(event.to, around)):
        return blocked
    return promised(Step(case=case, why=event.what or ""), event.event_id, event, around)


def keep_promise(
    event: DecisionMade, case: Case, known: Known, around: Circumstances
) -> Step | Blocked:
    """It is done. With words the customer is told in them; without, they know it already."""
    found = _owed(event, case)
    if isinstance(found, Blocked):
        return found
    step = _step(case, _settled(found, "kept"), event.text or "")
    if not event.text:
        return recorded(step, "nobody: no words were given")
    return _told(step, event, known, around, Said("promise_kept", news=event.text))


def move_promise(
    event: DecisionMade, case: Case, known: Known, around: Circumstances
) -> Step | Blocked:
    """The customer hears honestly that the date doesn't hold, and the new one."""
    found = _owed(event, case)
    if isinstance(found, Blocked):
        return found
    if blocked := first_of(date_wrong(event, around), _same_date(event, found)):
        return blocked
    due_at = event.by or found.due_at
    again = found.model_copy(
        update={
            "promise_id": promise_id_for(event.event_id, found.what),
            "due_at": due_at,
            "chase_at": chase_at(due_at, around),
            "state": "open",
            "moves": 0,
        }
    )
    step = _step(case, _settled(found, "moved"), event.text or event.reason or "", again)
    return _told(step, event, known, around, Said("promise_moved", news=event.text, by=event.by))


def take_back_promise(
    event: DecisionMade, case: Case, known: Known, around: Circumstances
) -> Step | Blocked:
    """In the open, with the reason in words for the customer; unless nobody ever told them."""
    found = _owed(event, case)
    if isinstance(found, Blocked):
        return found
    made_by = next((r for r in known.replies if r.reply_id == found.reply_id), None)
    step = _step(case, _settled(found, "taken_back"), event.reason or "")
    if made_by is not None and made_by.state in _NOT_YET_SAID | _NEVER_SAID:
        withdrawn = (made_by,) if made_by.state in _NOT_YET_SAID else ()
        return recorded(replace(step, superseded=withdrawn), "nobody: it was never said")
    if not (event.text or "").strip():
        return Blocked("in_the_open: say it to the customer, in words that they will read")
    return _told(step, event, known, around, Said("promise_taken_back", news=event.text))


def _owed(event: DecisionMade, case: Case) -> Promise | Blocked:
    found = next((p for p in case.promises if p.promise_id == event.promise_id), None)
    if found is None:
        return Blocked("no_such_promise: sixday case shows those that there are")
    if found.state not in OWED:
        return Blocked(f"settled: that promise is {found.state}")
    return first_of(denied(event, case), roomless(event, case)) or found


def _settled(found: Promise, state: str) -> Promise:
    return found.model_copy(update={"state": state, "chase_at": None})


def _same_date(event: DecisionMade, found: Promise) -> str | None:
    return "same_date: that is when it is due already" if event.by == found.due_at else None


def _step(case: Case, settled: Promise, why: str, *more: Promise) -> Step:
    same = settled.promise_id
    promises = tuple(settled if p.promise_id == same else p for p in case.promises)
    return Step(
        case=case.model_copy(update={"promises": (*promises, *more)}),
        why=why,
        detail={"promise": same, "what": settled.words or settled.what},
    )


def _told(step: Step, event: DecisionMade, known: Known, around: Circumstances, said: Said) -> Step:
    """The customer hears it, and not from the program at the same time that there is no news."""
    silent = tuple(
        r for r in known.replies if r.situation == "no_news" and r.state in _NOT_YET_SAID
    )
    return replace(tell(step, event, around, said), superseded=silent)
