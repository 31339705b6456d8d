"""The X Activity API: one event an envelope, `{"data": {"event_type": …, "payload": …}}`.

Source: X's event-payloads page. `post.create` is for the account's own posts; one post of a
customer may come as a mention, a reply and a quote at once, and is the same post each time.
"""

from collections.abc import Iterator
from typing import Any

from functions.intake.events import Event, Fields, Post, Reading, SetAside
from functions.intake.fields import (
    account_of,
    as_id,
    ident,
    ident_or_none,
    inner,
    moment,
    name_of,
    objects,
    text_of,
)
from functions.intake.platforms.adapter import each
from functions.intake.platforms.x_post import (
    Tweet,
    author,
    deletion,
    message,
    post,
    repost,
    revoked,
)


def split(body: dict[str, Any]) -> Iterator[Event]:
    """The event of a body; several where an envelope wraps several messages."""
    for data in each(body, "data"):
        yield from _events(data) if isinstance(data, dict) else [Event("data", None, data)]


def _events(data: dict[str, Any]) -> Iterator[Event]:
    kind = name_of(data, "event_type") or "data"
    account_id = _account_id(data)
    payload = data.get("payload")
    if isinstance(payload, dict) and "direct_message_events" in payload and kind not in IGNORED:
        for sent in each(payload, "direct_message_events"):
            yield Event(kind, account_id, sent, payload)
    else:
        yield Event(kind, account_id, data)


def _account_id(data: dict[str, Any]) -> str | None:
    chosen_by = data.get("filter")
    return ident_or_none(chosen_by, "user_id") if isinstance(chosen_by, dict) else None


def _read_post(event: Event) -> Reading:
    payload, account_id = inner(event.value, "payload"), account_of(event)
    linked = {name_of(link, "type"): link for link in objects(payload, "referenced_tweets")}
    author_id = ident(payload, "author_id")
    if "retweeted" in linked:
        by, at = author(author_id, _user(event.value, author_id)), moment(payload.get("created_at"))
        is_ours = _is_by(event.value, linked["retweeted"], account_id)
        original_id = None if is_ours else ident_or_none(linked["retweeted"], "id")
        return repost(account_id, ident(payload, "id"), original_id, by, at)
    longer = inner(payload, "note_tweet")  # of a post beyond 280 characters: all of it
    tweet = Tweet(
        tweet_id=ident(payload, "id"),
        first_id=_first_id(payload),
        author=author(author_id, _user(event.value, author_id)),
        text=text_of(longer, "text") or text_of(payload, "text"),
        thread_id=ident_or_none(payload, "conversation_id"),
        parent_id=ident_or_none(linked.get("replied_to", {}), "id"),
        posted_at=moment(payload.get("created_at")),
        is_mention=_mentions(event.value, payload, account_id)
        or _mentions(event.value, longer, account_id),
        is_quote=event.kind == "post.quote.create"
        or _is_by(event.value, linked.get("quoted", {}), account_id),
        quoted_id=ident_or_none(linked.get("quoted", {}), "id"),
    )
    return post(account_id, tweet)


def _first_id(payload: Fields) -> str:
    versions = [
        found for each_id in each(payload, "edit_history_tweet_ids") if (found := as_id(each_id))
    ]
    return versions[0] if versions else ident(payload, "id")


def _mentions(data: Fields, payload: Fields, account_id: str) -> bool:
    handle = name_of(_user(data, account_id), "username")
    return any(
        as_id(mention.get("id")) == account_id
        or (handle is not None and _same_name(name_of(mention, "username"), handle))
        for mention in objects(inner(payload, "entities"), "mentions")
    )


def _same_name(one: str | None, other: str) -> bool:
    return one is not None and one.lower() == other.lower()


def _is_by(data: Fields, link: Fields, account_id: str) -> bool:
    quoted_id = ident_or_none(link, "id")
    return any(
        ident_or_none(tweet, "id") == quoted_id and ident_or_none(tweet, "author_id") == account_id
        for tweet in objects(inner(data, "includes"), "tweets")
        if quoted_id is not None
    )


def _user(data: Fields, user_id: str) -> Fields:
    """A user out of `includes`, where X writes them plainly or within `data`."""
    users = (inner(u, "data") or u for u in objects(inner(data, "includes"), "users"))
    return next((user for user in users if ident_or_none(user, "id") == user_id), {})


def _read_delete(event: Event) -> Post:
    payload = inner(event.value, "payload")
    author_id = ident_or_none(payload, "author_id")
    return deletion(account_of(event), ident(payload, "id"), author_id, None)


def _read_revoke(event: Event) -> SetAside:
    return revoked(event.account_id or ident_or_none(inner(event.value, "payload"), "user_id"))


READERS = {
    "post.create": _read_post,
    "post.mention.create": _read_post,
    "post.reply.create": _read_post,
    "post.quote.create": _read_post,
    "post.delete": _read_delete,
    "dm.received": message,
    "dm.sent": message,
    "oauth.revoke": _read_revoke,
}
IGNORED = {
    "post.repost.create": "repost",
    "post.repost.delete": "repost",
    "dm.read": "read",
    "dm.indicate_typing": "typing",
    "like.create": "favorite",
    "like.delete": "favorite",
    "follow.follow": "follow",
    "follow.unfollow": "follow",
    "block.block": "block",
    "block.unblock": "block",
    "mute.mute": "mute",
    "mute.unmute": "mute",
}
