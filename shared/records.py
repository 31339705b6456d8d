"""A queue's record, as Lambda hands it over, read once and typed."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a batch. `receive_count` is 1 at its first delivery."""

    record_id: str
    body: str
    group: str
    receive_count: int
    sent_at: datetime

    def age_seconds(self, now: datetime) -> float:
        """How long it has been in the queue."""
        return round(max((now - self.sent_at).total_seconds(), 0), 3)


def read_record(raw: dict[str, Any]) -> Record:
    """The record in one entry of a Lambda event's `Records`."""
    attributes = raw.get("attributes", {})
    sent_ms = int(attributes.get("SentTimestamp", 0))
    return Record(
        record_id=raw["messageId"],
        body=raw["body"],
        group=str(attributes.get("MessageGroupId", "")),
        receive_count=int(attributes.get("ApproximateReceiveCount", 1)),
        sent_at=datetime.fromtimestamp(sent_ms / 1000, UTC),
    )


def head_of(body: str) -> dict[str, Any]:
    """The fields of a message that perhaps nobody can read; none where it is no JSON object."""
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def event_id_of(body: str) -> str | None:
    """Which event a message is about, where it says so."""
    event_id = head_of(body).get("event_id")
    return event_id if isinstance(event_id, str) else None
