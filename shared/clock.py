"""The one place that asks what time it is."""

from collections.abc import Callable
from datetime import UTC, datetime

type Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The machine's time, aware, in UTC; in whole milliseconds, as the table's keys have it."""
    now = datetime.now(UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)


def iso(moment: datetime) -> str:
    """`2026-11-21T23:38:00.000Z`: sorts as text, which the table's keys rely on."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
