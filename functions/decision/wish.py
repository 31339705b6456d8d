"""A decision in a request's body: its fields are those of the message that it becomes.

Whoever it says that it comes from counts for nothing: who and when are the door's own to say.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from pydantic import ValidationError

from functions.decision.body import Body, check_fields, wrong
from functions.decision.refused import RefusedError
from shared.messages import INCIDENT_NEEDS, NEEDS, DecisionMade, IncidentDecided

type Made = DecisionMade | IncidentDecided

_DOORS_OWN = {"version", "event_id", "kind", "decided_by", "decided_at"}
_SOME_TIME = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Wish:
    """A body that says all that its verb needs; `becomes` is the message."""

    fields: Body
    becomes: type[Made]

    @property
    def is_of_incident(self) -> bool:
        return self.becomes is IncidentDecided

    def made(self, event_id: str, who: str, at: datetime) -> Made:
        """The message."""
        own = {"event_id": event_id, "decided_by": who, "decided_at": at}
        return self.becomes.model_validate(self.fields | own)


def wish_of(body: Body) -> Wish:
    """What a body asks for: of an incident where it names one, else of a case.

    Raises:
        RefusedError: 400, with what is wrong or missing, never with what was written.
    """
    is_incident = "incident_id" in body
    wish = Wish(body, IncidentDecided if is_incident else DecisionMade)
    check_fields(body, set(wish.becomes.model_fields) - _DOORS_OWN)
    try:
        made = wish.made("d-", "nobody yet", _SOME_TIME)
    except ValidationError as error:
        raise wrong(error) from None
    _check_needs(body, (INCIDENT_NEEDS if is_incident else NEEDS).get(made.verb, ()))
    return wish


def _check_needs(body: Body, needs: tuple[str, ...]) -> None:
    if missing := [name for name in needs if not _is_said(body.get(name))]:
        raise RefusedError(400, f"{body['verb']} needs {', '.join(missing)}")


def _is_said(value: object) -> bool:
    """A no is said; an empty text, list or mapping isn't."""
    return bool(value.strip()) if isinstance(value, str) else value not in (None, [], {})
