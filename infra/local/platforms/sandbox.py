"""The sandbox for Python: start one with `sandbox()`, or point `Sandbox` at one that runs already.

with sandbox() as platforms:
    account = platforms.add_account("x", "acme")
    posted = platforms.post(account, "@acme it broke", author="ola")
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from .faults import Kind
from .handshake import Outcome
from .models import Account, Platform
from .orders import Mode
from .outbound import ask
from .seen import Feed, FeedDelivery, FeedPost, Posted, PostedBatch

SECONDS = 60.0  # a delivery that is waited for may meet a cold start


class SandboxError(Exception):
    """The sandbox refused an order; the text holds its status and reason."""


class Sandbox:
    """A client of the `/sandbox` routes. `more` is any other field of the order: see orders.py."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url

    def add_account(self, platform: Platform, handle: str, **more: object) -> Account:
        """Register an account, or change the one with `account_id`; blanks are made up."""
        order = {"platform": platform, "handle": handle, **more}
        return Account(**self._post("/sandbox/accounts", order))

    def post(
        self, account: Account, text: str, author: str | dict[str, Any] | None = None,
        **more: object,
    ) -> Posted:  # fmt: skip
        """Let a person (a handle, or an author's fields) or, without one, the account write."""
        answer: Posted = self._post("/sandbox/posts", post_order(account, text, author, **more))
        return answer

    def batch(self, posts: Sequence[dict[str, Any]], **more: object) -> PostedBatch:
        """Many posts (made by `post_order`) in one webhook body."""
        order = {"posts": list(posts), **more}
        answer: PostedBatch = self._post("/sandbox/batches", order)
        return answer

    def deliver(self, post_ids: Sequence[str], **more: object) -> list[FeedDelivery]:
        """Announce posts that exist, in this order."""
        order = {"post_ids": list(post_ids), **more}
        answer: list[FeedDelivery] = self._post("/sandbox/deliveries", order)
        return answer

    def edit(self, post_id: str, text: str, deliver: Mode = "wait") -> Posted:
        order = {"text": text, "deliver": deliver}
        answer: Posted = self._post(f"/sandbox/posts/{post_id}/edit", order)
        return answer

    def delete(self, post_id: str, deliver: Mode = "wait") -> Posted:
        answer: Posted = self._post(f"/sandbox/posts/{post_id}/delete", {"deliver": deliver})
        return answer

    def signal(self, account: Account, person_id: str, kind: str) -> list[FeedDelivery]:
        """`read`, `delivered` or `typing`, from a person."""
        order = {**_key(account), "person_id": person_id, "kind": kind}
        answer: list[FeedDelivery] = self._post("/sandbox/signals", order)
        return answer

    def handshake(self, account: Account) -> Outcome:
        """Run the platform's check of the account's webhook URL."""
        answer: Outcome = self._post("/sandbox/handshake", _key(account))
        return answer

    def fault(self, match: str, kind: Kind, times: int = 1, seconds: float = 1.0) -> None:
        """Let the next `times` calls that match (`POST /2/tweets`, `* /v*/me/messages`) fail."""
        order = {"match": match, "kind": kind, "times": times, "seconds": seconds}
        self._post("/sandbox/faults", order)

    def limit(self, route: str, calls: int, seconds: int = 900, scope: str = "user") -> None:
        """Replace a route's limits; the routes are named in limits.py."""
        order = {"route": route, "calls": calls, "seconds": seconds, "scope": scope}
        self._post("/sandbox/limits", order)

    def advance(self, seconds: float) -> None:
        """Let time pass for every window and limit."""
        self._post("/sandbox/clock", {"advance_seconds": seconds})

    def feed(self) -> Feed:
        """All threads with their answers, all refusals."""
        answer: Feed = self._ask("GET", "/sandbox/feed", None)
        return answer

    def deliveries(self) -> list[FeedDelivery]:
        """Every webhook request so far, oldest first."""
        answer: list[FeedDelivery] = self._ask("GET", "/sandbox/deliveries", None)
        return answer

    def replies_to(self, post_id: str) -> list[FeedPost]:
        """Our answers to a post, in the order of their writing."""
        found = [p for p in flat(self.feed()["posts"]) if p["id"] == post_id]
        return [reply for post in found for reply in post["replies"] if reply["is_ours"]]

    def _post(self, path: str, order: dict[str, Any]) -> Any:  # noqa: ANN401 - JSON
        return self._ask("POST", path, json.dumps(order).encode())

    def _ask(self, method: str, path: str, body: bytes | None) -> Any:  # noqa: ANN401 - JSON
        headers = {"Content-Type": "application/json"}
        answer = ask(method, self.base_url + path, body=body, headers=headers, seconds=SECONDS)
        if not 200 <= answer.status < 300:
            raise SandboxError(f"{method} {path}: {answer.status} {answer.body.decode()}")
        return json.loads(answer.body)


def post_order(
    account: Account, text: str, author: str | dict[str, Any] | None = None, **more: object
) -> dict[str, Any]:
    """The JSON of one post: PostOrder in orders.py."""
    who = {"handle": author} if isinstance(author, str) else author
    return {**_key(account), "text": text, "author": who, **more}


def flat(posts: Sequence[FeedPost]) -> Iterator[FeedPost]:
    """Posts and all that is below them, depth first."""
    for post in posts:
        yield post
        yield from flat(post["replies"])


def _key(account: Account) -> dict[str, str]:
    return {"platform": account.platform, "account_id": account.account_id}
