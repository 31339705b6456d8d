"""What is to be said, how an attempt can end, and what a look at the platform can find."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from shared.cases.items import Target


@dataclass(frozen=True, slots=True)
class Utterance:
    """One text, to one place. `key` is the same at every attempt to say just this.

    `needs_tag`: Meta's window is open only for what a person wrote. `since`: not said before.
    `beside`: the ids of earlier pieces of the same reply, which aren't this one.
    """

    target: Target
    text: str
    key: str
    since: datetime
    needs_tag: bool = False
    beside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Left:
    """What the platform's answer told of its limit: how many are left, until when."""

    writes: int
    resets_at: datetime


@dataclass(frozen=True, slots=True)
class Sent:
    """The platform has it, under this id."""

    platform_id: str
    left: Left | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """The platform won't have it, and trying again won't mend that."""

    reason: str


@dataclass(frozen=True, slots=True)
class PutOff:
    """Nothing was said, and later it may be: a limit, a token to be renewed.

    `scope`: whom the platform asked to wait, this account or all of our app's.
    """

    reason: str
    seconds: float
    scope: Literal["account", "app"] = "account"


@dataclass(frozen=True, slots=True)
class Unanswered:
    """The bytes have left and no clear answer came: it may stand there, or not."""

    reason: str


type Outcome = Sent | Refused | PutOff | Unanswered


@dataclass(frozen=True, slots=True)
class Found:
    """It stands there, under this id."""

    platform_id: str


@dataclass(frozen=True, slots=True)
class Absent:
    """It doesn't stand there: not yet, or not at all."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """Nobody could look."""

    reason: str


type Seen = Found | Absent | Unseen
