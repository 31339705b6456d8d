"""What is kept for later readers: the audit trail, and what nobody could handle."""

from pydantic import AwareDatetime, Field

from shared.messages import Frozen


class Entry(Frozen):
    """One line of a case's timeline, which is its audit trail."""

    brand: str
    case_id: str
    entry_id: str
    event_id: str
    at: AwareDatetime
    recorded_at: AwareDatetime
    what: str
    by: str
    why: str = ""
    detail: dict[str, str] = Field(default_factory=dict)


class Parked(Frozen):
    """What nobody could handle, why, and the message to try again with."""

    event_id: str
    at: AwareDatetime
    brand: str | None = None
    platform: str | None = None
    stage: str
    reason: str
    detail: str = ""
    body: str = ""
    raw_key: str | None = None
