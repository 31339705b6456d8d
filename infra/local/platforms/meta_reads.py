"""What a Page or an Instagram account may look up: objects, comments below them, conversations."""

import re
from typing import Any

from .meta_objects import account_fields, chosen, graph_time, post_fields, top_level
from .models import Account, Post
from .refusals import graph_gone
from .world import World

Params = dict[str, Any]

_DEFAULTS: dict[str, tuple[str, ...]] = {
    "facebook": ("created_time", "from", "message"),
    "instagram": ("timestamp", "text"),
}


class MetaReads:
    """`params` are the merged query, form and JSON body of a call; `fields` chooses from it."""

    def __init__(self, world: World) -> None:
        self._world = world

    def account(self, account: Account, params: Params) -> Params:
        """`GET /{page-id}` and `GET /{ig-user-id}`, also with `mentioned_comment` or `_media`."""
        wanted = str(params.get("fields", ""))
        answer = chosen(account_fields(account), wanted, ("name",))
        for edge, key in (("mentioned_comment", "comment_id"), ("mentioned_media", "media_id")):
            if edge in top_level(wanted):
                answer[edge] = self._mentioned(account, edge, key, wanted)
        return answer

    def post(self, account: Account, post_id: str, params: Params) -> Params:
        """`GET /{id}` of a post, a comment or a message."""
        return self._fields(self._visible(account, post_id), str(params.get("fields", "")))

    def below(self, account: Account, post_id: str, params: Params) -> Params:
        """`GET /{id}/comments`: the direct answers, oldest first."""
        self._visible(account, post_id)
        below = [
            post
            for post in self._world.written()
            if post.parent_id == post_id and not post.is_deleted and not post.is_private
        ]
        return _list([self._fields(post, str(params.get("fields", ""))) for post in below])

    def conversations(self, account: Account, params: Params) -> Params:
        """`GET /{page-id}/conversations?user_id=`: the one thread, newest message first."""
        thread = self._world.conversation(account, str(params.get("user_id", "")))
        if not thread:
            return _list([])
        messages = [post_fields(self._world, post) for post in reversed(thread)]
        updated = graph_time(thread[-1].created_at)
        conversation = {"id": f"t_{thread[0].root_id}", "updated_time": updated}
        return _list([conversation | {"messages": _list(messages)}])

    def _mentioned(self, account: Account, edge: str, key: str, wanted: str) -> Params:
        found = re.search(rf"{edge}\.{key}\(([^)]*)\)(?:\{{([^}}]*)\}})?", wanted)
        if found is None:
            raise graph_gone(account.account_id, "get")
        return self._fields(self._visible(account, found[1]), found[2] or "")

    def _visible(self, account: Account, post_id: str) -> Post:
        post = self._world.live(post_id)
        if post is None or (post.platform, post.account_id) != _key(account):
            raise graph_gone(post_id, "get")
        return post

    def _fields(self, post: Post, wanted: str) -> Params:
        return chosen(post_fields(self._world, post), wanted, _DEFAULTS[post.platform])


def _key(account: Account) -> tuple[str, str]:
    return account.platform, account.account_id


def _list(items: list[Params]) -> Params:
    """A page of Graph results; the sandbox's pages are never too long for one."""
    if not items:
        return {"data": []}
    return {"data": items, "paging": {"cursors": {"before": "QVFI", "after": "QVFJ"}}}
