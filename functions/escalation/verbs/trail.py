"""The trail of the other case, where a decision on one concerns two."""

from functions.escalation.facts import Circumstances
from shared.cases.items import Case, Entry
from shared.messages import DecisionMade


def trail_of(event: DecisionMade, other: Case, around: Circumstances, what: str) -> Entry:
    """What its readers find there."""
    return Entry(
        brand=other.brand,
        case_id=other.case_id,
        entry_id=f"{event.event_id}.other",
        event_id=event.event_id,
        at=event.decided_at,
        recorded_at=around.now,
        what=what,
        by=event.decided_by,
        why=event.reason or event.text or "",
        detail={"policy": around.policy.version, "other": event.case_id},
    )
