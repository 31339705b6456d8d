"""Webhook bodies of Facebook Pages, Messenger and Instagram: `object`, `entry[]`, changes.

Source: platforms.md section 2. Entry times are seconds for changes, milliseconds for messaging.
"""

from typing import Any

from .meta_objects import author, from_field
from .models import Account, Person, Post
from .world import World

Body = dict[str, Any]

_APP_ID = 1517000000000001  # of no known app; our echoes carry it


def body(account: Account, entries: list[Body]) -> Body:
    """One webhook body around any number of entries."""
    kind = "page" if account.platform == "facebook" else "instagram"
    return {"object": kind, "entry": entries}


def entry(world: World, account: Account, post: Post, verb: str = "add") -> Body | None:
    """The entry that tells of a post, its edit (`edited`) or its removal (`remove`).

    None where Meta is silent: Instagram tells neither of edited nor of removed comments, nor of
    what the account itself publishes.
    """
    if post.is_private:
        return _messaging(world, account, _message_event(world, account, post, verb))
    if account.platform == "facebook":
        field = "mention" if post.surface == "mention" else "feed"
        value = (_mention_value if field == "mention" else _feed_value)(world, post, verb)
        return _changes(world, account, field, value)
    is_silent = verb != "add" or (post.is_ours and not post.parent_id)
    return None if is_silent else _instagram_entry(world, account, post)


def merged(entries: list[Body]) -> list[Body]:
    """A batch as Meta sends it: changes of one account and second together in one entry."""
    together: dict[tuple[str, int, str], Body] = {}
    for item in entries:
        kind = "changes" if "changes" in item else "messaging"
        key = (item["id"], item["time"], kind)
        if key in together:
            together[key][kind] += item[kind]
        else:
            together[key] = item
    return list(together.values())


def signal_entry(world: World, account: Account, person: Person, kind: str) -> Body | None:
    """That our message was `delivered` or `read`; None for `typing`, which Meta doesn't tell."""
    ours = [p for p in world.conversation(account, person.person_id) if p.is_ours]
    mid = ours[-1].post_id if ours else "m_none"
    now = int(world.now().timestamp() * 1000)
    read = {"mid": mid} if account.platform == "instagram" else {"watermark": now}
    facts = {"read": read, "delivered": {"mids": [mid], "watermark": now}}
    if kind not in facts:
        return None
    name = "delivery" if kind == "delivered" else kind
    event = _between(person.person_id, account.account_id, now) | {name: facts[kind]}
    return _messaging(world, account, event)


def _changes(world: World, account: Account, field: str, value: Body) -> Body:
    now = int(world.now().timestamp())
    return {"id": account.account_id, "time": now, "changes": [{"value": value, "field": field}]}


def _messaging(world: World, account: Account, event: Body) -> Body:
    now = int(world.now().timestamp() * 1000)
    return {"id": account.account_id, "time": now, "messaging": [event]}


def _feed_value(world: World, post: Post, verb: str) -> Body:
    value: Body = {
        "from": from_field(world, post),
        "post_id": post.root_id,
        "created_time": int(post.created_at.timestamp()),
        "item": "comment" if post.parent_id else "status",
        "verb": verb,
    }
    if post.parent_id:
        value |= {"comment_id": post.post_id, "parent_id": post.parent_id}
    if verb != "remove":
        value["message"] = post.text
    return value


def _mention_value(_world: World, post: Post, verb: str) -> Body:
    """Meta doesn't name the author here, and may tell of a post that the Page can't read."""
    text = {} if verb == "remove" else {"message": post.text}
    created = int(post.created_at.timestamp())
    return {**text, "post_id": post.post_id, "created_time": created, "item": "post", "verb": verb}


def _instagram_entry(world: World, account: Account, post: Post) -> Body:
    if post.surface == "comment":
        return _changes(world, account, "comments", _instagram_comment(world, post))
    # A mention stands in a comment below somebody's media, or (a `post`) in a media's caption.
    mention = {"media_id": post.root_id}
    if post.surface == "mention":
        mention["comment_id"] = post.post_id
    return _changes(world, account, "mentions", mention)


def _instagram_comment(world: World, post: Post) -> Body:
    value: Body = {
        "from": {"id": post.author_id, "username": author(world, post).handle},
        "media": {"id": post.root_id, "media_product_type": "FEED"},
        "id": post.post_id,
        "text": post.text,
    }
    return value | ({"parent_id": post.parent_id} if post.parent_id != post.root_id else {})


def _message_event(world: World, account: Account, post: Post, verb: str) -> Body:
    sent = int(post.created_at.timestamp() * 1000)
    if post.is_ours:
        echo = {"mid": post.post_id, "text": post.text, "is_echo": True, "app_id": _APP_ID}
        return _between(account.account_id, post.recipient_id, sent) | {"message": echo}
    happened = sent if verb == "add" else int(world.now().timestamp() * 1000)
    parties = _between(post.author_id, account.account_id, happened)
    return parties | _messages(post)[verb]


def _messages(post: Post) -> dict[str, Body]:
    edit = {"mid": post.post_id, "text": post.text, "num_edit": max(1, post.edits)}
    return {
        "add": {"message": {"mid": post.post_id, "text": post.text}},
        "edited": {"message_edit": edit},
        "remove": {"message": {"mid": post.post_id, "is_deleted": True}},
    }


def _between(sender_id: str, recipient_id: str, at_ms: int) -> Body:
    return {"sender": {"id": sender_id}, "recipient": {"id": recipient_id}, "timestamp": at_ms}
