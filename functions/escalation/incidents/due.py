"""A date of an incident has come: reminded, broken, or over. Pure."""

from datetime import timedelta

from functions.escalation.decision import Decision
from functions.escalation.incidents.clock import TELL_AGAIN_SECONDS, Moment, ends_at, written
from functions.escalation.incidents.page import overdue
from functions.escalation.incidents.proposing import noted
from functions.escalation.people import next_after
from shared.cases.change import Change
from shared.cases.items import Action, Brief, Incident
from shared.messages import IncidentDue, Labels

SOON, BROKEN = "an action is due soon", "an action's date has passed"


def decide_due(event: IncidentDue, incident: Incident, around: Moment) -> Decision:
    """What is due on the incident by now. Who is to be told is looked for again, later too."""
    after, briefs, outcome = incident, tuple[Brief, ...](), "nothing_due"
    if incident.tell_at is not None and incident.tell_at <= around.now:
        again = around.now + timedelta(seconds=TELL_AGAIN_SECONDS)
        after, outcome = after.model_copy(update={"tell_at": again}), "telling"
    action = incident.action
    if _is_running(incident) and action is not None and action.due_at <= around.now:
        after, briefs, outcome = _broken(event, after, action, around)
    elif _is_running(incident) and action is not None and _is_soon(action, around):
        after, briefs, outcome = _reminded(event, after, action, around)
    elif _is_over(incident, around):
        after, outcome = _ended(event, after, around), "incident_ended"
    if after == incident:
        return Decision(Change(), "nothing_due")
    change = Change(incident=written(after, around.policy.incidents), briefs=briefs)
    return Decision(change, outcome, is_person_needed=bool(briefs))


def _is_running(incident: Incident) -> bool:
    action = incident.action
    return action is not None and action.state in {"proposed", "committed"}


def _is_soon(action: Action, around: Moment) -> bool:
    return action.warn_at is not None and action.warn_at <= around.now


def _is_over(incident: Incident, around: Moment) -> bool:
    """Whether nothing is under way, and nobody has complained of it for the policy's window."""
    action, is_open = incident.action, incident.state in {"watched", "open"}
    is_idle = action is None or action.state in {"told", "dropped"}
    is_quiet = incident.tell_at is None and ends_at(incident, around.policy.incidents) <= around.now
    return is_open and is_idle and is_quiet


def _reminded(
    event: IncidentDue, incident: Incident, action: Action, around: Moment
) -> tuple[Incident, tuple[Brief, ...], str]:
    brief = overdue(incident, around, to=action.owner, event_id=event.event_id, why=SOON)
    quiet = _with(incident, action, warn_at=None)
    reminded = noted(quiet, around, SOON, "follow-up", event.event_id, f"{action.owner} is asked")
    return reminded, (brief,), "action_due_soon"


def _broken(
    event: IncidentDue, incident: Incident, action: Action, around: Moment
) -> tuple[Incident, tuple[Brief, ...], str]:
    """Said once, to whoever comes after its owner."""
    if action.is_breached:
        return incident, (), "nothing_due"
    to = _next_after(action.owner, incident, around)
    brief = overdue(incident, around, to=to, event_id=event.event_id, why=BROKEN)
    breached = _with(incident, action, warn_at=None, is_breached=True)
    told = noted(breached, around, BROKEN, "follow-up", event.event_id, f"{to} is asked")
    return told, (brief,), "action_overdue"


def _ended(event: IncidentDue, incident: Incident, around: Moment) -> Incident:
    over = incident.model_copy(update={"state": "ended"})
    return noted(over, around, "ended", "follow-up", event.event_id, "nobody complains of it now")


def _next_after(owner: str, incident: Incident, around: Moment) -> str:
    language = incident.languages[0] if incident.languages else "und"
    about = Labels(language=language, kind="complaint", topic=incident.topic, severity=4)
    return next_after(owner, about, around.policy, asked=(), now=around.now) or owner


def _with(incident: Incident, action: Action, **changed: object) -> Incident:
    return incident.model_copy(update={"action": action.model_copy(update=changed)})
