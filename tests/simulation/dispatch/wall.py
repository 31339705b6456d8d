"""A platform's wall, where everything that really was said stands; and how it fails."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from functions.dispatch.platforms.outcome import (
    Absent,
    Found,
    Outcome,
    PutOff,
    Refused,
    Seen,
    Sent,
    Unanswered,
    Unseen,
    Utterance,
)
from tests.simulation.dispatch.interleave import Crash, Interleaver


@dataclass(frozen=True)
class Troubles:
    """How often, of all calls, what goes wrong. The rest is answered as it should be."""

    lost_request: float = 0.0
    lost_answer: float = 0.0
    server_error: float = 0.0
    rate_limited: float = 0.0
    not_reached: float = 0.0
    refused: float = 0.0
    crash: float = 0.0
    unreadable: float = 0.0


@dataclass(frozen=True)
class Standing:
    """One text that the public reads."""

    number: int
    it: Utterance
    at: datetime


@dataclass
class Wall:
    """Speaks. A text shows in its list only after up to `lag_seconds`."""

    turns: Interleaver
    troubles: Troubles
    lag_seconds: float = 45.0
    stands: list[Standing] = field(default_factory=list)
    is_idempotent: bool = False
    calls: int = 0

    def send(self, it: Utterance, secret: Mapping[str, Any], now: datetime) -> Outcome:
        assert secret["access_token"]
        assert now
        self.calls += 1
        self._travel()
        outcome = self._before(it)
        if outcome is not None:
            return outcome
        number = len(self.stands) + 1
        self.stands.append(Standing(number, it, self.turns.clock()))
        self._travel()
        if self._happens(self.troubles.lost_answer):
            return Unanswered("ReadTimeoutError")
        return Sent(f"theirs-{number}")

    def look(self, it: Utterance, secret: Mapping[str, Any]) -> Seen:
        assert secret["access_token"]
        self._travel()
        if self._happens(self.troubles.unreadable):
            return Unseen("list_not_read")
        shown = self.turns.clock() - timedelta(seconds=self.lag_seconds)
        same = (s for s in self.stands if s.it.key == it.key and s.at <= shown)
        return next((Found(f"theirs-{s.number}") for s in same), Absent())

    def _before(self, it: Utterance) -> Outcome | None:
        """What keeps it from being said at all."""
        for chance, outcome in (
            (self.troubles.lost_request, Unanswered("ConnectionResetError")),
            (self.troubles.server_error, Unanswered("http_503")),
            (self.troubles.rate_limited, PutOff("rate_limited", 90.0)),
            (self.troubles.not_reached, PutOff("platform_not_reached", 60.0)),
            (self.troubles.refused, Refused(f"http_403 {len(it.text)}")),
        ):
            if self._happens(chance):
                return outcome
        return None

    def _travel(self) -> None:
        """The way there or back, during which others work, and a worker may die."""
        self.turns.sleep(self.turns.random.uniform(0.05, 0.5))
        if self._happens(self.troubles.crash):
            raise Crash

    def _happens(self, chance: float) -> bool:
        return self.turns.random.random() < chance
