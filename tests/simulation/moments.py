"""What a life is made of: steps, each with luck of its own, and the weather that they meet."""

from dataclasses import dataclass, field
from typing import Any

MARKS = ("is_with", "is_calm", "is_alone", "is_unsaid", "is_race")


@dataclass(frozen=True)
class Step:
    """One thing that happens. `is_with`: at the same time as the step before it.

    `is_calm`: nothing befalls anybody in it; `is_alone`: one worker after the other; `is_unsaid`:
    what is to be said waits; `is_race`: workers who find nothing stay for what comes.
    """

    what: str
    luck: int
    given: dict[str, Any] = field(default_factory=dict)
    is_with: bool = False
    is_calm: bool = False
    is_alone: bool = False
    is_unsaid: bool = False
    is_race: bool = False

    def __str__(self) -> str:
        marks = [mark for mark in MARKS if getattr(self, mark)]
        given = [f"{name}={value!r}" for name, value in self.given.items()]
        return f"{self.what}({', '.join([*given, *(m.removeprefix('is_') for m in marks)])})"


@dataclass(frozen=True)
class Weather:
    """How much goes wrong in a life, as shares: some lives have all of it, some one kind only."""

    crash: float
    refused: float
    lost: float
    doubled: float
    late: float
    partly: float
    platform: float
    workers: int
