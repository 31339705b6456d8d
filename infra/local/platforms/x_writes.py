"""What an account may do on X: post, answer, write a private message."""

from typing import Any

from flask import request

from .announce import Echo
from .models import Account
from .world import World
from .x_rules import (
    check_message,
    check_new_text,
    check_parent,
    check_recipient,
    check_summoned,
    check_text,
)


class XWrites:
    def __init__(self, world: World, echo: Echo) -> None:
        self._world = world
        self._echo = echo

    def create_post(self, account: Account) -> dict[str, Any]:
        """`{"text"}`, and `reply.in_reply_to_tweet_id` or `quote_tweet_id` where it answers."""
        body = request.get_json(silent=True) or {}
        text = str(body.get("text", ""))
        check_text(text)
        check_new_text(self._world, account, text)
        parent_id = str((body.get("reply") or {}).get("in_reply_to_tweet_id", ""))
        parent = check_parent(self._world, parent_id) if parent_id else None
        if parent:
            check_summoned(self._world, account, parent)
        post = self._world.write(
            account, account.account_id, "comment" if parent else "post", text, parent,
            quotes_id=str(body.get("quote_tweet_id", "")),
        )  # fmt: skip
        self._echo(account, post)
        return {
            "data": {"id": post.post_id, "text": text, "edit_history_tweet_ids": [post.post_id]}
        }

    def create_message(self, account: Account, person_id: str) -> dict[str, Any]:
        """`{"text"}`, to one person."""
        text = str((request.get_json(silent=True) or {}).get("text", ""))
        check_message(text)
        person = check_recipient(self._world.person("x", person_id))
        parent = self._world.last_message(account, person.person_id)
        post = self._world.write(
            account, account.account_id, "message", text, parent, recipient_id=person.person_id
        )
        self._echo(account, post)
        conversation = "-".join(sorted((account.account_id, person_id), key=int))
        return {"data": {"dm_conversation_id": conversation, "dm_event_id": post.post_id}}
