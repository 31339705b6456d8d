"""How long something took, where some still wait for it. Pure.

Those who still wait count with how long they have waited so far (Kaplan and Meier's estimate):
to leave them out would make a group look the faster, the more of it was never answered.
"""

from collections.abc import Iterable
from itertools import groupby
from math import inf
from typing import NamedTuple


class Wait(NamedTuple):
    """`seconds` until it came, or until now where it hasn't; infinite where it never will."""

    seconds: float
    has_come: bool


NEVER = Wait(inf, has_come=False)


def quantile(waits: Iterable[Wait], share: float) -> float | None:
    """The seconds within which `share` of them had it; None where so many never did, or not yet.

    Where all have it, this is the smallest wait that at least `share` didn't exceed.
    """
    ordered = sorted(waits)
    left, waiting = len(ordered), 1.0
    for seconds, same in groupby(ordered, key=_seconds):
        came = [wait.has_come for wait in same]
        waiting *= 1 - sum(came) / left
        left -= len(came)
        if waiting <= 1 - share + 1e-12:  # a product of fractions is a hair off
            return seconds
    return None


def _seconds(wait: Wait) -> float:
    return wait.seconds
