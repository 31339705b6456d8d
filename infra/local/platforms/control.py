"""The scenario's side of the sandbox: what people write, and what can be seen of it.

Bodies are the models of orders.py, answers the shapes of seen.py. 422 for a body that doesn't fit,
404 for an account, post or person that doesn't exist.
"""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from flask import Blueprint, Response, jsonify, request, send_from_directory

from .feed import delivery_seen, feed, post_seen
from .handshake import shake_hands
from .models import Delivery, Post
from .orders import (
    AccountOrder,
    BatchOrder,
    DeleteOrder,
    DeliveryOrder,
    EditOrder,
    HandshakeOrder,
    PostOrder,
    SignalOrder,
    ordered,
)
from .scenes import Scenes
from .world import World
from .writing import UnknownError

View = Callable[..., Response]

_PAGE = Path(__file__).parent / "page"


class Control:
    """The routes, each one order to the scenes or one look at the world."""

    def __init__(self, world: World, scenes: Scenes) -> None:
        self._world = world
        self._scenes = scenes

    def blueprint(self) -> Blueprint:
        views: list[tuple[str, str, View]] = [
            ("GET", "/", self.page),
            ("GET", "/page/<name>", self.page_part),
            ("GET", "/sandbox/feed", self.feed),
            ("GET", "/sandbox/deliveries", self.list_deliveries),
            ("POST", "/sandbox/deliveries", self.deliver),
            ("POST", "/sandbox/accounts", self.register),
            ("POST", "/sandbox/posts", self.post),
            ("POST", "/sandbox/batches", self.batch),
            ("POST", "/sandbox/posts/<post_id>/edit", self.edit),
            ("POST", "/sandbox/posts/<post_id>/delete", self.delete),
            ("POST", "/sandbox/signals", self.signal),
            ("POST", "/sandbox/handshake", self.handshake),
        ]
        blueprint = Blueprint("control", __name__)
        for method, path, view in views:
            blueprint.add_url_rule(path, view.__name__, view, methods=[method])
        return blueprint

    def page(self) -> Response:
        return send_from_directory(_PAGE, "feed.html")

    def page_part(self, name: str) -> Response:
        return send_from_directory(_PAGE, name)

    def feed(self) -> Response:
        return jsonify(feed(self._world, int(request.args.get("limit", "200"))))

    def list_deliveries(self) -> Response:
        return jsonify([delivery_seen(d) for d in list(self._world.deliveries)])

    def deliver(self) -> Response:
        return _sent(self._scenes.announce(ordered(DeliveryOrder)))

    def register(self) -> Response:
        return _created(asdict(self._scenes.register(ordered(AccountOrder))))

    def post(self) -> Response:
        return self._posted(*self._scenes.post(ordered(PostOrder)))

    def batch(self) -> Response:
        posts, sent = self._scenes.batch(ordered(BatchOrder))
        seen = [post_seen(self._world, post) for post in posts]
        return _created({"posts": seen, "deliveries": [delivery_seen(d) for d in sent]})

    def edit(self, post_id: str) -> Response:
        return self._posted(*self._scenes.edit(post_id, ordered(EditOrder)))

    def delete(self, post_id: str) -> Response:
        return self._posted(*self._scenes.delete(post_id, ordered(DeleteOrder)))

    def signal(self) -> Response:
        return _sent(self._scenes.signal(ordered(SignalOrder)))

    def handshake(self) -> Response:
        order = ordered(HandshakeOrder)
        account = self._world.account(order.platform, order.account_id)
        if account is None or not account.webhook_url:
            raise UnknownError(f"no webhook of account {order.account_id} on {order.platform}")
        return jsonify(shake_hands(account))

    def _posted(self, post: Post, sent: list[Delivery]) -> Response:
        seen = post_seen(self._world, post)
        return _created({"post": seen, "deliveries": [delivery_seen(d) for d in sent]})


def _sent(deliveries: list[Delivery]) -> Response:
    return _created([delivery_seen(delivery) for delivery in deliveries])


def _created(body: object) -> Response:
    answer = jsonify(body)
    answer.status_code = 201
    return answer
