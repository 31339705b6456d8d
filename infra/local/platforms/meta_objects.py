"""A comment, a message, a conversation, as Meta's Graph API gives them when they are read."""

import re
from datetime import datetime
from typing import Any

from .models import Account, Person, Post
from .world import World

Fields = dict[str, Any]


def author(world: World, post: Post) -> Account | Person:
    """Who wrote a post."""
    own = world.account(post.platform, post.author_id)
    return own or world.people[post.platform, post.author_id]


def from_field(world: World, post: Post) -> dict[str, str]:
    """`from`: id and name on Facebook, id and username on Instagram."""
    who = author(world, post)
    if post.platform == "instagram":
        return {"id": post.author_id, "username": who.handle}
    return {
        "id": post.author_id,
        "name": who.display_name if isinstance(who, Account) else who.name,
    }


def post_fields(world: World, post: Post) -> Fields:
    """Everything that can be asked for of a post, comment or message; `id` first."""
    if post.is_private:
        return _message_fields(world, post)
    if post.platform == "instagram":
        return _instagram_fields(world, post)
    return _facebook_fields(world, post)


def account_fields(account: Account) -> Fields:
    """Everything that can be asked for of a Page or a professional account."""
    return {"id": account.account_id, "name": account.display_name, "username": account.handle}


def chosen(fields: Fields, wanted: str, default: tuple[str, ...]) -> Fields:
    """The fields that `?fields=` asks for, else the default; the id always."""
    names = top_level(wanted) or list(default)
    return {name: fields[name] for name in [*names, "id"] if name in fields}


def top_level(wanted: str) -> list[str]:
    """The outermost names of a `fields` parameter: `a,b.x(1){c,d}` is a and b."""
    flat = re.sub(r"\{[^{}]*\}|\([^()]*\)", "", wanted)
    return [name.split(".")[0].strip() for name in flat.split(",") if name.strip()]


def graph_time(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S+0000")


def _facebook_fields(world: World, post: Post) -> Fields:
    fields: Fields = {
        "id": post.post_id,
        "message": post.text,
        "from": from_field(world, post),
        "created_time": graph_time(post.created_at),
        "is_hidden": False,
        "can_reply_privately": post.surface == "comment" and not post.is_ours,
    }
    if parent := world.live(post.parent_id):
        fields["parent"] = {"id": parent.post_id}
    return fields


def _instagram_fields(world: World, post: Post) -> Fields:
    fields: Fields = {
        "id": post.post_id,
        "text": post.text,
        "caption": post.text,
        "timestamp": graph_time(post.created_at),
        "username": author(world, post).handle,
        "from": from_field(world, post),
        "media": {"id": post.root_id},
    }
    if post.parent_id and post.parent_id != post.root_id:
        fields["parent_id"] = post.parent_id
    return fields


def _message_fields(world: World, post: Post) -> Fields:
    recipient = post.recipient_id if post.is_ours else post.account_id
    return {
        "id": post.post_id,
        "message": post.text,
        "from": from_field(world, post),
        "to": {"data": [{"id": recipient}]},
        "created_time": graph_time(post.created_at),
    }
