"""What a person may decide about an incident's action, a function a verb. Pure."""

from datetime import timedelta

from functions.escalation.incidents.clock import TELL_AGAIN_SECONDS, Moment
from functions.escalation.incidents.group import Group, Verdict
from functions.escalation.incidents.proposing import proposed
from functions.escalation.step import Blocked
from shared.cases.items import Action, Incident
from shared.messages import IncidentDecided
from shared.wording.room import too_long_somewhere

_LIVE = frozenset({"proposed", "committed"})


def propose(event: IncidentDecided, group: Group, around: Moment) -> Verdict | Blocked:
    """Ask somebody for an action; of one that is proposed already, somebody else. The clock runs
    on."""
    incident, action = group.incident, group.incident.action
    if action is not None and action.state not in {"proposed", "dropped"}:
        return Blocked(f"{action.state}: an action is under way; note says what is new")
    if action is not None and action.state == "proposed":
        return Verdict(_with(incident, action, owner=event.owner), f"owner {event.owner}")
    opened = incident.model_copy(update={"state": "open"})
    by = event.decided_by
    asked = proposed(opened, around, by=by, event_id=event.event_id, owner=event.owner)
    return Verdict(asked, f"owner {event.owner}")


def commit(event: IncidentDecided, group: Group, around: Moment) -> Verdict | Blocked:
    """We will act: from here on it may be said, and its customers hear it once."""
    action = group.incident.action
    if action is not None and action.state in {"committed", "announced", "told"}:
        return Blocked(f"{action.state}: that is decided already")
    if action is None or action.state == "dropped":
        asked = propose(event, group, around)
        if isinstance(asked, Blocked) or asked.incident.action is None:
            return asked
        return _committed(event, asked.incident, asked.incident.action, around)
    return _committed(event, group.incident, action, around)


def announce(event: IncidentDecided, group: Group, around: Moment) -> Verdict | Blocked:
    """What we do, in public words: every customer of the incident hears it, in their language."""
    action = group.incident.action
    if action is None or action.state != "committed":
        state = action.state if action else "not proposed"
        return Blocked(f"{state}: only what somebody has committed to is announced")
    if not (event.link or "").startswith("https://"):
        return Blocked("no_link: one address, https://…, where all of it stands")
    if why := _roomless(event.texts, group.incident):
        return Blocked(why)
    announced = _with(
        group.incident,
        action,
        state="announced",
        texts=_said(event.texts),
        link=event.link,
        announced_by=event.decided_by,
        announced_at=around.now,
    )
    return Verdict(_to_tell(announced, around), f"in {', '.join(sorted(event.texts))}")


def drop(event: IncidentDecided, group: Group, around: Moment) -> Verdict | Blocked:
    """We will not act. Whoever was told that we will hears so, with the reason in their words."""
    action = group.incident.action
    if action is None or action.state not in _LIVE:
        return Blocked(f"{action.state if action else 'not proposed'}: there is nothing to drop")
    was_told = action.state == "committed"
    if was_told and not _said(event.texts):
        return Blocked("in_the_open: they were told that we will act; say why not, by language")
    if was_told and (why := _roomless(event.texts, group.incident)):
        return Blocked(why)
    dropped = _with(
        group.incident, action, state="dropped", reason=event.reason, texts=_said(event.texts)
    )
    return Verdict(_to_tell(dropped, around) if was_told else dropped, event.reason or "")


def note(event: IncidentDecided, group: Group, _around: Moment) -> Verdict | Blocked:
    """For colleagues: put on the record."""
    return Verdict(group.incident, event.text or "")


def _committed(
    event: IncidentDecided, incident: Incident, action: Action, around: Moment
) -> Verdict | Blocked:
    due_at = event.by or action.due_at
    if due_at <= around.now:
        return Blocked("past: name a date that is still to come with --by")
    if due_at > action.due_at and action.due_at > around.now:
        return Blocked(f"too_late: the clock ends at {action.due_at:%Y-%m-%d %H:%M}")
    warn_at = due_at - timedelta(days=around.policy.incidents.warn_days)
    committed = _with(
        incident,
        action,
        state="committed",
        owner=event.owner or action.owner,
        record=event.text,
        committed_by=event.decided_by,
        committed_at=around.now,
        due_at=due_at,
        warn_at=warn_at if warn_at > around.now else None,
        is_breached=False,
    )
    opened = committed.model_copy(update={"state": "open"})
    return Verdict(_to_tell(opened, around), event.text or "")


def _to_tell(incident: Incident, around: Moment) -> Incident:
    """Its customers are told from this moment; whoever was missed is found some minutes later."""
    again = around.now + timedelta(seconds=TELL_AGAIN_SECONDS)
    return incident.model_copy(update={"tell_at": again})


def _with(incident: Incident, action: Action, **changed: object) -> Incident:
    return incident.model_copy(update={"action": action.model_copy(update=changed)})


def _roomless(texts: dict[str, str], incident: Incident) -> str | None:
    """Why some of its customers couldn't be told so: each would become a task for a person."""
    found = ((name, too_long_somewhere(it, incident.platforms)) for name, it in texts.items())
    return next((f"{why} ({name})" for name, why in found if why), None)


def _said(texts: dict[str, str]) -> dict[str, str]:
    return {language: text.strip() for language, text in texts.items() if text.strip()}
