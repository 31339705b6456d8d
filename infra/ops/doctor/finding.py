"""What was asked of a stack, and what came of it."""

from dataclasses import dataclass
from typing import Literal

type State = Literal["good", "bad", "unsure"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One question. `remedy` is a command, or what to do first; `unsure`: it couldn't be asked."""

    subject: str
    what: str
    state: State
    why: str = ""
    remedy: str = ""


def found(subject: str, what: str, is_good: bool, why: str = "", remedy: str = "") -> Finding:
    """A question that has an answer; reason and remedy count only where it isn't good."""
    if is_good:
        return Finding(subject, what, "good")
    return Finding(subject, what, "bad", why, remedy)


def unsure(subject: str, what: str, why: str, remedy: str = "") -> Finding:
    """A question that couldn't be asked."""
    return Finding(subject, what, "unsure", why, remedy)
