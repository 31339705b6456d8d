"""An incident's dates: when somebody should look at it again. Pure."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Protocol

from functions.escalation.policy import Incidents, Policy
from shared.cases.items import Incident

NOTICE = timedelta(hours=1)  # nobody promises to act by a date that is as good as past
TELL_AGAIN_SECONDS = 600  # whoever was to be told and wasn't by then is looked for again


class Moment(Protocol):
    """What a decision about a whole incident hangs on: no account is asked."""

    @property
    def policy(self) -> Policy: ...

    @property
    def now(self) -> datetime: ...


def written(incident: Incident, policy: Incidents) -> Incident:
    """The incident as it is written: one version on, with its next date."""
    return incident.model_copy(
        update={"version": incident.version + 1, "due_at": next_date(incident, policy)}
    )


def next_date(incident: Incident, policy: Incidents) -> datetime | None:
    """The earliest of everything that is still to come of the incident."""
    return min(_dates(incident, policy), default=None)


def ends_at(incident: Incident, policy: Incidents) -> datetime:
    """When nobody has complained of it for so long that it is over."""
    return incident.last_at + timedelta(days=policy.window_days)


def may_say_we_will_act(incident: Incident | None, now: datetime) -> bool:
    """Only where an action with an owner exists, and its date is still to come."""
    action = incident.action if incident is not None else None
    if action is None or action.state != "committed":
        return False
    return action.due_at > now + NOTICE


def _dates(incident: Incident, policy: Incidents) -> Iterator[datetime]:
    action = incident.action
    if incident.tell_at is not None:
        yield incident.tell_at
    if incident.state not in {"watched", "open"}:
        return
    if action is None or action.state in {"told", "dropped"}:
        yield ends_at(incident, policy)
    elif action.state in {"proposed", "committed"}:
        if action.warn_at is not None:
            yield action.warn_at
        elif not action.is_breached:
            yield action.due_at
