"""Secrets: there, in shape, and of every account. No value is ever shown."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from botocore.exceptions import ClientError

from infra.ops import channels
from infra.ops.deployment import Deployment
from infra.ops.doctor.blueprint import Blueprint
from infra.ops.doctor.finding import Finding, found, unsure
from shared.cases.items import Channel
from shared.clock import utc_now

_GONE = frozenset({"ResourceNotFoundException", "InvalidRequestException"})  # missing, or deleted


def of_secrets(deployment: Deployment, plan: Blueprint) -> Iterator[Finding]:
    """The stack's own, and each account's."""
    there = channels.listed(deployment)
    platforms: set[str] = {channel.platform for channel in there}
    for secret in plan.of("AWS::SecretsManager::Secret"):
        name = plan.value(secret.properties.get("Name")) or secret.physical
        yield from _of_own(deployment, name, platforms)
    for channel in there:
        if channel.secret_name:
            yield from _of_account(deployment, channel)


def read(deployment: Deployment, name: str, **version: str) -> dict[str, Any] | None:
    """The secret's JSON object; None where it is gone, or is none.

    Raises:
        ClientError: these credentials may not read it, say.
    """
    try:
        answer = deployment.client("secretsmanager").get_secret_value(SecretId=name, **version)
        value = json.loads(answer["SecretString"])
    except ClientError as error:
        if error.response["Error"]["Code"] not in _GONE:
            raise
        return None
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def _of_own(deployment: Deployment, name: str, platforms: set[str]) -> Iterator[Finding]:
    value = read(deployment, name)
    yield found(
        name, "it is there", value is not None, "gone, or no JSON object",
        f"aws secretsmanager restore-secret --secret-id {name}; else make deploy",
    )  # fmt: skip
    if value is not None:
        yield from _of_pending(deployment, name)
    if value is None or "/webhook/" not in name:
        return
    platform = name.rsplit("/", 1)[-1]
    live = [secret for secret in value.get("secrets", []) if isinstance(secret, str) and secret]
    if platform in platforms:
        yield found(
            name, "a webhook's signature can be checked", bool(live),
            "it holds no secret that the platform signs with", f"sixday channels add {platform}",
        )  # fmt: skip
    if len(live) > 1:
        why = "a rotation isn't ended: the old secret still signs"
        remedy = f"take the old one out of {name} once the platform uses the new one only"
        yield unsure(name, "one secret is live", why, remedy)


def _of_pending(deployment: Deployment, name: str) -> Iterator[Finding]:
    """A version that a rotation has put, and that nobody uses yet."""
    client = deployment.client("secretsmanager")
    stages = client.describe_secret(SecretId=name).get("VersionIdsToStages", {})
    if not any("AWSPENDING" in of_version for of_version in stages.values()):
        return
    pending = read(deployment, name, VersionStage="AWSPENDING")
    why = "it is no JSON object: once it is current, nothing can be checked with it"
    remedy = f"aws secretsmanager put-secret-value --secret-id {name}, a JSON object"
    yield found(name, "the pending version is in shape", pending is not None, why, remedy)


def _of_account(deployment: Deployment, channel: Channel) -> Iterator[Finding]:
    name, value = channel.secret_name, read(deployment, channel.secret_name) or {}
    remedy = f"sixday channels add {channel.platform}, with the same options"
    wanted = ["access_token", *(["app_secret"] if channel.platform != "x" else [])]
    missing = [one for one in wanted if not value.get(one)]
    why = f"it holds no {' and no '.join(missing)}" if value else "gone, or no JSON object"
    yield found(name, "the account's token is stored", "access_token" not in missing, why, remedy)
    if value and missing == ["app_secret"]:
        yield unsure(name, "its calls can be proved to Meta", why, remedy)
    ends_at = value.get("expires_at")
    if isinstance(ends_at, str) and "refresh_token" not in value:
        is_over = datetime.fromisoformat(ends_at) <= utc_now()
        yield found(name, "its token hasn't ended", not is_over, f"ended {ends_at}", remedy)
