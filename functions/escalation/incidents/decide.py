"""A named person decided about an incident: whether it holds, and what follows. Pure.

proposed → committed → announced → told, or dropped with a reason. Merge and split: grouping.py.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from functions.escalation.decision import Decision
from functions.escalation.incidents import acting, grouping
from functions.escalation.incidents.clock import Moment, written
from functions.escalation.incidents.group import Group, Verdict
from functions.escalation.incidents.page import handed_over
from functions.escalation.incidents.proposing import is_known, noted
from functions.escalation.step import Blocked
from shared.cases.change import Change
from shared.cases.items import Brief, Incident
from shared.messages import IncidentDecided, IncidentVerb

type Act = Callable[[IncidentDecided, Group, Moment], Verdict | Blocked]

ACTS: Mapping[IncidentVerb, Act] = {
    "propose": acting.propose,
    "commit": acting.commit,
    "announce": acting.announce,
    "drop": acting.drop,
    "note": acting.note,
    "merge": grouping.merge,
    "split": grouping.split,
}


@dataclass(frozen=True, slots=True)
class _Settled:
    incident: Incident
    what: str
    why: str


def decide_incident(event: IncidentDecided, group: Group, around: Moment) -> Decision:
    """What a person's decision does, or why it can't stand; either way it stands in the trail."""
    incident = group.incident
    if is_known(incident, event.event_id):
        return Decision(Change(), "duplicate", "already_done")
    verdict = _verdict(event, group, around)
    if isinstance(verdict, Blocked):
        trail = _Settled(incident, "decision blocked", verdict.reason)
        return Decision(Change(incident=_written(event, trail, around)), "blocked", verdict.reason)
    settled = _Settled(verdict.incident, f"decided: {event.verb}", verdict.why)
    other = verdict.other
    change = Change(
        incident=_written(event, settled, around),
        other_incident=_written(event, replace_in(settled, other), around) if other else None,
        entries=verdict.entries,
        regrouped=verdict.regrouped,
        briefs=_briefs(event, verdict, around),
        done=group.waiting if event.verb != "note" else (),
    )
    return Decision(change, f"incident_{event.verb}")  # why is for the trail: no log holds words


def replace_in(settled: _Settled, other: Incident) -> _Settled:
    """The same line, in the trail of the other incident."""
    return _Settled(other, settled.what, settled.why)


def _verdict(event: IncidentDecided, group: Group, around: Moment) -> Verdict | Blocked:
    incident = group.incident
    if event.incident_version != incident.version:
        seen, now = event.incident_version, incident.version
        return Blocked(f"stale: decided on version {seen}, now {now}")
    if incident.merged_into is not None:
        return Blocked(f"merged: this incident is part of {incident.merged_into} now")
    if event.owner is not None and event.owner not in around.policy.people:
        return Blocked("no_such_person: an action's owner is one of the policy's people")
    return ACTS[event.verb](event, group, around)


def _written(event: IncidentDecided, settled: _Settled, around: Moment) -> Incident:
    by, why = event.decided_by, settled.why
    trail = noted(settled.incident, around, settled.what, by, event.event_id, why)
    return written(trail, around.policy.incidents)


def _briefs(event: IncidentDecided, verdict: Verdict, around: Moment) -> tuple[Brief, ...]:
    """Whoever is given an action by somebody else gets its page."""
    action = verdict.incident.action
    if event.verb not in {"propose", "commit"} or action is None:
        return ()
    if around.policy.signed_in(event.decided_by) == action.owner:
        return ()
    return (handed_over(verdict.incident, event, around),)
