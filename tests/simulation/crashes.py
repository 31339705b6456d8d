"""Workers that die between two effects, answers that get lost on the way back, calls refused.

An effect is a write: to the table, to a queue, to a platform, to people. A worker may die just
before one, or just after it, when it has happened and nobody was told.
"""

# ruff: noqa: ANN401 - whatever the wrapped clients take
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from botocore.exceptions import ReadTimeoutError

from tests.fakes.model import client_error
from tests.simulation.turns import Turns

EFFECTS = frozenset(
    {
        "transact_write_items",
        "update_item",
        "put_item",
        "delete_item",
        "send_message_batch",
        "put_object",
        "publish",
        "send",
    }
)
READS = frozenset({"get_item", "batch_get_item", "get_paginator"})


class CrashError(BaseException):
    """The worker is gone: nothing of it runs on, not even its handling of errors."""


@dataclass
class Fate:
    """What befalls workers. `share`: of all effects where one dies; `crashes`: what happened.

    `refused` and `lost`: of all effects on AWS, those that it doesn't do, and those that it does
    and doesn't tell.
    """

    random: Random
    share: float = 0.0
    refused: float = 0.0
    lost: float = 0.0
    effects: int = 0
    crashes: list[str] = field(default_factory=list)
    turns: Turns | None = None

    def over(self, target: Any, name: str) -> Any:
        """The same client, whose user may die at every effect."""
        return Mortal(target, name, self)

    def calm(self) -> None:
        """From now on nothing befalls anybody."""
        self.share = self.refused = self.lost = 0.0

    def pause(self) -> None:
        """Others may go on before the next call."""
        if self.turns is not None:
            self.turns.pause()

    def befall(self, name: str, effect: Callable[[], Any]) -> Any:
        """Do it, unless the worker dies before; it may die just after."""
        self.pause()
        self.effects += 1
        luck = self.random.random() - self.share
        if luck < 0:
            return self._dying(name, effect)
        if name == "platform.send" or luck > self.refused + self.lost:
            return effect()
        if luck < self.refused:
            self._note(f"refused {name}")
            raise client_error(name, "ThrottlingException")
        effect()
        self._note(f"no answer to {name}")
        raise ReadTimeoutError(endpoint_url=name)

    def _dying(self, name: str, effect: Callable[[], Any]) -> None:
        is_before = self.random.random() < 0.5
        if not is_before:
            effect()
        self._note(f"{'before' if is_before else 'after'} {name}")
        raise CrashError(self.crashes[-1])

    def _note(self, what: str) -> None:
        self.crashes.append(f"{self.effects}: {what}")


class Mortal:
    """A client in the hands of somebody who may die."""

    def __init__(self, target: Any, name: str, fate: Fate) -> None:
        self._target, self._name, self._fate = target, name, fate

    def __getattr__(self, method: str) -> Any:
        found = getattr(self._target, method)
        if method in READS:
            self._fate.pause()
        if method not in EFFECTS:
            return found

        def mortal(*args: Any, **asked: Any) -> Any:
            return self._fate.befall(f"{self._name}.{method}", lambda: found(*args, **asked))

        return mortal
