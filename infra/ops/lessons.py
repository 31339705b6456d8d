"""What critics taught, and what changed because of it. Pure."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from infra.ops.incident_file import IncidentFile
from shared.cases.items import Action

DAY_SECONDS = 86_400


@dataclass(frozen=True, slots=True)
class Lesson:
    """One cause that enough customers complained of. `words` are their own.

    `days`: from the first complaint to the announcement; None where nothing is announced.
    """

    brand: str
    incident_id: str
    cause: str
    customers: int
    echoes: int
    since: datetime
    words: tuple[str, ...]
    state: str
    owner: str
    changed: str | None
    link: str | None
    days: float | None
    dropped_because: str | None

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def lesson_of(file: IncidentFile, words: list[str], cause: str) -> Lesson | None:
    """What an incident taught; None where nothing was asked of anybody."""
    incident, action = file.incident, file.incident.action
    if action is None:
        return None
    return Lesson(
        brand=incident.brand,
        incident_id=incident.incident_id,
        cause=cause,
        customers=len(file.members),
        echoes=file.resonance,
        since=incident.opened_at,
        words=tuple(words),
        state=action.state,
        owner=action.owner,
        changed=action.record,
        link=action.link,
        days=_days(incident.opened_at, action),
        dropped_because=action.reason,
    )


def _days(since: datetime, action: Action) -> float | None:
    if action.announced_at is None:
        return None
    return round((action.announced_at - since).total_seconds() / DAY_SECONDS, 1)
