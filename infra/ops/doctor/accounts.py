"""Accounts: tokens that live, subscriptions, and webhooks that answer. Asks the platforms."""

import hashlib
import hmac
from collections.abc import Iterator, Mapping
from typing import Any

from functions.dispatch.platforms.graph import VERSION
from functions.dispatch.platforms.http import Answer, Http, with_query
from infra.ops import channels
from infra.ops.channel_check import checks
from infra.ops.deployment import Deployment
from infra.ops.doctor import secrets_held
from infra.ops.doctor.blueprint import Blueprint
from infra.ops.doctor.finding import Finding, found, unsure
from shared.cases.items import Channel

_REFUSED = frozenset({400, 401, 403})  # Meta says 400 of a dead token, with code 190

_SENDS = "the platform sends what happens there"


def of_accounts(deployment: Deployment, plan: Blueprint) -> Iterator[Finding]:
    """Each account: its token, its subscription, its webhook as the platform calls it."""
    http = Http()
    for channel in channels.listed(deployment):
        name = f"{channel.platform} {channel.handle}"
        secret = secrets_held.read(deployment, channel.secret_name) or {}
        if secret.get("access_token"):
            yield from _asked(http, plan, channel, secret, name)
        for check in checks(deployment, channel, patience_seconds=0):
            remedy = f"sixday channels check --brand {channel.brand}; infra/runbooks/intake.md"
            yield found(name, check.what, check.is_good, check.why, remedy)


def _asked(
    http: Http, plan: Blueprint, channel: Channel, secret: Mapping[str, Any], name: str
) -> Iterator[Finding]:
    token = str(secret["access_token"])
    is_x = channel.platform == "x"
    base = plan.known.get("XBaseUrl" if is_x else "GraphBaseUrl", "")
    where = f"{base}/2/users/me" if is_x else _graph(base, channel.account_id, secret, fields="id")
    what, answer = "its token lives", http.ask("GET", where, token)
    if not isinstance(answer, Answer):
        yield unsure(name, what, f"{channel.platform} can't be reached from here")
        return
    remedy = f"sixday channels add {channel.platform}, with the same options and a new token"
    why = f"{channel.platform} answers {answer.status}"
    if answer.status == 200 or answer.status in _REFUSED:
        yield found(name, what, answer.status == 200, why, remedy)
    else:
        yield unsure(name, what, why)
    if is_x:
        yield unsure(name, _SENDS, "X tells its subscriptions only to the app's own token")
    elif answer.status == 200:
        path = f"{channel.account_id}/subscribed_apps"
        yield _subscribed(http.ask("GET", _graph(base, path, secret), token), name)


def _subscribed(answer: object, name: str) -> Finding:
    if not isinstance(answer, Answer) or answer.status != 200:
        return unsure(
            name, _SENDS, "its subscriptions can't be asked for: the webhook's check tells"
        )
    remedy = "subscribe the app to the page in Meta's dashboard, fields feed and messages"
    return found(name, _SENDS, bool(answer.body.get("data")), "no app is subscribed to it", remedy)


def _graph(base: str, path: str, secret: Mapping[str, Any], **query: str) -> str:
    key, token = str(secret.get("app_secret", "")), str(secret["access_token"])
    if key:
        query["appsecret_proof"] = hmac.digest(key.encode(), token.encode(), hashlib.sha256).hex()
    url = f"{base}/{VERSION}/{path}"
    return with_query(url, **query) if query else url
