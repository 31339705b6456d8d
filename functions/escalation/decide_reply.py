"""A reply has ended: what follows. Pure."""

from datetime import timedelta

from functions.escalation.decision import Decision
from functions.escalation.facts import Circumstances
from functions.escalation.incidents.keeping import kept_by, unsaid
from functions.escalation.milestones import asked, ended, in_sight, ours_again, still_asked, told
from functions.escalation.people import acknowledge_by
from functions.escalation.promises_told import HEARD, promises_told, promises_untold
from functions.escalation.step import written
from shared.cases.change import RESEND_SECONDS, Change
from shared.cases.items import Brief, Case, Entry
from shared.cases.keys import brief_id_for
from shared.messages import ReplySettled

ASKING = frozenset({"ask_details"})  # after these it is the customer's turn
MAY_ASK = frozenset({"long_wait"})  # some of its texts ask for a number, too
_WAITING = frozenset({"waiting_on_customer", "answering"})
_TOLD = {"failed": "a reply could not be sent", "unknown": "nobody knows if a reply was sent"}
_LOOK = " Look there first: it may stand there, whole or its first pieces. Say what is missing."


def decide_reply(event: ReplySettled, case: Case, around: Circumstances) -> Decision:
    """What a settled reply means for its case."""
    brief = _brief(event, case, around) if event.state in _TOLD else None
    change = Change(
        case=_moved_on(case, event, around),
        entries=_entries(event, case, around),
        briefs=(brief,) if brief else (),
    )
    return Decision(
        change,
        outcome=f"reply_{event.state}",
        reason=event.reason or None,
        rule=case.rule,
        case_id=case.case_id,
        is_person_needed=brief is not None,
    )


def _moved_on(case: Case, event: ReplySettled, around: Circumstances) -> Case:
    if event.state != "sent":
        return written(unsaid(_not_told(case, event), event))
    kept = kept_by(promises_told(case, event), event)
    spoken = told(kept, event.settled_at, around.policy)
    if not case.is_open:  # a person closed it while the reply was on its way
        return written(spoken)
    if event.situation in ASKING:
        return written(asked(spoken, event.settled_at, around.policy))
    if event.situation in MAY_ASK and "?" in (event.text or ""):
        # Somebody has the case already: what is asked on top doesn't stop our own clocks.
        return written(spoken.model_copy(update={"state": "waiting_on_customer"}))
    if case.asked is not None and case.state in _WAITING:
        return written(_beside(spoken, event, around))
    answered = _after_an_answer(spoken, event)
    return written(in_sight(answered, event.settled_at, around.policy))


def _beside(case: Case, event: ReplySettled, around: Circumstances) -> Case:
    """What was said while we wait for details: by a person, it goes on without them."""
    goes_on = ours_again if event.situation in HEARD else still_asked
    return goes_on(case, event.settled_at, around.policy)


def _not_told(case: Case, event: ReplySettled) -> Case:
    """What was never said promised nothing; where nobody knows, the promise stands."""
    promises = promises_untold(case.promises, event) if event.state == "failed" else case.promises
    before = "open" if case.asked is None else "waiting_on_customer"
    state = before if case.state == "answering" else case.state
    return case.model_copy(update={"promises": promises, "state": state})


def _after_an_answer(case: Case, event: ReplySettled) -> Case:
    if case.state == "resolved_claimed":  # "is it fixed?" was asked: the customer has the word
        return case.model_copy(update={"claimed_at": case.claimed_at or event.settled_at})
    if _is_owed(case):
        return case.model_copy(update={"state": "waiting_on_us"})
    return ended(case.model_copy(update={"state": "closed"}), event.settled_at)


def _is_owed(case: Case) -> bool:
    """Whether anything is still to be done: a grievance is not closed by having been answered."""
    promises = any(p.state == "open" for p in case.promises)
    return promises or case.labels.kind == "complaint" or case.investigation is not None


def _entries(event: ReplySettled, case: Case, around: Circumstances) -> tuple[Entry, ...]:
    """On the case that said it, and on the one that this is part of now, if it is."""
    both = dict.fromkeys((event.case_id, case.case_id))
    return tuple(_entry(event, case_id, around) for case_id in both)


def _entry(event: ReplySettled, case_id: str, around: Circumstances) -> Entry:
    return Entry(
        brand=event.brand,
        case_id=case_id,
        entry_id=f"{event.reply_id}.{event.state}",
        event_id=event.event_id,
        at=event.settled_at,
        recorded_at=around.now,
        what=f"reply {event.state}",
        by="dispatch",
        why=event.reason,
        detail={"reply": event.reply_id, "platform_id": event.platform_id or ""},
    )


def _brief(event: ReplySettled, case: Case, around: Circumstances) -> Brief:
    look = _LOOK if event.state == "unknown" else ""
    missing = f"\n\nOf it this may be missing:\n{event.missing}" if event.missing else ""
    page = (
        f"{_TOLD[event.state].capitalize()}: {event.reason}.{look}"
        f"\n\nIt said:\n{event.text or '(none)'}{missing}"
        f"\n\nWhat you may do:\nsixday case {case.case_id}\n"
        f'sixday decide {case.case_id} reply "…"'
    )
    return Brief(
        brand=case.brand,
        case_id=case.case_id,
        brief_id=brief_id_for(case.case_id, f"{event.reply_id}.{event.state}", case.owner),
        event_id=event.event_id,
        conversation=case.conversation,
        to=case.owner,
        why=_TOLD[event.state],
        page=page,
        at=around.now,
        answer_by=acknowledge_by(case.labels.severity, around.now, around.policy),
        due_at=around.now + timedelta(seconds=RESEND_SECONDS),
    )
