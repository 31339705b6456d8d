"""Facebook pages: comments, posts, mentions and reviews as changes; Messenger as messaging.

Source: Meta's webhook reference for pages (platforms.md section 2).
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from functions.intake.events import (
    UNKNOWN_EVENT,
    Author,
    Event,
    Fields,
    Ignored,
    Post,
    Reading,
    SetAside,
    Surface,
    Verb,
)
from functions.intake.fields import (
    UnreadableError,
    account_of,
    ident_or_none,
    inner,
    moment,
    name_of,
    text_of,
)
from functions.intake.platforms import meta
from functions.intake.platforms.meta import SIGNATURE, handshake
from functions.intake.platforms.meta_message import read_message
from functions.intake.platforms.meta_reaction import read_reaction

__all__ = ["IGNORED", "READERS", "SIGNATURE", "handshake", "split"]

_VERBS: dict[str | None, Verb] = {
    "add": "created",
    "edit": "edited",
    "edited": "edited",
    "update": "edited",
    "remove": "deleted",
    "delete": "deleted",
}
_MODERATION = ("hide", "unhide")  # the page's own doing, nothing that a customer wrote
_REACTIONS = ("reaction", "like")
_POSTS = ("post", "status", "photo", "video", "share", "link", "note", "album", "event")


def split(body: dict[str, Any]) -> Iterator[Event]:
    """Every update of every entry of a page's body."""
    return meta.split(body, "page")


def _read_feed(event: Event) -> Reading:
    """What somebody wrote on the page, and what the page itself wrote there."""
    value = inner(event.value, "value")
    if value.get("item") == "comment":
        return _read(event, value, "comment", ident_or_none(value, "comment_id"))
    if value.get("item") == "reaction" and ident_or_none(value, "comment_id"):
        return read_reaction(event, value, _author(value))
    if value.get("item") in _POSTS:
        found = ident_or_none(value, "post_id", "photo_id", "video_id", "album_id", "event_id")
        return _read(event, value, "post", found)
    return _no_post(value, "feed")


def _read_mention(event: Event) -> Reading:
    """A post or comment elsewhere that names the page; by whom is often withheld."""
    value = inner(event.value, "value")
    if value.get("item") in _REACTIONS:
        return Ignored("reaction")
    return _read(event, value, "mention", ident_or_none(value, "comment_id", "post_id"))


def _read_rating(event: Event) -> Reading:
    """A review of the page, or a comment under one."""
    value = inner(event.value, "value")
    if value.get("item") == "comment":
        return _read(event, value, "comment", ident_or_none(value, "comment_id"))
    if value.get("item") == "rating":
        return _read(event, value, "review", ident_or_none(value, "open_graph_story_id"))
    return _no_post(value, "ratings")


READERS = {
    "feed": _read_feed,
    "mention": _read_mention,
    "ratings": _read_rating,
    "messaging": read_message,
}
IGNORED = {"standby": "standby"}  # another app owns the conversation


def _no_post(value: Fields, field: str) -> Reading:
    if value.get("item") in _REACTIONS:
        return Ignored("reaction")
    return SetAside(UNKNOWN_EVENT, f"{field} of another item")


def _read(event: Event, value: Fields, surface: Surface, object_id: str | None) -> Reading:
    if value.get("verb") in _MODERATION:
        return Ignored("moderation")
    verb = _VERBS.get(name_of(value, "verb"))
    if verb is None:
        return SetAside(UNKNOWN_EVENT, f"{surface} with another verb")
    if object_id is None:
        raise UnreadableError("id")
    account_id, author = account_of(event), _author(value)
    text = text_of(value, "message") or text_of(value, "review_text")
    edited_at = value.get("edited_time") or event.around.get("time")
    return Post(
        account_id=account_id,
        surface=surface,
        verb=verb,
        object_id=object_id,
        revision=meta.revision(edited_at, text) if verb == "edited" else "0",
        thread_id=ident_or_none(value, "post_id", "open_graph_story_id") or object_id,
        parent_id=ident_or_none(value, "parent_id"),
        author=author,
        text=text,
        posted_at=_posted_at(event, value, verb),
        is_summoned=surface == "mention",
        echoed_id=ident_or_none(value, "parent_id") if value.get("item") == "share" else None,
        is_echo=author is not None and author.author_id == account_id,
    )


def _posted_at(event: Event, value: Fields, verb: Verb) -> datetime | None:
    """When it was written; of an edit or a deletion when that was done, not the comment's birth."""
    written_at, told_at = value.get("created_time"), event.around.get("time")
    if verb == "created":
        return moment(written_at, told_at)
    return moment(value.get("edited_time"), told_at, written_at)


def _author(value: Fields) -> Author | None:
    """In any of the shapes of the years; None where the page may not know."""
    person = value.get("from")
    if isinstance(person, dict) and (author_id := ident_or_none(person, "id")):
        return Author(author_id, name=name_of(person, "name"))
    author_id = ident_or_none(value, "sender_id", "reviewer_id")
    name = name_of(value, "sender_name", "reviewer_name")
    return Author(author_id, name=name) if author_id else None
