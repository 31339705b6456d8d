"""A named person decided something: whether it holds, and what follows. Pure."""

from functions.escalation.decision import Decision
from functions.escalation.facts import Circumstances
from functions.escalation.plan import (
    IN_OWN_WORDS,
    next_date,
    plan_in_own_words,
    taken_back,
)
from shared.cases.change import Change
from shared.cases.items import Case, Entry, Reply
from shared.messages import DecisionMade

DENIALS = frozenset({"no_and_why"})  # what an open investigation holds back
SITUATIONS = DENIALS | {IN_OWN_WORDS}  # for any other dispatch would say words of its own


def decide_person(
    event: DecisionMade, case: Case, around: Circumstances, replies: tuple[Reply, ...]
) -> Decision:
    """What a person's decision does, or why it can't stand; `replies`: those of the case."""
    overruled = _overruled(event, replies)
    changed = _changed(event, case, overruled)
    blocked = _blocked(event, case, changed)
    if blocked is not None:
        change = Change(entries=(_entry(event, around, "decision blocked", blocked),))
        return Decision(change, "blocked", blocked, case.rule, case.case_id)
    reply = plan_in_own_words(event, case, around) if event.verb == "reply" else None
    change = Change(
        case=changed,
        entries=(
            _entry(event, around, f"decided: {event.verb}", event.situation or _noted(event)),
        ),
        replies=(reply,) if reply else (),
        superseded=overruled,
    )
    return Decision(change, f"decided_{event.verb}", event.situation, case.rule, case.case_id)


def _blocked(event: DecisionMade, case: Case, changed: Case) -> str | None:
    """Why the decision can't stand, or None; `changed` is the case if it did."""
    if event.case_version != case.version:
        return f"stale: decided on version {event.case_version}, the case has {case.version}"
    investigated = case.investigation is not None and case.investigation.is_open
    if event.verb == "reply" and event.situation in DENIALS and investigated:
        return "investigation_open: no denial can go out while it is"
    if event.verb == "reply" and not (event.text or "").strip():
        return "no_words: a reply needs some"
    if event.verb == "reply" and event.situation not in SITUATIONS | {None}:
        return "no_such_situation: a person's words are written_by_person or no_and_why"
    if event.verb == "close" and any(p.state == "open" for p in changed.promises):
        return "promise_open: keep it, move it or take it back first"
    return None


def _changed(event: DecisionMade, case: Case, overruled: tuple[Reply, ...]) -> Case:
    promises = taken_back(case.promises, overruled)
    update: dict[str, object] = {
        "version": case.version + 1,
        "promises": promises,
        "due_at": next_date(promises),
    }
    match event.verb:
        case "take":
            update["held_by"] = event.decided_by
        case "give_back":
            update["held_by"] = None
        case "close":
            update["state"] = "closed"
        case "reply":
            update["state"] = "answering"
    return case.model_copy(update=update)


def _overruled(event: DecisionMade, replies: tuple[Reply, ...]) -> tuple[Reply, ...]:
    """Automation is silent from the moment a person takes a case or answers themselves."""
    if event.verb not in {"take", "reply", "close"}:
        return ()
    return tuple(reply for reply in replies if reply.state == "planned")


def _noted(event: DecisionMade) -> str:
    """A note is its words; those of a reply stand with the reply."""
    return event.text or "" if event.verb == "note" else ""


def _entry(event: DecisionMade, around: Circumstances, what: str, why: str) -> Entry:
    return Entry(
        brand=event.brand,
        case_id=event.case_id,
        entry_id=event.event_id,
        event_id=event.event_id,
        at=event.decided_at,
        recorded_at=around.now,
        what=what,
        by=event.decided_by,
        why=why,
    )
