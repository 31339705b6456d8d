"""What the account itself wrote: our own words coming back, or a colleague's. Pure."""

from datetime import timedelta

from functions.escalation.known import Known
from shared.cases.items import Reply
from shared.messages import Post

CLOCKS_APART = timedelta(minutes=1)  # ours and the platform's, at most
_NOBODY_KNOWS = {"sending", "unknown"}


def is_ours(post: Post, known: Known) -> bool:
    """Whether an echo is of what Sixday said, or is saying at this moment."""
    return any(
        post.object_id in {reply.platform_id, *reply.stands}
        or any(_holds(post, piece) for piece in reply.pieces)
        or reply.state in _NOBODY_KNOWS
        for reply in known.replies
    )


def is_colleagues_answer(post: Post, known: Known) -> bool:
    """Somebody of the brand answered on the platform itself: their answer counts as ours."""
    is_answer = post.is_echo and post.verb == "created" and known.case is not None
    return is_answer and known.case is not None and known.case.is_open and not is_ours(post, known)


def seen_there(post: Post, known: Known) -> tuple[Reply, str] | None:
    """The reply that an echo proves to stand on the platform, while nobody knows if it does."""
    if not post.is_echo or post.verb != "created":
        return None
    found = (reply for reply in known.replies if _is_shown(reply, post))
    return next(((reply, post.object_id) for reply in found), None)


def _is_shown(reply: Reply, post: Post) -> bool:
    """The same words, in the same place, and not before we began: an older one isn't this one.

    Of several pieces it is the one that nobody knows of: each waits for the one before it.
    """
    began, target = reply.sending_at, reply.target
    below = reply.stands[-1] if reply.stands else target.object_id
    is_there = post.is_private if target.is_private else post.parent_id == below
    is_new = began is not None and post.posted_at >= began - CLOCKS_APART
    is_news = post.object_id not in reply.stands
    words = next(iter(reply.missing), "")
    return reply.state in _NOBODY_KNOWS and is_there and is_new and is_news and _holds(post, words)


def _holds(post: Post, words: str) -> bool:
    if not post.text or not words:
        return False
    return " ".join(words.split()) in " ".join(post.text.split())
