"""Which incident a complaint belongs to, and when it is enough that something must be done. Pure.

Resonance, which is what others write under its customers' posts, raises the incident and never a
case. "We will act" is not said here: that takes a person who commits to it.
"""

from dataclasses import dataclass
from datetime import timedelta

from functions.escalation.facts import Circumstances, labels_of
from functions.escalation.incidents.cause import Match, belongs_to, cause_of
from functions.escalation.incidents.clock import written
from functions.escalation.incidents.growing import grown, member_of, told_late
from functions.escalation.incidents.page import proposal
from functions.escalation.incidents.proposing import proposed
from functions.escalation.incidents.twins import with_twin
from functions.escalation.known import Known
from functions.escalation.policy import Incidents
from shared.cases.items import Brief, Case, Incident, Member
from shared.cases.keys import incident_id_for
from shared.messages import PostClassified

MOST_PLACES = 20  # of an incident: more would only make its item large
QUIET = timedelta(
    hours=1
)  # an incident of thousands is written at most so often to say "today too"
BURST_SHARE = 0.5  # of the threshold, while complaints come much faster than is usual


@dataclass(frozen=True, slots=True)
class Gathered:
    """Where a complaint belongs. `incident` is None where it stays as it is written."""

    incident_id: str
    member: Member
    incident: Incident | None = None
    briefs: tuple[Brief, ...] = ()


def gather(
    event: PostClassified, case: Case, known: Known, around: Circumstances
) -> Gathered | None:
    """The incident that the complaint joins or begins; None where nothing tells its cause."""
    labels = labels_of(event)
    if case.incident_id is not None or labels.kind != "complaint":
        return None
    policy = around.policy.incidents
    match = belongs_to(labels, known.incidents, around.now, policy.window_days)
    if match is not None:
        return _joined(event, case, known, around, match)
    incident_id = id_for(event, known, around)
    return _begun(event, case, incident_id, around) if incident_id else None


def id_for(event: PostClassified, known: Known, around: Circumstances) -> str | None:
    """The id of a new incident: the same for all who see its cause on one day.

    One that ended today keeps its id; what begins after it has the next.
    """
    cause, day = cause_of(labels_of(event)), around.now.date().isoformat()
    taken = {incident.incident_id for incident in known.incidents}
    if cause is None:
        return None
    ids = (incident_id_for(event.brand, "any", cause, f"{day}.{n}") for n in range(len(taken) + 1))
    return next(one for one in ids if one not in taken)


def is_enough(incident: Incident, policy: Incidents, *, is_burst: bool = False) -> bool:
    """Whether so many are concerned that an action is proposed."""
    wanted = max(2.0, policy.threshold * (BURST_SHARE if is_burst else 1))
    return incident.cases + _echoed(incident, policy) >= wanted


def _echoed(incident: Incident, policy: Incidents) -> float:
    """How many customers all that others made of it counts for."""
    words = policy.resonance_weight * incident.resonance
    without = policy.repost_weight * incident.reposts, policy.reaction_weight * incident.reactions
    return words + sum(without)


def opened(
    incident: Incident, event: PostClassified, around: Circumstances
) -> tuple[Incident, tuple[Brief, ...]]:
    """The incident, with an action proposed and its owner briefed, where that is enough."""
    is_burst = around.volume.is_burst_of(incident.topic)
    if incident.state != "watched":
        return incident, ()
    if not is_enough(incident, around.policy.incidents, is_burst=is_burst):
        return incident, ()
    begun = incident.model_copy(update={"state": "open"})
    with_action = proposed(begun, around, by="policy", event_id=event.event_id)
    return with_action, (proposal(with_action, event, around),)


def _begun(event: PostClassified, case: Case, incident_id: str, around: Circumstances) -> Gathered:
    labels = labels_of(event)
    incident = Incident(
        brand=event.brand,
        incident_id=incident_id,
        event_id=event.event_id,
        topic=labels.topic,
        themes=labels.themes,
        product=labels.product,
        places=(labels.place,) if labels.place else (),
        languages=(labels.language,),
        platforms=(event.post.platform,),
        first_case_id=case.case_id,
        opened_at=around.now,
        last_at=around.now,
        cases=1,
    )
    member = member_of(case, incident_id, ("the first to say so",), around)
    return Gathered(incident_id, member, written(incident, around.policy.incidents))


def _joined(
    event: PostClassified, case: Case, known: Known, around: Circumstances, match: Match
) -> Gathered:
    before = match.incident
    member = member_of(case, before.incident_id, match.because, around)
    more = grown(before, event, case, known, around, match)
    after, briefs = opened(more, event, around)
    late, asked = with_twin(told_late(after, around), event, known, around)
    is_written = late != before
    incident = written(late, around.policy.incidents) if is_written else None
    return Gathered(before.incident_id, member, incident, (*briefs, *asked))
