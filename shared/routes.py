"""Which ways a reply may travel now, what each costs, which suits what is to be said. Pure.

Asked twice: when a reply is decided, and again at the moment of sending (`shared/ways.py` knows
the platforms). Where no way is open, `RoutePlan.reason` is what a person is told.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from shared.cases.items import Channel, Target
from shared.ways import WAYS, Standing, Way, Window, cost_usd, refusals, window

type Content = Literal["public", "plain", "private"]

_SUITS: dict[Content, tuple[Way, ...]] = {
    "public": ("public", "message", "private_reply"),
    "private": ("message", "private_reply", "public"),
}


@dataclass(frozen=True, slots=True)
class Matter:
    """What is to be said: `private` for personal data and money, `public` for what others ask.

    `is_automatic`: no person wrote or approved it.
    """

    content: Content = "plain"
    has_link: bool = False
    is_automatic: bool = True
    confirms_opt_out: bool = False


@dataclass(frozen=True, slots=True)
class Route:
    """A way that is open until `closes_at`. `needs_tag`: only because a person wrote it.

    `is_fallback`: it doesn't suit the content; nothing personal may be said there.
    """

    way: Way
    cost_usd: float
    why: str
    closes_at: datetime | None = None
    needs_tag: bool = False
    is_fallback: bool = False


@dataclass(frozen=True, slots=True)
class Closed:
    """A way that isn't open, and why."""

    way: Way
    reason: str


@dataclass(frozen=True, slots=True)
class RoutePlan:
    """Open routes, the best first; and the closed ways, that by which they wrote first."""

    open: tuple[Route, ...]
    closed: tuple[Closed, ...]

    @property
    def best(self) -> Route | None:
        return self.open[0] if self.open else None

    @property
    def reason(self) -> str:
        """Why there is no route, where there is none."""
        return "" if self.open else self.closed[0].reason

    def by(self, way: Way) -> Route | None:
        """The route by this way, if it is open."""
        return next((route for route in self.open if route.way == way), None)


def routes(
    target: Target, channel: Channel | None, standing: Standing, matter: Matter, now: datetime
) -> RoutePlan:
    """Every way to answer `target`: open ones with their cost, the best for the matter first.

    `channel` is None for an account that nobody added.
    """
    ways = _ways(target)
    found = [_look_at(way, target, channel, standing, matter, now) for way in ways]
    suits = _SUITS.get(matter.content, ways)
    is_open = [it for it in found if isinstance(it, Route)]
    is_open.sort(key=lambda route: (suits.index(route.way), route.cost_usd))
    return RoutePlan(tuple(is_open), tuple(it for it in found if isinstance(it, Closed)))


def way_of(target: Target) -> Way:
    """The way that a target means: a private answer to a public post is Meta's private reply."""
    if target.surface == "message":
        return "message"
    return "private_reply" if target.is_private else "public"


def toward(target: Target, way: Way) -> Target:
    """The same target, to be answered this way."""
    if way == "message":
        return target.model_copy(update={"surface": "message", "is_private": True})
    return target.model_copy(update={"is_private": way == "private_reply"})


def _ways(target: Target) -> tuple[Way, ...]:
    """All ways, that by which they wrote first."""
    return ("message", "public", "private_reply") if target.surface == "message" else WAYS


def _look_at(
    way: Way,
    target: Target,
    channel: Channel | None,
    standing: Standing,
    matter: Matter,
    now: datetime,
) -> Route | Closed:
    if channel is None:
        return Closed(way, "unknown_account")
    if standing.has_opted_out and not matter.confirms_opt_out:
        return Closed(way, "opted_out")
    reason = next(refusals(way, target, channel, standing), None)
    ends = window(way, target, standing)
    closes_at = ends.closes_at if matter.is_automatic else ends.closes_for_people_at
    if reason is None and closes_at is not None and now > closes_at:
        reason = "window_closed"
    if reason is not None:
        return Closed(way, reason)
    return _open(way, target, matter, closes_at, needs_tag=_is_over(ends, now))


def _open(
    way: Way, target: Target, matter: Matter, closes_at: datetime | None, *, needs_tag: bool
) -> Route:
    return Route(
        way,
        cost_usd(target.platform, way, has_link=matter.has_link),
        _why(way, target, matter),
        closes_at,
        needs_tag=needs_tag,
        is_fallback=matter.content == "private" and way == "public",
    )


def _is_over(ends: Window, now: datetime) -> bool:
    """Whether only a person may still write."""
    return ends.closes_at is not None and now > ends.closes_at


def _why(way: Way, target: Target, matter: Matter) -> str:
    if matter.content == "private":
        return "nothing_personal_there" if way == "public" else "personal_or_money"
    if matter.content == "public" and way == "public":
        return "others_ask_too"
    return "where_they_wrote" if way == _ways(target)[0] else "another_way"
