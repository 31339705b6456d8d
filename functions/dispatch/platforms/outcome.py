"""How an attempt to say something can end."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sent:
    """The platform has it, under this id."""

    platform_id: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The platform won't have it, and trying again won't mend that."""

    reason: str


@dataclass(frozen=True, slots=True)
class PutOff:
    """Nothing was said, and later it may be: a limit, a token to be renewed."""

    reason: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Unanswered:
    """The bytes have left and no clear answer came: it may stand there, or not."""

    reason: str


type Outcome = Sent | Refused | PutOff | Unanswered
