"""A platform that says what a test tells it to, and HTTP that never leaves the process.

Fakes because nobody may be answered by a test, and a lost answer can't be ordered from a real
platform.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from functions.dispatch.platforms.http import Answer
from functions.dispatch.platforms.outcome import Outcome, PutOff, Sent, Unanswered
from shared.cases.items import Target


@dataclass
class FakePlatform:
    """Speaks: `outcomes` in turn, then always Sent. `stands`: what a look finds there."""

    outcomes: list[Outcome | Exception] = field(default_factory=list)
    stands: str | None = None
    said: list[str] = field(default_factory=list)
    looks: int = 0

    def send(self, target: Target, text: str, secret: Mapping[str, Any], now: datetime) -> Outcome:
        assert target
        assert secret["access_token"]
        assert now
        self.said.append(text)
        outcome = self.outcomes.pop(0) if self.outcomes else Sent(f"theirs-{len(self.said)}")
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def look(self, target: Target, text: str, secret: Mapping[str, Any]) -> str | None:
        assert target
        assert text
        assert secret["access_token"]
        self.looks += 1
        return self.stands


@dataclass(frozen=True)
class Asked:
    """One request that would have gone out."""

    method: str
    url: str
    token: str
    body: dict[str, Any] | None


@dataclass
class FakeHttp:
    """What of `platforms.http.Http` the platforms use: the same answer, whatever is asked."""

    answer: Answer | PutOff | Unanswered
    asked: list[Asked] = field(default_factory=list)

    def ask(
        self, method: str, url: str, token: str, body: dict[str, Any] | None = None
    ) -> Answer | PutOff | Unanswered:
        self.asked.append(Asked(method, url, token, body))
        return self.answer
