"""What a batch logs of a record: how often and after what time it came, and why it comes again."""

from typing import Any

from shared.clock import utc_now
from shared.errors import RetryLater
from shared.faults import reason_of, where
from shared.observability import Line, log
from shared.records import Record, event_id_of


def given_back(record: Record, error: Exception) -> None:
    """SQS delivers it again, because of this."""
    is_expected = isinstance(error, RetryLater)
    remedy = None if is_expected else f"{where(error)}; SQS delivers it again, then it is parked"
    event_id = event_id_of(record.body)
    line = Line("given_back", reason_of(error), event_id, remedy=remedy, **facts(record))
    log(line, level="warning" if is_expected else "error")


def facts(record: Record) -> dict[str, Any]:
    """Fields of the line of a record."""
    age = record.age_seconds(utc_now())
    return {"attempt": record.receive_count, "queue_age_seconds": age}
