"""Who calls the Graph API, and whether they still may: token, proof, block, throttle.

One token may stand for a Page and for its Instagram account; what is called decides which is meant.
"""

import hmac
import json
from typing import Any

from flask import g, request

from .limits import GRAPH, Limits, Standing
from .models import Account
from .refusals import GraphRefused, graph_blocked, graph_gone, graph_token_dead, graph_too_many
from .sign import appsecret_proof
from .world import World

Params = dict[str, Any]


def read_params() -> Params:
    """Query, form and JSON body in one; JSON inside a form field is read, as Meta does."""
    body = request.get_json(silent=True)
    params: Params = {**request.args.to_dict(), **request.form.to_dict()}
    params = {name: _unpacked(value) for name, value in params.items()}
    return {**params, **(body if isinstance(body, dict) else {})}


def callers(world: World, params: Params) -> list[Account]:
    """The accounts that the access token stands for. Raises 190 where there is none."""
    bearer = request.headers.get("Authorization", "").removeprefix("Bearer ")
    token = str(params.get("access_token") or bearer)
    if not token:
        raise GraphRefused(2500, "An active access token must be used to query information")
    found = [a for a in world.accounts_with_token(token) if a.platform != "x"]
    if not found or any(account.is_token_dead for account in found):
        raise graph_token_dead()
    _check_proof(found[0], str(params.get("appsecret_proof", "")))
    return found


def meant(world: World, accounts: list[Account], node: str, params: Params) -> Account:
    """Which of the caller's accounts is called: by the node, its owner, or the recipient."""
    if named := [a for a in accounts if a.account_id == node]:
        return named[0]
    if node == "me":
        return _by_recipient(world, accounts, params)
    post = world.live(node)
    owners = [a for a in accounts if post and post.account_id == a.account_id]
    if not owners:
        raise graph_gone(node, request.method)
    return owners[0]


def check_may_write(account: Account) -> None:
    if account.is_blocked:
        raise graph_blocked()


def count(world: World, limits: Limits, account: Account) -> None:
    """Count a call for the Page and for the app; the standing goes into the answer's headers."""
    g.usage = limits.call(GRAPH, account.account_id, account.app_secret, world.now())
    for standing in g.usage:
        if standing.remaining < 0:
            raise graph_too_many(standing.limit.scope)


def usage_headers(standings: list[Standing]) -> dict[str, str]:
    """`X-App-Usage` and `X-Page-Usage`: JSON with percentages of what may be used."""
    names = {"app": "X-App-Usage", "user": "X-Page-Usage"}
    return {names[s.limit.scope]: json.dumps(_usage(s.used_percent)) for s in standings}


def _usage(percent: int) -> dict[str, int]:
    return {"call_count": percent, "total_cputime": percent // 4, "total_time": percent // 2}


def _check_proof(account: Account, proof: str) -> None:
    expected = appsecret_proof(account.app_secret, account.access_token)
    if proof and not hmac.compare_digest(proof, expected):
        raise GraphRefused(100, "Invalid appsecret_proof provided in the API argument",
                           kind="GraphMethodException")  # fmt: skip


def _by_recipient(world: World, accounts: list[Account], params: Params) -> Account:
    recipient = params.get("recipient")
    named = recipient if isinstance(recipient, dict) else {}
    comment = world.live(str(named.get("comment_id", "")))
    for account in accounts:
        is_known = world.person(account.platform, str(named.get("id", ""))) is not None
        if is_known or (comment and comment.account_id == account.account_id):
            return account
    return accounts[0]


def _unpacked(value: str) -> object:
    if not value.startswith("{"):
        return value
    try:
        return json.loads(value)
    except json.JSONDecodeError:
        return value
