"""A post and a user in X's two vocabularies: API v2 (also the Activity API) and the old 1.1."""

import re
from datetime import datetime, timedelta
from typing import Any

from .models import Account, Person, Post
from .world import World
from .x_links import shortened


def user_v2(who: Account | Person) -> dict[str, Any]:
    """A user as API v2 gives it."""
    identity, name, followers = _facts(who)
    return {
        "id": identity,
        "name": name,
        "username": who.handle,
        "protected": False,
        "verified": isinstance(who, Account),
        "public_metrics": {"followers_count": followers, "followers_count_str": str(followers)},
    }


def user_legacy(who: Account | Person) -> dict[str, Any]:
    """A user as the old Account Activity API gives it."""
    identity, name, followers = _facts(who)
    return {
        "id": int(identity),
        "id_str": identity,
        "name": name,
        "screen_name": who.handle,
        "protected": False,
        "verified": isinstance(who, Account),
        "followers_count": followers,
    }


def post_v2(world: World, post: Post) -> dict[str, Any]:
    """A post as API v2 gives it, with the fields that clients ask for always present."""
    text, urls = shown(post)
    body: dict[str, Any] = {
        "id": post.post_id,
        "text": text,
        "author_id": post.author_id,
        "conversation_id": post.root_id,
        "created_at": iso(post.created_at),
        "edit_history_tweet_ids": [*post.earlier_ids, post.post_id],
        "edit_controls": _edit_controls(post),
        "reply_settings": "everyone",
        "lang": "und",
    }
    if references := _references(post):
        body["referenced_tweets"] = references
    if parent := world.posts.get(post.parent_id):
        body["in_reply_to_user_id"] = parent.author_id
    entities: dict[str, Any] = {"urls": urls} if urls else {}
    if named := _mentions(world, post.text):
        entities["mentions"] = [_mention_v2(found, who) for found, who in named]
    return body | ({"entities": entities} if entities else {})


def post_legacy(world: World, post: Post) -> dict[str, Any]:
    """A post as the old API gives it; a long one is truncated and repeated in full beside."""
    is_long = len(post.text) > 140
    body: dict[str, Any] = {
        "created_at": post.created_at.strftime("%a %b %d %H:%M:%S +0000 %Y"),
        "id": int(post.post_id),
        "id_str": post.post_id,
        "text": post.text[:139] + "…" if is_long else post.text,
        "truncated": is_long,
        "user": user_legacy(author(world, post)),
        "is_quote_status": bool(post.quotes_id),
        "entities": {"user_mentions": [_mention_legacy(*m) for m in _mentions(world, post.text)]},
        "lang": "und",
        "timestamp_ms": str(milliseconds(post.created_at)),
        **_answered_legacy(world, post),
    }
    if is_long:
        body["extended_tweet"] = {"full_text": post.text, "display_text_range": [0, len(post.text)]}
    if post.quotes_id:
        body["quoted_status_id_str"] = post.quotes_id
    return body


def shown(post: Post) -> tuple[str, list[dict[str, Any]]]:
    """The text and its links. Customers' stay as a scenario wrote them, to be compared with."""
    return shortened(post.text) if post.is_ours else (post.text, [])


def author(world: World, post: Post) -> Account | Person:
    """Who wrote a post."""
    own = world.account(post.platform, post.author_id)
    return own or world.people[post.platform, post.author_id]


def iso(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def _facts(who: Account | Person) -> tuple[str, str, int]:
    if isinstance(who, Account):
        return who.account_id, who.display_name, 0
    return who.person_id, who.name, who.followers


def _edit_controls(post: Post) -> dict[str, Any]:
    left = max(0, 5 - len(post.earlier_ids))  # X allows five edits within the hour
    until = iso(post.arrived_at + timedelta(hours=1))
    return {"edits_remaining": left, "is_edit_eligible": left > 0, "editable_until": until}


def _references(post: Post) -> list[dict[str, str]]:
    pairs = (("replied_to", post.parent_id), ("quoted", post.quotes_id))
    return [{"type": kind, "id": identity} for kind, identity in pairs if identity]


def _mentions(world: World, text: str) -> list[tuple[re.Match[str], Account | Person]]:
    everybody: list[Account | Person] = [*world.people.values(), *world.accounts.values()]
    known = {who.handle.lower(): who for who in everybody if who.platform == "x"}
    found = re.finditer(r"(?<![\w@])@(\w+)", text)
    return [(m, known[m[1].lower()]) for m in found if m[1].lower() in known]


def _mention_v2(found: re.Match[str], who: Account | Person) -> dict[str, Any]:
    identity, _, _ = _facts(who)
    span = {"start": found.start(), "end": found.end()}
    return {**span, "username": who.handle, "id": identity}


def _mention_legacy(found: re.Match[str], who: Account | Person) -> dict[str, Any]:
    identity, name, _ = _facts(who)
    spot = [found.start(), found.end()]
    return {"screen_name": who.handle, "name": name, "id_str": identity, "indices": spot}


def _answered_legacy(world: World, post: Post) -> dict[str, Any]:
    parent = world.posts.get(post.parent_id)
    if parent is None:
        return {"in_reply_to_status_id_str": None, "in_reply_to_user_id_str": None}
    return {
        "in_reply_to_status_id_str": parent.post_id,
        "in_reply_to_user_id_str": parent.author_id,
        "in_reply_to_screen_name": author(world, parent).handle,
    }
