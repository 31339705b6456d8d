"""Workers that die between two effects, and answers that get lost on the way back.

An effect is a write: to the table, to a queue, to a platform, to people. A worker may die just
before one, or just after it, when it has happened and nobody was told.
"""

# ruff: noqa: ANN401 - whatever the wrapped clients take
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

EFFECTS = frozenset(
    {
        "transact_write_items",
        "update_item",
        "put_item",
        "delete_item",
        "send_message_batch",
        "publish",
        "send",
    }
)


class CrashError(BaseException):
    """The worker is gone: nothing of it runs on, not even its handling of errors."""


@dataclass
class Fate:
    """When workers die. `share`: of all effects; `crashes`: at which, as they happened."""

    random: Random
    share: float = 0.0
    effects: int = 0
    crashes: list[str] = field(default_factory=list)

    def over(self, target: Any, name: str) -> Any:
        """The same client, whose user may die at every effect."""
        return Mortal(target, name, self)

    def befall(self, name: str, effect: Callable[[], Any]) -> Any:
        """Do it, unless the worker dies before; it may die just after."""
        self.effects += 1
        dies = self.random.random() < self.share
        if dies and self.random.random() < 0.5:
            self._die(f"before {name}")
        result = effect()
        if dies:
            self._die(f"after {name}")
        return result

    def _die(self, where: str) -> None:
        self.crashes.append(f"{self.effects}: {where}")
        raise CrashError(where)


class Mortal:
    """A client in the hands of somebody who may die."""

    def __init__(self, target: Any, name: str, fate: Fate) -> None:
        self._target, self._name, self._fate = target, name, fate

    def __getattr__(self, method: str) -> Any:
        found = getattr(self._target, method)
        if method not in EFFECTS:
            return found

        def mortal(*args: Any, **asked: Any) -> Any:
            return self._fate.befall(f"{self._name}.{method}", lambda: found(*args, **asked))

        return mortal
