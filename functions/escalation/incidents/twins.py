"""Two incidents that may be one: a complaint fits both. A person is asked once, and decides. Pure.

Two workers that see a cause in other words within the same second begin an incident each: neither
sees the other's yet. The next complaint that fits both shows it.
"""

from functions.escalation.facts import Circumstances, labels_of
from functions.escalation.incidents.cause import Match, all_fitting
from functions.escalation.incidents.page import brief_about, facts
from functions.escalation.incidents.proposing import noted, owner_of
from functions.escalation.known import Known
from shared.cases.items import Brief, Incident
from shared.messages import PostClassified

ALIKE = "may have the same cause as another"


def with_twin(
    incident: Incident, event: PostClassified, known: Known, around: Circumstances
) -> tuple[Incident, tuple[Brief, ...]]:
    """The incident, with a proposal to merge in its trail, and whoever is asked to decide it."""
    days = around.policy.incidents.window_days
    found = all_fitting(labels_of(event), known.incidents, around.now, days)
    other = next((match for match in found if _is_news(incident, match.incident)), None)
    if other is None:
        return incident, ()
    why = f"{other.incident.incident_id}: {'; '.join(other.because)}"
    told = noted(incident, around, ALIKE, "policy", event.event_id, why)
    return told, (_proposal(incident, other, event, around),)


def _is_news(incident: Incident, other: Incident) -> bool:
    """Whether it is another one, and neither trail names the other: a person has decided that."""
    one, two = incident.incident_id, other.incident_id
    return one != two and not (_names(incident, two) or _names(other, one))


def _names(incident: Incident, other_id: str) -> bool:
    return any(other_id in line.get("why", "") for line in incident.history)


def _proposal(
    incident: Incident, other: Match, event: PostClassified, around: Circumstances
) -> Brief:
    """To whoever owns the action of one of them, or would."""
    newer, older = sorted(
        (incident, other.incident), key=lambda it: (it.opened_at, it.incident_id), reverse=True
    )
    action = incident.action or other.incident.action
    page = (
        f"A complaint fits two incidents: {'; '.join(other.because)}. Are they one?\n\n"
        f"The one:\n{facts(older, around)}\n\nThe other:\n{facts(newer, around)}\n\n"
        f"The complaint:\n{event.post.text}\n\nWhat you may do:\n"
        f"sixday incidents merge {newer.incident_id} {older.incident_id}   they are one\n"
        f"sixday incidents show {newer.incident_id}   who belongs to it, and why"
    )
    return brief_about(
        incident, around, to=action.owner if action else owner_of(incident, around),
        of=f"twin.{other.incident.incident_id}", event_id=event.event_id,
        why="two incidents may have one cause: merge them?", page=page,
        conversation=event.conversation,
    )  # fmt: skip
