"""X API v2, as far as a client that answers posts needs it. Source: platforms.md section 1.

Each call proves its account, counts against its limits, and then acts under the world's lock.
"""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, g, jsonify, request

from .announce import Echo
from .limits import DAY_SECONDS, X_MESSAGE, X_POST, Limits, Standing
from .models import Account
from .refusals import x_too_many, x_unauthorized
from .world import World
from .x_reads import XReads
from .x_writes import XWrites

Act = Callable[..., dict[str, Any]]

_WITH = "/dm_conversations/with/<person_id>"


def x_api(world: World, limits: Limits, echo: Echo) -> Blueprint:
    """The routes below /2. Refusals are raised and answered by the application."""
    reads, writes = XReads(world), XWrites(world, echo)
    routes: list[tuple[str, str, str, Act]] = [
        ("POST", "/tweets", X_POST, writes.create_post),
        ("POST", f"{_WITH}/messages", X_MESSAGE, writes.create_message),
        ("GET", "/tweets/<post_id>", "GET /2/tweets/:id", reads.post),
        ("GET", "/users/me", "GET /2/users/me", reads.me),
        ("GET", "/users/<user_id>/tweets", "GET /2/users/:id/tweets", reads.timeline),
        ("GET", "/users/<user_id>/mentions", "GET /2/users/:id/mentions", reads.mentions),
        ("GET", f"{_WITH}/dm_events", "GET /2/dm_conversations", reads.messages),
    ]
    blueprint = Blueprint("x", __name__, url_prefix="/2")
    for method, path, limit, act in routes:
        view = _guarded(world, limits, limit, act)
        blueprint.add_url_rule(path, act.__name__, view, methods=[method])
    blueprint.after_request(_with_rate_headers)
    return blueprint


def _guarded(world: World, limits: Limits, limit: str, act: Act) -> Callable[..., Response]:
    def view(**path: str) -> Response:
        account = _caller(world)
        now = world.now()
        g.standings = limits.call(limit, account.account_id, account.app_secret, now)
        if any(standing.remaining < 0 for standing in g.standings):
            raise x_too_many()
        with world.lock:
            answer = jsonify(act(account, **path))
        answer.status_code = 201 if request.method == "POST" else 200
        return answer

    return view


def _caller(world: World) -> Account:
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    own = (a for a in world.accounts_with_token(token) if a.platform == "x")
    account = next(own, None)
    if account is None or account.is_token_dead or _has_ended(world, account):
        raise x_unauthorized()
    return account


def _has_ended(world: World, account: Account) -> bool:
    return 0 < account.token_ends_at <= world.now().timestamp()


def _with_rate_headers(answer: Response) -> Response:
    for standing in g.get("standings", []):
        for name, value in _rate_headers(standing).items():
            answer.headers[name] = str(value)
    return answer


def _rate_headers(standing: Standing) -> dict[str, int]:
    name = "x-rate-limit"
    if standing.limit.seconds == DAY_SECONDS:
        name = f"x-{standing.limit.scope}-limit-24hour"
    return {
        f"{name}-limit": standing.limit.calls,
        f"{name}-remaining": max(0, standing.remaining),
        f"{name}-reset": standing.reset_at,
    }
