"""How many calls a platform bears in a window. The numbers are X's and Meta's; tests override them.

Source: platforms.md section 1 for posts and messages; the reading limits are common knowledge.
"""

import threading
from dataclasses import dataclass
from datetime import datetime

QUARTER_HOUR_SECONDS = 15 * 60
DAY_SECONDS = 24 * 3600
HOUR_SECONDS = 3600


@dataclass(frozen=True)
class Limit:
    """So many calls in so many seconds, for one `user` (or Page) or for the whole `app`."""

    calls: int
    seconds: int
    scope: str = "user"


@dataclass(frozen=True)
class Standing:
    """Where a caller stands after a call: `remaining` is -1 when this call was one too many."""

    limit: Limit
    remaining: int
    reset_at: int

    @property
    def used_percent(self) -> int:
        return min(100, 100 * (self.limit.calls - self.remaining) // max(1, self.limit.calls))


X_POST = "POST /2/tweets"
X_MESSAGE = "POST /2/dm_conversations"
GRAPH = "graph"

_DEFAULTS: dict[str, list[Limit]] = {
    X_POST: [Limit(100, QUARTER_HOUR_SECONDS), Limit(10_000, DAY_SECONDS, "app")],
    X_MESSAGE: [Limit(15, QUARTER_HOUR_SECONDS), Limit(1_440, DAY_SECONDS)],
    "GET /2/users/:id/tweets": [Limit(900, QUARTER_HOUR_SECONDS)],
    "GET /2/users/:id/mentions": [Limit(300, QUARTER_HOUR_SECONDS)],
    "GET /2/tweets/:id": [Limit(900, QUARTER_HOUR_SECONDS)],
    "GET /2/users/me": [Limit(75, QUARTER_HOUR_SECONDS)],
    "GET /2/dm_conversations": [Limit(15, QUARTER_HOUR_SECONDS)],
    # Meta's grow with the number of engaged users; these are generous and fixed.
    GRAPH: [Limit(4_800, HOUR_SECONDS), Limit(20_000, HOUR_SECONDS, "app")],
}


class Limits:
    """Counts calls in fixed windows, as X does: a window opens with its first call."""

    def __init__(self) -> None:
        self._limits = {route: list(limits) for route, limits in _DEFAULTS.items()}
        self._windows: dict[tuple[str, Limit, str], tuple[datetime, int]] = {}
        self._lock = threading.Lock()

    def override(self, route: str, limit: Limit) -> None:
        """Replace every limit of a route by this one. KeyError when there is no such route."""
        if route not in self._limits:
            raise KeyError(route)
        with self._lock:
            self._limits[route] = [limit]

    def call(self, route: str, user: str, app: str, now: datetime) -> list[Standing]:
        """Count one call and tell where the caller stands in each window."""
        with self._lock:
            return [
                self._count(route, limit, app if limit.scope == "app" else user, now)
                for limit in self._limits[route]
            ]

    def _count(self, route: str, limit: Limit, who: str, now: datetime) -> Standing:
        opened, count = self._windows.get((route, limit, who), (now, 0))
        if (now - opened).total_seconds() >= limit.seconds:
            opened, count = now, 0
        self._windows[route, limit, who] = (opened, count + 1)
        reset_at = int(opened.timestamp()) + limit.seconds
        return Standing(limit, max(-1, limit.calls - count - 1), reset_at)
