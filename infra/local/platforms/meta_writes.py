"""What a Page or an Instagram account may do: answer a comment or a mention, write privately."""

from typing import Any

from .announce import Echo
from .meta_rules import (
    check_messaging_type,
    check_person,
    check_private_reply,
    check_target,
    check_text,
    check_window,
)
from .models import Account, Post
from .refusals import graph_parameter
from .world import World

Params = dict[str, Any]


class MetaWrites:
    """`params` are the merged query, form and JSON body of a call."""

    def __init__(self, world: World, echo: Echo) -> None:
        self._world = world
        self._echo = echo

    def comment(self, account: Account, post_id: str, params: Params) -> Params:
        """`POST /{comment-or-post-id}/comments` and `POST /{ig-comment-id}/replies`."""
        text = str(params.get("message", ""))
        target = check_target(self._world, account, post_id)
        check_text(account, "comment", text)
        return {"id": self._say(account, target, text).post_id}

    def mention(self, account: Account, params: Params) -> Params:
        """`POST /{ig-user-id}/mentions` with `comment_id` or `media_id`, and `message`."""
        target_id = str(params.get("comment_id") or params.get("media_id") or "")
        return self.comment(account, target_id, params)

    def message(self, account: Account, params: Params) -> Params:
        """`POST /{page-id}/messages`, to a `recipient.id` or, once, to a `recipient.comment_id`."""
        recipient, text = params.get("recipient") or {}, _message_text(params)
        check_text(account, "message", text)
        if comment_id := str(recipient.get("comment_id", "")):
            return self._reply_privately(account, comment_id, text)
        person = check_person(self._world.person(account.platform, str(recipient.get("id", ""))))
        tag = str(params.get("tag", ""))
        check_messaging_type(account, str(params.get("messaging_type", "")), tag)
        last = check_window(self._world, account, person, tag)
        return _sent(self._write_to(account, last, person.person_id, text))

    def _reply_privately(self, account: Account, comment_id: str, text: str) -> Params:
        comment = check_private_reply(self._world, account, comment_id)
        check_person(self._world.person(account.platform, comment.author_id))
        return _sent(self._write_to(account, comment, comment.author_id, text))

    def _say(self, account: Account, target: Post, text: str) -> Post:
        post = self._world.write(account, account.account_id, "comment", text, target)
        self._echo(account, post)
        return post

    def _write_to(self, account: Account, parent: Post, person_id: str, text: str) -> Post:
        post = self._world.write(
            account, account.account_id, "message", text, parent, recipient_id=person_id
        )
        post.is_private_reply = not parent.is_private
        self._echo(account, post)
        return post


def _message_text(params: Params) -> str:
    message = params.get("message")
    if not isinstance(message, dict):
        raise graph_parameter("The parameter message is required.")
    return str(message.get("text", ""))


def _sent(post: Post) -> Params:
    return {"recipient_id": post.recipient_id, "message_id": post.post_id}
