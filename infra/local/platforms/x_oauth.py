"""X's token endpoint: a refresh token is good for once, the access token it brings for two hours.

Source: docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code.
"""

import secrets
from dataclasses import replace

from flask import Blueprint, Response, jsonify, request

from .models import Account
from .world import World

LIVES_SECONDS = 7200


def x_oauth(world: World) -> Blueprint:
    """`POST /2/oauth2/token` with `grant_type=refresh_token`."""
    blueprint = Blueprint("x_oauth", __name__, url_prefix="/2/oauth2")

    @blueprint.post("/token")
    def token() -> Response:
        with world.lock:
            account = _owner(world, request.form.get("refresh_token", ""))
            if account is None or request.form.get("grant_type") != "refresh_token":
                return _refused()
            renewed = _renewed(world, account)
        return jsonify(
            token_type="bearer",  # noqa: S106 - OAuth's word
            expires_in=LIVES_SECONDS,
            access_token=renewed.access_token,
            refresh_token=renewed.refresh_token,
        )

    return blueprint


def _owner(world: World, refresh_token: str) -> Account | None:
    own = (a for a in world.accounts.values() if a.platform == "x" and refresh_token)
    return next((a for a in own if a.refresh_token == refresh_token), None)


def _renewed(world: World, account: Account) -> Account:
    """The account with a new pair: the old tokens are good for nothing any more."""
    renewed = replace(
        account,
        access_token=secrets.token_urlsafe(24),
        refresh_token=secrets.token_urlsafe(24),
        token_ends_at=world.now().timestamp() + LIVES_SECONDS,
    )
    world.accounts[account.platform, account.account_id] = renewed
    return renewed


def _refused() -> Response:
    answer = jsonify(error="invalid_request", error_description="Value passed was invalid.")
    answer.status_code = 400
    return answer
