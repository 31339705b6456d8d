"""Webhook bodies of X: the X Activity API's envelope and the old Account Activity API's.

One post may arrive as several events: a reply that also mentions the account is two events of the
Activity API with two `event_uuid`s, and one of the old API. Source: platforms.md section 1.
"""

from collections.abc import Iterator
from typing import Any

from .models import Account, Person, Post
from .world import World
from .x_objects import author, milliseconds, post_legacy, post_v2, user_legacy, user_v2
from .x_rules import answers, mentions, quotes

Body = dict[str, Any]


def xaa_events(world: World, account: Account, post: Post) -> list[tuple[str, Body]]:
    """Each event type that this post is for this account, with the body of its delivery."""
    kinds = list(_kinds(world, account, post))
    return [(kind, _xaa_post(world, account, post, kind)) for kind in kinds]


def xaa_delete(world: World, account: Account, post: Post) -> Body:
    """`post.delete`, which X sends for the account's own posts only."""
    payload = {"id": post.post_id, "author_id": post.author_id}
    return _envelope(world, account, "post.delete", payload)


def xaa_signal(world: World, account: Account, person: Person, kind: str) -> Body:
    """`dm.read` or `dm.indicate_typing`."""
    return _envelope(world, account, f"dm.{kind}", aaa_signal(world, account, person, kind))


def aaa_posts(world: World, account: Account, posts: list[Post]) -> Body:
    """One body of the old API for any number of posts; `{}` when none concerns the account."""
    public = [p for p in posts if not p.is_private and _is_for(world, account, p)]
    private = [p for p in posts if p.is_private]
    body: Body = {"for_user_id": account.account_id}
    if public:
        body |= {
            "user_has_blocked": False,
            "tweet_create_events": [post_legacy(world, p) for p in public],
        }
    if private:
        body |= _messages(world, account, private, is_legacy=True)
    return body if public or private else {}


def aaa_delete(account: Account, post: Post, at_ms: int) -> Body:
    """`tweet_delete_events`, for the account's own posts only."""
    status = {"id": post.post_id, "user_id": post.author_id}
    event = {"status": status, "timestamp_ms": str(at_ms)}
    return {"for_user_id": account.account_id, "tweet_delete_events": [event]}


def aaa_signal(world: World, account: Account, person: Person, kind: str) -> Body:
    """`direct_message_mark_read_events` or `direct_message_indicate_typing_events`."""
    name = "mark_read" if kind == "read" else kind
    event: Body = {
        "created_timestamp": str(milliseconds(world.now())),
        "sender_id": person.person_id,
        "target": {"recipient_id": account.account_id},
    }
    if kind == "read":
        ours = [p for p in world.conversation(account, person.person_id) if p.is_ours]
        event["last_read_event_id"] = ours[-1].post_id if ours else "0"
    users = {who["id_str"]: who for who in (user_legacy(person), user_legacy(account))}
    events = {f"direct_message_{name}_events": [event], "users": users}
    return {"for_user_id": account.account_id, **events}


def _kinds(world: World, account: Account, post: Post) -> Iterator[str]:
    if post.is_private:
        yield "dm.sent" if post.is_ours else "dm.received"
    elif post.is_ours:
        yield "post.create"
    else:
        yield from _kinds_of_customers(world, account, post)


def _kinds_of_customers(world: World, account: Account, post: Post) -> Iterator[str]:
    if mentions(post.text, account.handle):
        yield "post.mention.create"
    if answers(world, account, post):
        yield "post.reply.create"
    if quotes(world, account, post):
        yield "post.quote.create"


def _is_for(world: World, account: Account, post: Post) -> bool:
    return any(_kinds(world, account, post))


def _xaa_post(world: World, account: Account, post: Post, kind: str) -> Body:
    if post.is_private:
        payload = _messages(world, account, [post], is_legacy=False)
        return _envelope(world, account, kind, payload)
    payload = post_v2(world, post)
    users = [user_v2(author(world, post)), user_v2(account)]
    return _envelope(world, account, kind, payload, {"users": users, "tweets": [payload]})


def _envelope(
    world: World, account: Account, kind: str, payload: Body, includes: Body | None = None
) -> Body:
    data: Body = {
        "event_uuid": world.ids.event(),
        "filter": {"user_id": account.account_id},
        "event_type": kind,
        "tag": kind.replace(".", "-"),
        "payload": payload,
    }
    return {"data": data | ({"includes": includes} if includes else {})}


def _messages(world: World, account: Account, posts: list[Post], *, is_legacy: bool) -> Body:
    people: list[Account | Person] = [account, *(_partner(world, post) for post in posts)]
    legacy = {who["id_str"]: who for who in map(user_legacy, people)}
    modern = {who["id"]: {"data": who} for who in map(user_v2, people)}
    events = [_message(world, account, post) for post in posts]
    return {"direct_message_events": events, "users": legacy if is_legacy else modern}


def _message(world: World, account: Account, post: Post) -> Body:
    partner = _partner(world, post)
    recipient = partner.person_id if post.is_ours else account.account_id
    return {
        "type": "message_create",
        "id": post.post_id,
        "created_timestamp": str(milliseconds(post.created_at)),
        "message_create": {
            "target": {"recipient_id": recipient},
            "sender_id": post.author_id,
            "message_data": {"text": post.text, "entities": {"hashtags": [], "urls": []}},
        },
    }


def _partner(world: World, post: Post) -> Person:
    return world.people["x", post.recipient_id if post.is_ours else post.author_id]
