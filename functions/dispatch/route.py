"""Whether a reply may leave now, by which way, and if not, why: asked when it is sent. Pure.

The same plan was made when the reply was decided; meanwhile the post may be gone, the window
closed, the person silent.
"""

from dataclasses import dataclass
from datetime import datetime

from shared.cases.items import Channel, Conversation, Reply, Target
from shared.cases.scene import Scene
from shared.routes import Content, Matter, RoutePlan, routes, toward, way_of
from shared.ways import RESTRICTED, Standing, Way

TOO_OLD = "too_old: left to a person"
_CONFIRMS_OPT_OUT = "opted_out"
_WRITTEN = {"written_by_person", "no_and_why"}
_PRIVATE: tuple[Way, ...] = ("private_reply", "message")


@dataclass(frozen=True, slots=True)
class May:
    """It may leave, to this target. `needs_tag`: only because a person wrote it."""

    target: Target
    needs_tag: bool


@dataclass(frozen=True, slots=True)
class MayNot:
    """It may never leave; `reason` is told to a person."""

    reason: str


def may_leave(scene: Scene, channel: Channel | None, now: datetime) -> May | MayNot:
    """By the way that was decided, or by a more private one; never by a more public one."""
    reply = scene.reply
    reason = _unwelcome(scene, channel, now) or _without_consent(reply, channel)
    if reason:
        return MayNot(reason)
    plan = routes(reply.target, channel, _standing(scene), _matter(reply), now)
    decided = way_of(reply.target)
    others = () if reply.stands else _PRIVATE  # what was begun goes on where it began
    allowed = (decided, *(way for way in others if way != decided))
    route = next((found for way in allowed if (found := plan.by(way))), None)
    if route is None:
        return MayNot(_why_not(plan, reply))
    target = reply.target if route.way == decided else toward(reply.target, route.way)
    return May(target, route.needs_tag)


def is_by_person(reply: Reply) -> bool:
    """Whether a person decided that just this be said."""
    in_own_words = reply.situation in _WRITTEN
    return reply.approved_by is not None or in_own_words or not reply.is_automatic


def _unwelcome(scene: Scene, channel: Channel | None, now: datetime) -> str | None:
    reply, talk = scene.reply, scene.conversation
    if now > reply.not_after:
        return TOO_OLD
    if is_by_person(reply) or channel is None:
        return None
    if talk is not None and talk.threat_case_id is not None:
        return "after_a_threat"
    return "before_connection" if reply.target.posted_at < channel.connected_at else None


def _without_consent(reply: Reply, channel: Channel | None) -> str | None:
    """In a person's name only what that very person approved, word for word."""
    if channel is None or channel.person is None:
        return None
    is_theirs = reply.approved_by == channel.person and bool(reply.text)
    return None if is_theirs else "not_approved_by_its_person"


def _standing(scene: Scene) -> Standing:
    talk = scene.conversation
    return Standing(
        is_deleted=scene.post.is_deleted,
        is_restricted=any(_was_restricted(scene.reply, it) for it in scene.others),
        has_opted_out=talk is not None and _is_silenced(scene.reply, talk),
        last_message_at=talk.last_message_at if talk else None,
        has_private_reply=any(_is_private_reply_to(scene.reply, it) for it in scene.others),
    )


def _is_silenced(reply: Reply, talk: Conversation) -> bool:
    """Who asked for silence hears no program again, and a person once they wrote again."""
    return talk.wants_silence if is_by_person(reply) else talk.wish == "opt_out"


def _was_restricted(reply: Reply, other: Reply) -> bool:
    """Whether the platform refused the other since few may answer this post."""
    return other.target.object_id == reply.target.object_id and other.reason == RESTRICTED


def _is_private_reply_to(reply: Reply, other: Reply) -> bool:
    """Whether the other was the one private reply that Meta allows to this comment."""
    same = other.target.object_id == reply.target.object_id
    is_said = other.state in {"sending", "sent", "unknown"}
    return same and is_said and way_of(other.target) == "private_reply"


def _matter(reply: Reply) -> Matter:
    content: Content = "plain" if way_of(reply.target) == "public" else "private"
    return Matter(
        content,
        has_link=reply.link is not None,
        is_automatic=not is_by_person(reply),
        confirms_opt_out=reply.situation == _CONFIRMS_OPT_OUT,
    )


def _why_not(plan: RoutePlan, reply: Reply) -> str:
    decided = way_of(reply.target)
    return next((it.reason for it in plan.closed if it.way == decided), plan.reason)
