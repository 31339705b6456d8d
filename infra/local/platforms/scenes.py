"""Makes happen what a scenario orders: people write, edit, delete; platforms tell our webhook."""

import secrets
from dataclasses import asdict, replace
from typing import Any

from . import announce
from .deliver import Courier
from .models import Account, Delivery, Post
from .orders import (
    AccountOrder,
    BatchOrder,
    DeleteOrder,
    DeliveryOrder,
    EditOrder,
    Mode,
    PostOrder,
    SignalOrder,
)
from .world import World
from .writing import Writing


class Scenes:
    """Each method is one order; those that tell the webhook return the deliveries made."""

    def __init__(self, world: World, courier: Courier) -> None:
        self._world = world
        self._writing = Writing(world)
        self._courier = courier

    def register(self, order: AccountOrder) -> Account:
        """Add an account, or change the one with this id."""
        account_id = order.account_id or self._world.ids.person(order.platform)
        known = self._world.account(order.platform, account_id)
        facts = asdict(known) if known else _made_up(order)
        given = order.model_dump(exclude_unset=True)
        account = Account(**facts | given | {"account_id": account_id})
        with self._world.lock:
            self._world.accounts[account.platform, account_id] = account
        return account

    def post(self, order: PostOrder) -> tuple[Post, list[Delivery]]:
        post = self._writing.write(order)
        deliveries = announce.of_post(self._world, post, order.shape)
        return post, self._carry(deliveries, order.deliver, order.times)

    def batch(self, order: BatchOrder) -> tuple[list[Post], list[Delivery]]:
        posts = [self._writing.write(one) for one in order.posts]
        deliveries = announce.of_batch(self._world, posts, order.shape)
        return posts, self._carry(deliveries, order.deliver, order.times)

    def announce(self, order: DeliveryOrder) -> list[Delivery]:
        """Announce posts that exist; on X's Activity API under new event ids."""
        posts = [self._writing.post(post_id) for post_id in order.post_ids]
        if order.is_batch:
            deliveries = announce.of_batch(self._world, posts, order.shape)
        else:
            deliveries = [d for p in posts for d in announce.of_post(self._world, p, order.shape)]
        return self._carry(deliveries, order.deliver, order.times)

    def edit(self, post_id: str, order: EditOrder) -> tuple[Post, list[Delivery]]:
        post = self._writing.edit(post_id, order.text)
        return post, self._carry(announce.of_edit(self._world, post), order.deliver)

    def delete(self, post_id: str, order: DeleteOrder) -> tuple[Post, list[Delivery]]:
        post = self._writing.post(post_id)
        post.is_deleted = True
        return post, self._carry(announce.of_delete(self._world, post), order.deliver)

    def signal(self, order: SignalOrder) -> list[Delivery]:
        account = self._writing.account(order.platform, order.account_id)
        person = self._writing.person(order.platform, order.person_id)
        deliveries = announce.of_signal(self._world, account, person, order.kind)
        return self._carry(deliveries, order.deliver)

    def echo(self, account: Account, post: Post) -> None:
        """Tell the account's own webhook, in the background, of what it has just said."""
        if account.has_echoes:
            self._carry(announce.of_post(self._world, post), "later")

    def _carry(self, deliveries: list[Delivery], mode: Mode, times: int = 1) -> list[Delivery]:
        """The same bytes `times` over; nothing where no webhook is set."""
        wanted = [d for d in deliveries if d.url and mode != "never"]
        copies = [replace(d, statuses=[]) for d in wanted for _ in range(times)]
        send = self._courier.send if mode == "wait" else self._courier.send_later
        for delivery in copies:
            send(delivery)
        return copies


def _made_up(order: AccountOrder) -> dict[str, Any]:
    """What a new account is given where the order says nothing."""
    names = ("access_token", "app_secret", "verify_token")
    made_up = {name: getattr(order, name) or secrets.token_hex(16) for name in names}
    return {**order.model_dump(), **made_up, "display_name": order.display_name or order.handle}
