"""A platform that says what a test tells it to, and HTTP that never leaves the process.

Fakes because nobody may be answered by a test, and a lost answer can't be ordered from a real
platform.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from functions.dispatch.platforms.http import Answer
from functions.dispatch.platforms.outcome import (
    Absent,
    Outcome,
    PutOff,
    Seen,
    Sent,
    Unanswered,
    Utterance,
)
from functions.dispatch.platforms.x_token import Dead, Renewed
from shared.clock import iso


@dataclass
class FakePlatform:
    """Speaks: `outcomes` in turn, then always Sent. `seen`: what a look finds there; `takes`: what
    happens while it answers.
    """

    outcomes: list[Outcome | Exception] = field(default_factory=list)
    seen: Seen = field(default_factory=Absent)
    is_idempotent: bool = False
    heard: list[Utterance] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    looks: int = 0
    takes: Callable[[], object] = lambda: None

    @property
    def said(self) -> list[str]:
        return [it.text for it in self.heard]

    def send(self, it: Utterance, secret: Mapping[str, Any], now: datetime) -> Outcome:
        assert now
        self.heard.append(it)
        self.takes()
        self.tokens.append(secret["access_token"])
        outcome = self.outcomes.pop(0) if self.outcomes else Sent(f"theirs-{len(self.said)}")
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def look(self, it: Utterance, secret: Mapping[str, Any]) -> Seen:
        assert it.text
        assert secret["access_token"]
        self.looks += 1
        return self.seen


@dataclass
class FakeRenewal:
    """A token endpoint; a refresh token is good for once. `outcomes` in turn, then new pairs."""

    good: str = "refresh-0"
    outcomes: list[Dead | PutOff | Unanswered] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def renew(
        self, secret: Mapping[str, Any], now: datetime
    ) -> Renewed | Dead | PutOff | Unanswered:
        self.asked.append(secret["refresh_token"])
        if self.outcomes:
            return self.outcomes.pop(0)
        if secret["refresh_token"] != self.good:
            return Dead("http_400 invalid_grant")
        number = len(self.asked)
        self.good = f"refresh-{number}"
        ends = iso(now + timedelta(hours=2))
        pair = {"access_token": f"access-{number}", "refresh_token": self.good, "expires_at": ends}
        return Renewed({**secret, **pair})


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
    forms: list[tuple[str, dict[str, str], str | None]] = field(default_factory=list)

    def ask(
        self, method: str, url: str, token: str, body: dict[str, Any] | None = None
    ) -> Answer | PutOff | Unanswered:
        self.asked.append(Asked(method, url, token, body))
        return self.answer

    def post_form(
        self, url: str, fields: Mapping[str, str], authorization: str | None = None
    ) -> Answer | PutOff | Unanswered:
        self.forms.append((url, dict(fields), authorization))
        return self.answer
