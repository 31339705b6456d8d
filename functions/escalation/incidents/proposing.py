"""An action about an incident is proposed, with an owner and a clock; its trail. Pure."""

from datetime import timedelta

from functions.escalation.incidents.clock import Moment
from functions.escalation.people import assign
from functions.escalation.policy import Need
from shared.cases.items import Action, Incident
from shared.clock import iso
from shared.messages import Labels


def proposed(
    incident: Incident, around: Moment, *, by: str, event_id: str, owner: str | None = None
) -> Incident:
    """The incident with an action that somebody is asked for; its clock runs from here."""
    policy = around.policy.incidents
    due_at = around.now + timedelta(days=policy.action_days)
    action = Action(
        owner=owner or owner_of(incident, around),
        proposed_at=around.now,
        due_at=due_at,
        warn_at=due_at - timedelta(days=policy.warn_days),
    )
    with_action = incident.model_copy(update={"action": action})
    return noted(with_action, around, "action proposed", by, event_id, f"owner {action.owner}")


def noted(
    incident: Incident, around: Moment, what: str, by: str, event_id: str, why: str = ""
) -> Incident:
    """One line more in its audit trail; the event's id there tells a repetition."""
    line = {
        "at": iso(around.now),
        "what": what,
        "by": by,
        "event_id": event_id,
        "why": why,
        "policy": around.policy.version,
    }
    return incident.model_copy(update={"history": (*incident.history, line)})


def is_known(incident: Incident, event_id: str) -> bool:
    """Whether this event is in its trail already."""
    return any(line.get("event_id") == event_id for line in incident.history)


def owner_of(incident: Incident, around: Moment) -> str:
    """Who is asked to act, as the policy says."""
    language = incident.languages[0] if incident.languages else "und"
    about = Labels(language=language, kind="complaint", topic=incident.topic, severity=2)
    need = Need(about.topic, about.language, about.severity)
    routes = around.policy.incidents.action_owners
    wanted = next(route.to for route in routes if route.fits(need))
    given = assign(wanted, about, around.policy, brand=incident.brand, taken={}, now=around.now)
    return given.person
