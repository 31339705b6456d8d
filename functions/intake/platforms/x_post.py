"""What X's two APIs have in common: a post comes out the same, whichever brought it."""

from dataclasses import dataclass
from datetime import datetime

from functions.intake.events import (
    ACCOUNT_REVOKED,
    UNKNOWN_EVENT,
    Author,
    Event,
    Fields,
    Ignored,
    Post,
    Reading,
    SetAside,
)
from functions.intake.fields import (
    account_of,
    count_of,
    ident,
    ident_or_none,
    inner,
    moment,
    name_of,
    text_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tweet:
    """A post in neither API's words. `first_id`: of the version that was posted first."""

    tweet_id: str
    first_id: str
    author: Author
    text: str | None
    thread_id: str | None
    parent_id: str | None
    posted_at: datetime | None
    is_mention: bool
    is_quote: bool
    quoted_id: str | None = None


def post(account_id: str, tweet: Tweet) -> Post:
    """The post, seen from the account.

    An edit gets an id of its own at X, and every version names all. The first id stays the post's
    id and the version's id tells one edit from the next: so each edit is seen once, and belongs to
    the case that the first version opened. (The first version may arrive with its successors
    already named: it is still the creation.) A reply belongs under the newest id, `revision`.
    """
    is_edit = tweet.tweet_id != tweet.first_id
    is_echo = tweet.author.author_id == account_id
    return Post(
        account_id=account_id,
        surface="mention" if tweet.is_mention else "comment" if tweet.parent_id else "post",
        verb="edited" if is_edit else "created",
        object_id=tweet.first_id,
        revision=tweet.tweet_id if is_edit else "0",
        thread_id=tweet.thread_id or (None if tweet.parent_id else tweet.first_id),
        parent_id=tweet.parent_id,
        author=tweet.author,
        text=plain(tweet.text),
        posted_at=tweet.posted_at,
        is_summoned=(tweet.is_mention or tweet.is_quote) and not is_echo,
        is_echo=is_echo,
        echoed_id=None if tweet.is_quote else tweet.quoted_id,
    )


def repost(
    account_id: str, tweet_id: str, original_id: str | None, author: Author, at: datetime | None
) -> Reading:
    """Somebody passed a post on without a word; of our own nobody need know."""
    if original_id is None or author.author_id == account_id:
        return Ignored("repost")
    return Post(
        account_id=account_id,
        surface="post",
        object_id=tweet_id,
        thread_id=tweet_id,
        author=author,
        posted_at=at,
        echoed_id=original_id,
        echo_of="repost",
    )


def deletion(account_id: str, object_id: str, author_id: str | None, at: datetime | None) -> Post:
    """A post that its author took back. X tells it of the account's own posts only."""
    return Post(
        account_id=account_id,
        surface="post",
        verb="deleted",
        object_id=object_id,
        author=Author(author_id) if author_id else None,
        posted_at=at,
        is_echo=author_id == account_id,
    )


def message(event: Event) -> Reading:
    """A direct message: the same shape in both APIs, with the users beside it."""
    if event.value.get("type", "message_create") != "message_create":
        return SetAside(UNKNOWN_EVENT, f"{event.kind} of another type")
    account_id, sent = account_of(event), inner(event.value, "message_create")
    sender_id = ident(sent, "sender_id")
    is_echo = sender_id == account_id
    recipient_id = ident_or_none(inner(sent, "target"), "recipient_id")
    return Post(
        account_id=account_id,
        surface="message",
        object_id=ident(event.value, "id"),
        thread_id=recipient_id if is_echo else sender_id,
        author=author(sender_id, inner(inner(event.around, "users"), sender_id)),
        text=plain(text_of(inner(sent, "message_data"), "text")),
        posted_at=moment(event.value.get("created_timestamp")),
        is_private=True,
        is_echo=is_echo,
    )


def author(author_id: str, user: Fields) -> Author:
    """A user in any of X's three shapes: old, new, or new within `data`."""
    user = inner(user, "data") or user
    metrics = user.get("public_metrics")
    followers = count_of(metrics, "followers_count") if isinstance(metrics, dict) else None
    return Author(
        author_id,
        handle=name_of(user, "username", "screen_name"),
        name=name_of(user, "name"),
        followers=count_of(user, "followers_count") if followers is None else followers,
    )


def revoked(account_id: str | None) -> SetAside:
    """The account no longer lets us act for it: an operator must reconnect it."""
    return SetAside(ACCOUNT_REVOKED, "the account took its permission back", account_id)


def plain(text: str | None) -> str | None:
    """X's texts with the three signs that it escapes put back."""
    if text is None:
        return None
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
