"""How a stage parks a record: in the table, with its reason and its message."""

from collections.abc import Callable
from datetime import datetime

from shared.cases.items import Parked
from shared.cases.parked import park
from shared.cases.table import Table
from shared.cases.tombstones import is_erased
from shared.errors import Erased, Park
from shared.observability import Metric, count
from shared.records import Record, head_of


def park_in(
    table: Table, stage: str, now: Callable[[], datetime]
) -> Callable[[Record, Park], None]:
    """The `park` of a stage's batch loop."""

    def keep(record: Record, why: Park) -> None:
        if is_erased(table, head_of(record.body)):
            raise Erased
        count(Metric.EVENTS_PARKED)
        park(table, as_parked(record, why, stage, now()))

    return keep


def as_parked(record: Record, why: Park, stage: str, at: datetime) -> Parked:
    """A record that went no further, as it is kept: with as much of it as can be read."""
    head = head_of(record.body)
    post = head.get("post")
    platform = post.get("platform") if isinstance(post, dict) else head.get("platform")
    return Parked(
        event_id=str(head.get("event_id", record.record_id)),
        at=at,
        brand=_text(head.get("brand")),
        platform=_text(platform),
        stage=stage,
        reason=why.reason,
        detail=why.detail,
        body=record.body,
        raw_key=_text(head.get("raw_key")),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
