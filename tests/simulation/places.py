"""Where replies end up: one platform for all networks, which knows what was really said.

A fake because a post can't be taken back from a real one, and because only it can tell whether a
lost answer was a lost post.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Any

from functions.dispatch.platforms.outcome import (
    Absent,
    Found,
    Outcome,
    PutOff,
    Seen,
    Sent,
    Unanswered,
    Unseen,
    Utterance,
)
from tests.fakes.time import Clock


@dataclass(frozen=True)
class Posted:
    """One text that stands on a platform, for everybody to read."""

    platform_id: str
    at: datetime
    utterance: Utterance


@dataclass
class Places:
    """Everything that was said. `trouble`: the share of sends whose answer is lost, or refused."""

    clock: Clock
    random: Random = field(default_factory=lambda: Random(0))  # noqa: S311 - to be repeated
    trouble: float = 0.0
    posts: list[Posted] = field(default_factory=list)
    is_idempotent: bool = False

    @property
    def said(self) -> list[str]:
        """The texts, in the order in which they were posted."""
        return [post.utterance.text for post in self.posts]

    def send(self, it: Utterance, secret: Mapping[str, Any], now: datetime) -> Outcome:
        """Post it; in trouble it may be put off, or posted without anybody hearing so."""
        assert secret["access_token"]
        assert now
        luck = self.random.random()
        if luck < self.trouble / 3:
            return PutOff("rate_limited", 30.0)
        if luck < self.trouble * 2 / 3:
            return Unanswered("lost on the way there")
        posted = Posted(f"theirs-{len(self.posts) + 1}", self.clock(), it)
        self.posts.append(posted)
        if luck < self.trouble:
            return Unanswered("lost on the way back")
        return Sent(posted.platform_id)

    def look(self, it: Utterance, secret: Mapping[str, Any]) -> Seen:
        """What a look at the platform finds, when it answers."""
        assert secret["access_token"]
        if self.random.random() < self.trouble / 4:
            return Unseen("no answer")
        for post in self.posts:
            if (
                post.utterance.target.object_id == it.target.object_id
                and post.utterance.text == it.text
            ):
                return Found(post.platform_id)
        return Absent()
