"""What each platform permits by each way, until when, and at what price. Pure.

Every rule and price of a platform about replies stands here, and nowhere else. Source:
platforms.md; prices: docs.x.com/x-api/getting-started/pricing, Meta asks none.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from shared.cases.items import Channel, Target
from shared.messages import Source

type Way = Literal["public", "private_reply", "message"]

WAYS: tuple[Way, ...] = ("public", "private_reply", "message")
WINDOW = timedelta(hours=24)  # Meta's, from their last message
HUMAN_WINDOW = timedelta(days=7)  # Meta's too, for what a person wrote, with a tag
PRIVATE_REPLY_WINDOW = timedelta(days=7)  # Meta's one private reply to a comment
RESTRICTED = "replies_restricted"  # its author lets few answer: known once a reply was refused
_META: frozenset[Source] = frozenset({"facebook", "instagram"})
_PRIVATELY_ANSWERABLE = {("facebook", "comment"), ("facebook", "post"), ("instagram", "comment")}
_COST_USD: dict[tuple[Source, Way], tuple[float, float]] = {  # without a link, with one
    ("x", "public"): (0.015, 0.20),
    ("x", "message"): (0.015, 0.015),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How the post and its author stand. `last_message_at`: their last private one to us.

    `has_private_reply`: the one that Meta allows to this post is used up.
    """

    is_deleted: bool = False
    is_restricted: bool = False
    has_opted_out: bool = False
    has_private_reply: bool = False
    last_message_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """Until when a way is open: for a program, and for what a person wrote. None: no end."""

    closes_at: datetime | None = None
    closes_for_people_at: datetime | None = None


def cost_usd(platform: Source, way: Way, *, has_link: bool) -> float:
    """What the platform asks for one reply; X's posts with a link cost thirteen times as much."""
    plain, linked = _COST_USD.get((platform, way), (0.0, 0.0))
    return linked if has_link else plain


def window(way: Way, target: Target, standing: Standing) -> Window:
    """When this way closes by itself."""
    if target.platform not in _META or way == "public":
        return Window()
    if way == "private_reply":
        end = target.posted_at + PRIVATE_REPLY_WINDOW
        return Window(end, end)
    last = _last_message(target, standing)
    return Window(last + WINDOW, last + HUMAN_WINDOW) if last else Window()


def refusals(way: Way, target: Target, channel: Channel, standing: Standing) -> Iterator[str]:
    """Every reason for which the platform refuses this way, whatever is said there."""
    if target.platform == "desk":
        yield "no_platform"
    yield from _RULES[way](target, channel, standing)


def _publicly(target: Target, channel: Channel, standing: Standing) -> Iterator[str]:
    if target.surface == "message":
        yield "written_in_private"
    if standing.is_deleted:
        yield "post_deleted"
    if standing.is_restricted:
        yield RESTRICTED
    if target.platform == "x" and not (target.is_summoned or channel.may_reply_unsummoned):
        yield "not_summoned"


def _by_private_reply(target: Target, _: Channel, standing: Standing) -> Iterator[str]:
    if (target.platform, target.surface) not in _PRIVATELY_ANSWERABLE:
        yield "no_private_reply_there"
    if standing.is_deleted:
        yield "post_deleted"
    if standing.has_private_reply:
        yield "private_reply_used_up"


def _by_message(target: Target, _: Channel, standing: Standing) -> Iterator[str]:
    if standing.is_deleted:  # who took their words back isn't written to about them
        yield "post_deleted"
    if target.author_id is None:
        yield "unknown_author"
    if _last_message(target, standing) is None:
        yield "never_wrote_in_private"


_RULES: dict[Way, Callable[[Target, Channel, Standing], Iterator[str]]] = {
    "public": _publicly,
    "private_reply": _by_private_reply,
    "message": _by_message,
}


def _last_message(target: Target, standing: Standing) -> datetime | None:
    """What a target was turned toward says nothing of when they wrote in private."""
    theirs = target.posted_at if target.surface == "message" else None
    return standing.last_message_at or theirs
