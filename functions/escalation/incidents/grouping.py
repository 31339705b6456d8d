"""Two incidents that have one cause, and one that has two: a person says so. Pure."""

from datetime import datetime

from functions.escalation.incidents.clock import Moment
from functions.escalation.incidents.group import Group, Verdict
from functions.escalation.step import Blocked
from shared.cases.change import Regrouped
from shared.cases.items import Action, Entry, Incident, Member
from shared.cases.keys import incident_id_for
from shared.messages import IncidentDecided

MOST_SPLIT = 20  # cases at once: each takes four places of the hundred that a transaction has
_FURTHER = ("told", "announced", "committed", "proposed", "dropped")


def merge(event: IncidentDecided, group: Group, around: Moment) -> Verdict | Blocked:
    """This incident becomes part of the other, and so do its customers."""
    incident, other = group.incident, group.other
    if other is None or other.incident_id == incident.incident_id:
        return Blocked("no_such_incident: name another one of this brand")
    if other.state not in {"watched", "open"} or other.merged_into is not None:
        return Blocked(f"{other.state}: the other is over")
    gone = incident.model_copy(
        update={
            "state": "merged",
            "merged_into": other.incident_id,
            "action": None,
            "tell_at": around.now,  # its customers are moved, page by page
        }
    )
    why = f"{incident.incident_id} into {other.incident_id}"
    return Verdict(gone, event.reason or why, other=_joined(other, incident, around))


def split(event: IncidentDecided, group: Group, around: Moment) -> Verdict | Blocked:
    """Some of its cases have another cause: they become an incident of their own."""
    incident, members = group.incident, group.members
    missing = set(event.case_ids) - {member.case_id for member in members}
    if missing:
        return Blocked(f"not_in_it: {', '.join(sorted(missing))[:80]}")
    if len(members) > MOST_SPLIT:
        most = f"too_many: split {MOST_SPLIT} cases at once, then the next"
        return Blocked(f"{most}, and merge the new incidents into one")
    new = _new(event, incident, members, around)
    regrouped = tuple(_moved(member, new, incident) for member in members)
    left = incident.model_copy(update={"cases": max(incident.cases - len(members), 0)})
    entries = tuple(_entry(event, member, new, around) for member in members)
    why = f"{len(members)} cases to {new.incident_id}"
    return Verdict(left, why, other=new, regrouped=regrouped, entries=entries)


def moved_by_merge(member: Member, incident: Incident) -> Member:
    """A customer of an incident that was merged, as they stand in the one it is part of now."""
    because = (*member.because, f"merged from {incident.incident_id}")
    update = {"incident_id": incident.merged_into, "because": because}
    return member.model_copy(update=update)


def _joined(other: Incident, gone: Incident, around: Moment) -> Incident:
    actions = [action for action in (other.action, gone.action) if action is not None]
    return other.model_copy(
        update={
            "state": "open" if "open" in {other.state, gone.state} else other.state,
            "languages": tuple(sorted({*other.languages, *gone.languages})),
            "platforms": tuple(sorted({*other.platforms, *gone.platforms})),
            "places": tuple(dict.fromkeys((*other.places, *gone.places)))[:20],
            "opened_at": min(other.opened_at, gone.opened_at),
            "last_at": max(other.last_at, gone.last_at),
            "cases": other.cases + gone.cases,
            "resonance": other.resonance + gone.resonance,
            "reposts": other.reposts + gone.reposts,
            "reactions": other.reactions + gone.reactions,
            "action": _further(actions),
            "tell_at": _tell_at(other, actions, around),
        }
    )


def _further(actions: list[Action]) -> Action | None:
    """Of two actions the further one stays: what was told must stand, and be told to all."""
    kept = min(actions, key=lambda action: _FURTHER.index(action.state), default=None)
    if kept is None or kept.state != "told":
        return kept
    return kept.model_copy(update={"state": "announced", "told_at": None})


def _tell_at(other: Incident, actions: list[Action], around: Moment) -> datetime | None:
    """Those who came with the merge hear what the others have heard."""
    is_telling = any(action.state in {"committed", "announced", "told"} for action in actions)
    return around.now if is_telling else other.tell_at


def _new(
    event: IncidentDecided, incident: Incident, members: tuple[Member, ...], around: Moment
) -> Incident:
    first = min(members, key=lambda member: (member.joined_at, member.case_id))
    return Incident(
        brand=incident.brand,
        incident_id=incident_id_for(incident.brand, "split", event.event_id, ""),
        event_id=event.event_id,
        topic=incident.topic,
        themes=incident.themes,
        product=incident.product,
        places=incident.places,
        languages=tuple(sorted({member.language for member in members})),
        platforms=incident.platforms,
        first_case_id=first.case_id,
        opened_at=around.now,
        last_at=around.now,
        cases=len(members),
    )


def _moved(member: Member, new: Incident, incident: Incident) -> Regrouped:
    because = (*member.because, f"split off from {incident.incident_id}")
    there = member.model_copy(update={"incident_id": new.incident_id, "because": because})
    return Regrouped(there, incident.incident_id)


def _entry(event: IncidentDecided, member: Member, new: Incident, around: Moment) -> Entry:
    return Entry(
        brand=member.brand,
        case_id=member.case_id,
        entry_id=f"{event.event_id}.{member.case_id}",
        event_id=event.event_id,
        at=event.decided_at,
        recorded_at=around.now,
        what="moved to another incident",
        by=event.decided_by,
        why=event.reason or "",
        detail={"incident": new.incident_id, "before": event.incident_id},
    )
