"""Whose words were erased may write again; what they wrote before doesn't come back. Pure."""

from shared.cases.items import Conversation, KnownPost
from shared.errors import Erased
from shared.messages import Post


def refuse_erased(talk: Conversation, known: KnownPost, post: Post) -> None:
    """A late webhook, a redelivery, a replay: of what was erased nothing is taken in again.

    Raises:
        Erased: it was written before its author's words were erased, or takes back such words.
    """
    if talk.erased_at is None:
        return
    is_of_nothing = post.verb == "deleted" and not known.seen
    if post.posted_at <= talk.erased_at or is_of_nothing:
        raise Erased
