"""Instagram: comments and mentions as changes; direct messages as messaging.

Source: Meta's webhook reference for Instagram (platforms.md section 2). A mention brings ids only.
"""

from collections.abc import Iterator
from typing import Any

from functions.intake.events import Author, Event, Fields, Post, Reading
from functions.intake.fields import (
    account_of,
    ident,
    ident_or_none,
    inner,
    moment,
    name_of,
    text_of,
)
from functions.intake.platforms import meta
from functions.intake.platforms.meta import SIGNATURE, handshake
from functions.intake.platforms.meta_message import read_message

__all__ = ["IGNORED", "READERS", "SIGNATURE", "handshake", "split"]


def split(body: dict[str, Any]) -> Iterator[Event]:
    """Every update of every entry of an Instagram account's body."""
    return meta.split(body, "instagram")


def _read_comment(event: Event) -> Reading:
    """A comment under one of the account's media. Edits and ends of comments aren't announced."""
    value, account_id = inner(event.value, "value"), account_of(event)
    author = _author(value)
    return Post(
        account_id=account_id,
        surface="comment",
        object_id=ident(value, "id"),
        thread_id=ident_or_none(inner(value, "media"), "id"),
        parent_id=ident_or_none(value, "parent_id"),
        author=author,
        text=text_of(value, "text"),
        posted_at=moment(value.get("created_time"), event.around.get("time")),
        is_echo=author is not None and author.author_id == account_id,
    )


def _read_mention(event: Event) -> Reading:
    """Somebody named the account in a comment, a caption or a story: the text must be fetched."""
    value = inner(event.value, "value")
    return Post(
        account_id=account_of(event),
        surface="mention",
        object_id=ident(value, "comment_id", "media_id", "id"),
        thread_id=ident_or_none(value, "media_id", "id"),
        author=_author(value),
        posted_at=moment(event.around.get("time")),
        is_summoned=True,
    )


READERS = {
    "comments": _read_comment,
    "live_comments": _read_comment,
    "mentions": _read_mention,
    "story_mention": _read_mention,
    "story_mentions": _read_mention,
    "messaging": read_message,
}
IGNORED = {"standby": "standby"}  # another app owns the conversation


def _author(value: Fields) -> Author | None:
    person = inner(value, "from")
    author_id = ident_or_none(person, "id")
    if author_id is None:
        return None
    return Author(author_id, handle=name_of(person, "username"), name=name_of(person, "name"))
