"""Where an answer to a post goes, and by which way a program's may travel. Pure."""

from datetime import datetime

from shared.cases.items import Channel, Conversation, Target
from shared.messages import Post
from shared.routes import Matter, routes, toward
from shared.ways import Standing


def way_to(post: Post, talk: Conversation, channel: Channel, now: datetime) -> Target | None:
    """Where a program's answer goes; None where only a person may answer.

    A comment's one private reply is too rare to be spent on a first answer.
    """
    target = target_of(post)
    standing = Standing(has_private_reply=True, last_message_at=talk.last_message_at)
    best = routes(target, channel, standing, Matter(), now).best
    return toward(target, best.way) if best else None


def target_of(post: Post) -> Target:
    """Where an answer to the post goes."""
    author = post.author
    # X gives an edited post a new id, and takes answers only under that.
    is_renamed = post.platform == "x" and post.verb == "edited"
    return Target(
        platform=post.platform,
        account_id=post.account_id,
        surface=post.surface,
        object_id=post.revision if is_renamed else post.object_id,
        thread_id=post.thread_id,
        author_id=author.author_id if author else None,
        author_handle=author.handle if author else None,
        is_private=post.is_private,
        is_summoned=post.is_summoned,
        posted_at=post.posted_at,
    )
