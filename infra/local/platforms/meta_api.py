"""Meta's Graph API for Pages and Instagram, as far as answering needs it: any version's prefix.

Source: platforms.md section 2. Each call proves its account, is counted, then acts under the lock.
"""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, g, jsonify, request

from .announce import Echo
from .limits import Limits
from .meta_caller import callers, check_may_write, count, meant, read_params, usage_headers
from .meta_reads import MetaReads
from .meta_writes import MetaWrites
from .models import Account
from .refusals import graph_gone
from .world import World

Params = dict[str, Any]
Act = Callable[[Account, str, Params], Params]


def meta_api(world: World, limits: Limits, echo: Echo) -> Blueprint:
    """The routes below /vN.N. Refusals are raised and answered by the application."""
    api = _MetaApi(world, limits, MetaReads(world), MetaWrites(world, echo))
    blueprint = Blueprint("meta", __name__)
    paths = ("/v<version>/<node>", "/v<version>/<node>/<edge>")
    for path in paths:
        blueprint.add_url_rule(path, "graph", api.serve, methods=["GET", "POST"])
    blueprint.after_request(_with_usage_headers)
    return blueprint


class _MetaApi:
    def __init__(self, world: World, limits: Limits, reads: MetaReads, writes: MetaWrites) -> None:
        self._world = world
        self._limits = limits
        self._acts: dict[tuple[str, str], Act] = {
            ("GET", ""): self._object,
            ("GET", "comments"): reads.below,
            ("GET", "replies"): reads.below,
            ("GET", "conversations"): lambda account, _, params: reads.conversations(
                account, params
            ),
            ("POST", "comments"): writes.comment,
            ("POST", "replies"): writes.comment,
            ("POST", "mentions"): lambda account, _, params: writes.mention(account, params),
            ("POST", "messages"): lambda account, _, params: writes.message(account, params),
        }
        self._reads = reads

    def serve(self, version: str, node: str, edge: str = "") -> Response:  # noqa: ARG002
        params = read_params()
        account = meant(self._world, callers(self._world, params), node, params)
        g.platform = account.platform
        count(self._world, self._limits, account)
        act = self._acts.get((request.method, edge))
        if act is None:
            raise graph_gone(node, request.method)
        if request.method == "POST":
            check_may_write(account)
        with self._world.lock:
            return jsonify(act(account, node, params))

    def _object(self, account: Account, node: str, params: Params) -> Params:
        if node in ("me", account.account_id):
            return self._reads.account(account, params)
        return self._reads.post(account, node, params)


def _with_usage_headers(answer: Response) -> Response:
    answer.headers["facebook-api-version"] = request.path.split("/")[1]
    answer.headers.update(usage_headers(g.get("usage", [])))
    return answer
