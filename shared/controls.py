"""The switches that people turn while the stack runs: the mode, and off production the clock."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Any, Protocol, cast

from shared.clock import Clock, utc_now
from shared.messages import Mode

KEEP_SECONDS = 15.0  # a switch must hold within 30 s everywhere
KEEP_SECONDS_ON_THE_DESK = 0.5  # where a person, or a test, waits for it


class ReadsParameters(Protocol):
    """What of the SSM client is used here."""

    def get_parameter(self, *, Name: str) -> dict[str, Any]: ...  # noqa: N803 - AWS's name


@dataclass(frozen=True, slots=True)
class Controls:
    """`mode` of a deployment, and by how much its clock was moved (never in production).

    `restored_at`: the table was brought back from a backup then, and what it says of the time
    before may be older than what was done.
    """

    mode: Mode
    clock_offset_seconds: float = 0.0
    restored_at: datetime | None = None


class ControlPanel:
    """Reads one SSM parameter, `{"mode": …, "clock_offset_seconds": …}`, kept for seconds.

    Where it can't be read or understood the last known state stays, and before any was known the
    mode is `draft`: nothing is posted that nobody switched on.
    """

    def __init__(
        self,
        client: Callable[[], ReadsParameters],
        name: str,
        *,
        is_production: bool,
        seconds: Callable[[], float] = monotonic,
    ) -> None:
        self._client, self._name, self._seconds = client, name, seconds
        self._is_production = is_production
        self._read_at = float("-inf")
        self._known = Controls(mode="draft")

    def read(self) -> Controls:
        """The switches as they stood some seconds ago: 15 in production, half a one elsewhere."""
        keep_seconds = KEEP_SECONDS if self._is_production else KEEP_SECONDS_ON_THE_DESK
        if self._seconds() - self._read_at > keep_seconds:
            self._known = self._fetch() or self._known
            self._read_at = self._seconds()
        return self._known

    def now(self, clock: Clock = utc_now) -> datetime:
        """The time that the deployment lives in."""
        return clock() + timedelta(seconds=self.read().clock_offset_seconds)

    def _fetch(self) -> Controls | None:
        try:
            value = json.loads(self._client().get_parameter(Name=self._name)["Parameter"]["Value"])
            return self._understand(value)
        except Exception:
            return None

    def _understand(self, value: dict[str, Any]) -> Controls | None:
        mode = value.get("mode")
        if mode not in {"live", "draft", "off"}:
            return None
        offset = 0.0 if self._is_production else float(value.get("clock_offset_seconds", 0))
        restored_at = value.get("restored_at")
        restored = datetime.fromisoformat(restored_at).astimezone(UTC) if restored_at else None
        return Controls(cast(Mode, mode), offset, restored)
