"""How often each platform lets an account, and a whole app, write. Every limit stands here.

Source: platforms.md for X. Meta's grow with the people that a page engages, and its headers say
how much is left: its numbers here are only where we stop by ourselves (common knowledge).
"""

from dataclasses import dataclass

from shared.messages import Source
from shared.ways import Way

QUARTER_HOUR_SECONDS = 900
HOUR_SECONDS = 3600
DAY_SECONDS = 86_400


@dataclass(frozen=True, slots=True)
class Window:
    """So many writes in so many seconds, wherever the window begins."""

    writes: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Allowance:
    """What an account may write by one way, and what all accounts of our app may together."""

    name: str
    account: tuple[Window, ...]
    app: tuple[Window, ...] = ()


_X_POST = Allowance("post", (Window(100, QUARTER_HOUR_SECONDS),), (Window(10_000, DAY_SECONDS),))
_X_MESSAGE = Allowance("message", (Window(15, QUARTER_HOUR_SECONDS), Window(1_440, DAY_SECONDS)))
_GRAPH = Allowance("call", (Window(4_800, HOUR_SECONDS),), (Window(20_000, HOUR_SECONDS),))


def allowance(platform: Source, way: Way) -> Allowance:
    """Which limits a reply by this way counts against."""
    if platform == "x":
        return _X_POST if way == "public" else _X_MESSAGE
    return _GRAPH
