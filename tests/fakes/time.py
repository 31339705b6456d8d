"""Time that stands still until a test moves it, and what Lambda says of the time that is left.

Fakes because a real clock makes a test wait, or lie about when it ran.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

START = datetime(2026, 11, 2, 8, 20, tzinfo=UTC)


@dataclass
class Clock:
    """A clock, as `now()`, as a callable, and as seconds that only grow."""

    moment: datetime = START

    def __call__(self) -> datetime:
        return self.moment

    def seconds(self) -> float:
        return (self.moment - START).total_seconds()

    def pass_by(self, **time: float) -> datetime:
        """Move on by what a timedelta takes; the new time."""
        self.moment += timedelta(**time)
        return self.moment


@dataclass
class Context:
    """Lambda's context. Each look at the time left costs `cost_milliseconds` of it."""

    remaining_milliseconds: int = 30_000
    cost_milliseconds: int = 0
    aws_request_id: str = "6f1b7c6e"

    def get_remaining_time_in_millis(self) -> int:
        left = self.remaining_milliseconds
        self.remaining_milliseconds -= self.cost_milliseconds
        return left
