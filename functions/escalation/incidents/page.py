"""What people read about an incident: the owner of its action, and whoever is asked next. Pure."""

from datetime import timedelta

from functions.escalation.incidents.clock import Moment
from functions.escalation.people import acknowledge_by
from shared.cases.change import RESEND_SECONDS
from shared.cases.items import Action, Brief, Incident
from shared.cases.keys import brief_id_for
from shared.clock import iso
from shared.messages import IncidentDecided, PostClassified

_SEVERITY = 2  # how fast its owner must act on the page: as on that of a case which costs plans


def proposal(incident: Incident, event: PostClassified, around: Moment) -> Brief:
    """The page for whoever is asked to act, with the newest customer's own words."""
    action, told = _action(incident), around.policy.calendar.told
    parts = (
        f"{_who(action.owner, around)}: several customers complain of one cause. What do we do?",
        f"What it is:\n{facts(incident, around)}",
        f"The newest of them:\n{event.post.text}",
        f"What is asked of you: an action, announced by {told(action.due_at)}.",
        f"What you may do:\n{options(incident)}",
    )
    return brief_about(
        incident, around, to=action.owner, of="proposed", event_id=event.event_id,
        why="several customers, one cause: an action is proposed", page="\n\n".join(parts),
        conversation=event.conversation,
    )  # fmt: skip


def handed_over(incident: Incident, event: IncidentDecided, around: Moment) -> Brief:
    """The page for whom somebody else gave the action to."""
    action, told = _action(incident), around.policy.calendar.told
    parts = (
        f"{_who(action.owner, around)}: this action is yours ({event.verb} by {event.decided_by}).",
        f"What it is:\n{facts(incident, around)}",
        f"What was decided:\n{action.record or 'nothing yet: what do we do?'}",
        f"What is asked of you: announced by {told(action.due_at)}.",
        f"What you may do:\n{options(incident)}",
    )
    return brief_about(
        incident, around, to=action.owner, of=event.event_id, event_id=event.event_id,
        why="an action about several customers is yours", page="\n\n".join(parts),
    )  # fmt: skip


def overdue(incident: Incident, around: Moment, *, to: str, event_id: str, why: str) -> Brief:
    """The page that reminds of an action's clock, or says that it has run out."""
    action, told = _action(incident), around.policy.calendar.told
    parts = (
        f"{_who(to, around)}: {why}. {action.owner} owns the action, which is {action.state}.",
        f"What it is:\n{facts(incident, around)}",
        f"What was decided:\n{action.record or 'nothing yet'}",
        f"The clock ends {told(action.due_at)}; it began {told(action.proposed_at)}.",
        f"What you may do:\n{options(incident)}",
    )
    return brief_about(
        incident, around, to=to, of=f"{why}.{iso(action.due_at)}", event_id=event_id, why=why,
        page="\n\n".join(parts),
    )  # fmt: skip


def brief_about(
    incident: Incident, around: Moment, *, to: str, of: str, event_id: str, why: str,
    page: str, conversation: str = "",
) -> Brief:  # fmt: skip
    """A page about the whole incident; it stands with its first case."""
    return Brief(
        brand=incident.brand,
        case_id=incident.first_case_id,
        brief_id=brief_id_for(incident.first_case_id, f"{incident.incident_id}.{of}", to),
        event_id=event_id,
        conversation=conversation,
        to=to,
        why=why,
        page=page,
        at=around.now,
        answer_by=acknowledge_by(_SEVERITY, around.now, around.policy),
        due_at=around.now + timedelta(seconds=RESEND_SECONDS),
        incident_id=incident.incident_id,
    )


def facts(incident: Incident, around: Moment) -> str:
    """What all of them share, and how far it reaches."""
    since = around.policy.calendar.told(incident.opened_at)
    lines = [
        f"{incident.topic}: {', '.join(incident.themes).replace('_', ' ')}",
        f"{incident.cases} customers or more, since {since}",
        f"languages {', '.join(incident.languages)}; platforms {', '.join(incident.platforms)}",
    ]
    if incident.product:
        lines.append(f"product: {incident.product}")
    if incident.places:
        lines.append(f"places: {', '.join(incident.places)}")
    if echoed := _echoed(incident):
        lines.append(f"by others: {echoed}")
    return "\n".join(f"- {line}" for line in lines)


def _echoed(incident: Incident) -> str:
    counts = {
        "answers": incident.resonance,
        "reposts": incident.reposts,
        "reactions": incident.reactions,
    }
    return ", ".join(f"{count} {name}" for name, count in counts.items() if count)


def options(incident: Incident) -> str:
    """The decisions that are open, as they are typed."""
    which = incident.incident_id
    return "\n".join(
        (
            f"sixday incidents show {which}                 who belongs to it, and why",
            f'sixday action commit {which} --record "…"     we will act, and say so',
            f'sixday action announce {which} --text es="…" --link …   it is done: tell them all',
            f'sixday action drop {which} --reason "…"       we will not, and why',
        )
    )


def _who(person: str, around: Moment) -> str:
    known = around.policy.people.get(person)
    return f"For {known.name} ({known.role})" if known else f"For {person}"


def _action(incident: Incident) -> Action:
    if incident.action is None:
        raise ValueError("an incident without an action has nobody to brief")
    return incident.action
