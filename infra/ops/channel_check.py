"""Does an account's door work? Called from outside, as the platform will call it."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from botocore.exceptions import ClientError

from infra.local.platforms import Account
from infra.local.platforms.handshake import shake_hands
from infra.ops import channels
from infra.ops.deployment import Deployment
from infra.ops.signed_call import EMPTY, call
from shared.cases.items import Channel
from shared.messages import Platform

# Intake asks for a changed secret at most every ten seconds (shared/secrets.py).
PATIENCE_SECONDS = 15.0
PAUSE_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Check:
    """One question to the door; `why` says what to do where it failed."""

    what: str
    is_good: bool
    why: str = ""


def checks(
    deployment: Deployment, channel: Channel, patience_seconds: float = PATIENCE_SECONDS
) -> list[Check]:
    """The table, the secrets, two signatures and the platform's handshake."""
    known = _secret(deployment, channels.webhook_secret(deployment.stage, channel.platform))
    secret, verify_token = next(iter(known.get("secrets", [])), ""), known.get("verify_token", "")
    url = deployment.webhook_url(channel.platform)

    def signed() -> Check:
        return _signed(url, channel.platform, secret)

    def handshake() -> Check:
        return _handshake(url, channel, secret, verify_token)

    return [
        _stored(deployment, channel),
        _token(deployment, channel),
        _patiently(signed, patience_seconds),  # first: it makes intake look for a new secret
        _wrongly_signed(url, channel.platform),
        _patiently(handshake, patience_seconds),
    ]


def _patiently(ask: Callable[[], Check], seconds: float) -> Check:
    deadline = time.monotonic() + seconds
    while not (check := ask()).is_good and time.monotonic() < deadline:
        time.sleep(PAUSE_SECONDS)
    return check


def _stored(deployment: Deployment, channel: Channel) -> Check:
    found = deployment.table.channel(channel.platform, channel.account_id)
    return Check("the account is in the table", found == channel, "add it again" * (not found))


def _token(deployment: Deployment, channel: Channel) -> Check:
    is_there = bool(_secret(deployment, channel.secret_name).get("access_token"))
    return Check("its token is stored", is_there, f"{channel.secret_name} has no access_token")


def _signed(url: str, platform: str, secret: str) -> Check:
    status = call(url, platform, secret, EMPTY[platform]).status
    why = f"{status}: a warm intake may hold the old secret for five minutes; then see its logs"
    return Check("a signed body is taken (200)", status == 200, why)


def _wrongly_signed(url: str, platform: str) -> Check:
    status = call(url, platform, "not the secret", EMPTY[platform]).status
    return Check("a wrongly signed body is refused (401)", status == 401, f"{status} instead")


def _handshake(url: str, channel: Channel, secret: str, verify_token: str) -> Check:
    account = Account(
        cast(Platform, channel.platform),
        channel.account_id,
        channel.handle,
        "",
        "",
        secret,
        verify_token,
        url,
    )
    found = shake_hands(account)
    why = f"{found['outcome']}: {found['reason']} ({found['status']})"
    return Check("the platform's handshake holds", found["outcome"] == "valid", why)


def _secret(deployment: Deployment, name: str) -> dict[str, Any]:
    client = deployment.client("secretsmanager")
    try:
        found = json.loads(client.get_secret_value(SecretId=name)["SecretString"])
    except ClientError as error:
        if error.response["Error"]["Code"] != "ResourceNotFoundException":
            raise
        return {}
    return found if isinstance(found, dict) else {}
