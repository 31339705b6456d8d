"""The Account Activity API, which X is retiring: lists of events by name, in version 1.1's words.

Source: X's account-activity introduction.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from functions.intake.events import UNKNOWN_EVENT, Event, Fields, Post, Reading, SetAside
from functions.intake.fields import (
    account_of,
    as_id,
    ident,
    ident_or_none,
    inner,
    moment,
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

_AROUND = {"for_user_id", "users", "apps", "user_has_blocked", "is_blocked_by"}


def split(body: dict[str, Any]) -> Iterator[Event]:
    """Every event of every list. Whatever is neither known nor a plain value counts as one."""
    account_id = ident_or_none(body, "for_user_id")
    for name, value in body.items():
        if name not in _AROUND and (isinstance(value, list | dict) or "event" in name):
            for event in each(body, name):
                yield Event(name, account_id, event, body)


def _read_tweet(event: Event) -> Reading:
    tweet, account_id = event.value, account_of(event)
    if tweet.get("retweeted_status"):
        return _read_repost(account_id, tweet)
    user, full = inner(tweet, "user"), inner(tweet, "extended_tweet")
    quoted_user = inner(inner(tweet, "quoted_status"), "user")
    found = Tweet(
        tweet_id=ident(tweet, "id_str", "id"),
        first_id=_first_id(tweet),
        author=author(ident(user, "id_str", "id"), user),
        text=text_of(full, "full_text") or text_of(tweet, "full_text") or text_of(tweet, "text"),
        thread_id=ident_or_none(tweet, "conversation_id_str", "conversation_id"),
        parent_id=ident_or_none(tweet, "in_reply_to_status_id_str", "in_reply_to_status_id"),
        posted_at=moment(tweet.get("timestamp_ms")) or _created_at(tweet),
        is_mention=_mentions(tweet, account_id) or _mentions(full, account_id),
        is_quote=ident_or_none(quoted_user, "id_str", "id") == account_id,
        quoted_id=ident_or_none(inner(tweet, "quoted_status"), "id_str", "id"),
    )
    return post(account_id, found)


def _read_repost(account_id: str, tweet: Fields) -> Reading:
    original, user = inner(tweet, "retweeted_status"), inner(tweet, "user")
    by = author(ident(user, "id_str", "id"), user)
    is_ours = ident_or_none(inner(original, "user"), "id_str", "id") == account_id
    original_id = None if is_ours else ident_or_none(original, "id_str", "id")
    at = moment(tweet.get("timestamp_ms")) or _created_at(tweet)
    return repost(account_id, ident(tweet, "id_str", "id"), original_id, by, at)


def _first_id(tweet: Fields) -> str:
    history = inner(tweet, "edit_history")
    named = [history.get("initial_tweet_id"), *each(history, "edit_tweet_ids")]
    first = next((found for each_id in named if (found := as_id(each_id))), None)
    return first or ident(tweet, "id_str", "id")


def _mentions(tweet: Fields, account_id: str) -> bool:
    named = objects(inner(tweet, "entities"), "user_mentions")
    return any(ident_or_none(mention, "id_str", "id") == account_id for mention in named)


def _created_at(tweet: Fields) -> datetime | None:
    """`Wed Oct 10 20:19:24 +0000 2018`."""
    try:
        found = datetime.strptime(str(tweet.get("created_at")), "%a %b %d %H:%M:%S %z %Y")
        return found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _read_delete(event: Event) -> Post:
    status = inner(event.value, "status")
    author_id = ident_or_none(status, "user_id_str", "user_id")
    at = moment(event.value.get("timestamp_ms"))
    return deletion(account_of(event), ident(status, "id_str", "id"), author_id, at)


def _read_user_event(event: Event) -> SetAside:
    if "revoke" not in event.value:
        return SetAside(UNKNOWN_EVENT, "user_event")
    source = inner(inner(event.value, "revoke"), "source")
    return revoked(ident_or_none(source, "user_id") or event.account_id)


READERS = {
    "tweet_create_events": _read_tweet,
    "tweet_delete_events": _read_delete,
    "direct_message_events": message,
    "user_event": _read_user_event,
}
IGNORED = {
    "favorite_events": "favorite",
    "follow_events": "follow",
    "block_events": "block",
    "mute_events": "mute",
    "direct_message_indicate_typing_events": "typing",
    "direct_message_mark_read_events": "read",
    "replay_job_status": "replay",
}
