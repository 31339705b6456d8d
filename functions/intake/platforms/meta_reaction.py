"""A reaction to a comment on a page: nobody wrote a word, and many may agree. Pure.

Source: Meta's webhook reference for pages. Instagram tells of none.
"""

import hashlib

from functions.intake.events import Author, Event, Fields, Ignored, Post, Reading
from functions.intake.fields import account_of, ident, ident_or_none, moment

_AGREEING = ("like", "love", "care", "wow", "sorry", "anger")  # who laughs may laugh at them


def read_reaction(event: Event, value: Fields, author: Author | None) -> Reading:
    """What somebody made of a comment, once each. A `like` comes as well, and is the same one."""
    account_id = account_of(event)
    if value.get("verb") != "add" or author is None or author.author_id == account_id:
        return Ignored("reaction")
    if value.get("reaction_type") not in _AGREEING:
        return Ignored("reaction")
    comment_id = ident(value, "comment_id")
    facts = f"{author.author_id} {comment_id}"
    return Post(
        account_id=account_id,
        surface="comment",
        object_id="reaction-" + hashlib.sha256(facts.encode(errors="replace")).hexdigest()[:20],
        thread_id=ident_or_none(value, "post_id"),
        author=author,
        posted_at=moment(value.get("created_time"), event.around.get("time")),
        echoed_id=comment_id,
        echo_of="reaction",
    )
