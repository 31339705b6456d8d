"""How long it took to act on what many complained of: incidents and their actions. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from infra.ops.report.figures import FEWEST
from infra.ops.report.waits import NEVER, Wait, quantile
from shared.cases.items import Action, Incident


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One incident: what about, how many customers, and how long its action took to be announced.

    Times count from the first complaint. `is_kept`: announced within the action's own clock, where
    that is settled. `state` is the action's, or what the incident is without one.
    """

    opened_at: datetime
    topic: str
    themes: tuple[str, ...]
    cases: int
    state: str
    committed: Wait
    announced: Wait
    is_kept: bool | None


@dataclass(frozen=True, slots=True)
class Actions:
    """All incidents of the period; times in seconds. `shown` are those of no few customers."""

    incidents: int
    watched: int
    proposed: int
    committed: int
    announced: int
    dropped: int
    committed_median: float | None
    announced_median: float | None
    announced_p90: float | None
    kept: int
    late: int
    shown: tuple[ActionRow, ...]


def action_row(incident: Incident, now: datetime) -> ActionRow:
    """An incident as it stands at `now`."""
    action = incident.action
    return ActionRow(
        opened_at=incident.opened_at,
        topic=incident.topic,
        themes=incident.themes,
        cases=incident.cases,
        state=action.state if action else incident.state,
        committed=_wait(incident, action.committed_at if action else None, now),
        announced=_wait(incident, action.announced_at if action else None, now),
        is_kept=_is_kept(action, now) if action else None,
    )


def actions_of(rows: Sequence[ActionRow]) -> Actions:
    """The figures of all; what is watched only is no incident yet and counts apart."""
    acted = [row for row in rows if row.state not in {"watched", "ended"}]
    committed, announced = [r.committed for r in acted], [r.announced for r in acted]
    return Actions(
        incidents=len(acted),
        watched=len(rows) - len(acted),
        proposed=sum(row.state != "open" for row in acted),
        committed=sum(wait.has_come for wait in committed),
        announced=sum(wait.has_come for wait in announced),
        dropped=sum(row.state == "dropped" for row in acted),
        committed_median=quantile(committed, 0.5),
        announced_median=quantile(announced, 0.5),
        announced_p90=quantile(announced, 0.9),
        kept=sum(row.is_kept is True for row in acted),
        late=sum(row.is_kept is False for row in acted),
        shown=tuple(sorted(filter(_is_large, acted), key=lambda row: row.opened_at)),
    )


def _is_large(row: ActionRow) -> bool:
    return row.cases >= FEWEST


def _wait(incident: Incident, at: datetime | None, now: datetime) -> Wait:
    is_over = incident.state == "ended" or (
        incident.action is not None and incident.action.state == "dropped"
    )
    if at is None and is_over:
        return NEVER
    return Wait(max(((at or now) - incident.opened_at).total_seconds(), 0.0), at is not None)


def _is_kept(action: Action, now: datetime) -> bool | None:
    if action.state == "dropped":
        return None
    if action.announced_at is not None:
        return action.announced_at <= action.due_at
    return False if action.due_at < now else None
