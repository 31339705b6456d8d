"""What an account may look up on X, above all to find out whether a lost answer was said."""

from collections.abc import Callable
from typing import Any

from flask import request

from . import x_rules
from .models import Account, Post
from .refusals import x_forbidden, x_invalid, x_not_found
from .world import World
from .x_objects import author, iso, post_v2, shown, user_v2

Answer = dict[str, Any]


class XReads:
    """Lists come newest first, from `since_id` on, `max_results` at most (10 unless told)."""

    def __init__(self, world: World) -> None:
        self._world = world

    def post(self, _account: Account, post_id: str) -> Answer:
        """A 200 with `errors` when the post is gone, as X answers."""
        post = self._world.live(post_id)
        if post is None or post.platform != "x" or post.is_private:
            return {"errors": [x_not_found("tweet", post_id)]}
        return {"data": post_v2(self._world, post), **self._includes([post])}

    def me(self, account: Account) -> Answer:
        return {"data": user_v2(account)}

    def timeline(self, _account: Account, user_id: str) -> Answer:
        return self._page(lambda post: post.author_id == user_id)

    def mentions(self, account: Account, user_id: str) -> Answer:
        if user_id != account.account_id:
            raise x_forbidden("You may read only your own mentions.", "client-forbidden")
        handle = account.handle
        return self._page(
            lambda post: x_rules.mentions(post.text, handle) and post.author_id != user_id
        )

    def messages(self, account: Account, person_id: str) -> Answer:
        conversation = self._world.conversation(account, person_id)
        events = [_event(post) for post in reversed(conversation)]
        return {"data": events, "meta": {"result_count": len(events)}} if events else _nothing()

    def _page(self, is_wanted: Callable[[Post], bool]) -> Answer:
        newer_than, most = _number("since_id", 0), _number("max_results", 10)
        found = [
            post
            for post in reversed(self._world.written())
            if _is_public(post) and int(post.post_id) > newer_than and is_wanted(post)
        ][:most]
        if not found:
            return _nothing()
        ends = {"newest_id": found[0].post_id, "oldest_id": found[-1].post_id}
        data = [post_v2(self._world, post) for post in found]
        meta = {"result_count": len(found), **ends}
        return {"data": data, "meta": meta, **self._includes(found)}

    def _includes(self, posts: list[Post]) -> Answer:
        if "author_id" not in request.args.get("expansions", ""):
            return {}
        users = {post.author_id: user_v2(author(self._world, post)) for post in posts}
        return {"includes": {"users": list(users.values())}}


def _is_public(post: Post) -> bool:
    return post.platform == "x" and not post.is_private and not post.is_deleted


def _event(post: Post) -> Answer:
    text, urls = shown(post)
    return {
        "id": post.post_id,
        "event_type": "MessageCreate",
        "text": text,
        "entities": {"urls": urls},
        "sender_id": post.author_id,
        "created_at": iso(post.created_at),
    }


def _nothing() -> Answer:
    return {"meta": {"result_count": 0}}


def _number(name: str, default: int) -> int:
    value = request.args.get(name, str(default))
    if not value.isdecimal():
        raise x_invalid(f"The `{name}` query parameter value [{value}] is not valid.")
    return int(value)
