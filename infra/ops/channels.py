"""Adds an account of a brand: its secrets under their names, its entry in the directory."""

import json
from typing import Any

from botocore.exceptions import ClientError

from infra.ops.deployment import Deployment
from shared.cases.attributes import to_item
from shared.cases.items import Channel
from shared.cases.keys import CHANNELS, channel_key
from shared.clock import iso


def channel_secret(stage: str, platform: str, account_id: str) -> str:
    """The name under which dispatch looks for an account's token."""
    return f"sixday/{stage}/channel/{platform}/{account_id}"


def webhook_secret(stage: str, platform: str) -> str:
    """The name under which intake looks for what a platform signs with."""
    return f"sixday/{stage}/webhook/{platform}"


def add(deployment: Deployment, channel: Channel, token: dict[str, str]) -> None:
    """Store the account's token, then make the account known; again is the same as once."""
    _store(deployment.client("secretsmanager"), channel.secret_name, token)
    deployment.client("dynamodb").put_item(
        TableName=deployment.output("TableName"),
        Item=to_item(
            {
                **channel.model_dump(mode="json", exclude_none=True),
                **channel_key(channel.platform, channel.account_id),
                "list_key": CHANNELS,
                "listed_at": iso(channel.connected_at),
            }
        ),
    )


def listed(deployment: Deployment) -> list[Channel]:
    """Every account there is."""
    found = deployment.table.channels()
    return sorted(found, key=lambda c: (c.brand, c.platform, c.handle))


def brands(deployment: Deployment) -> list[str]:
    """Whose accounts there are."""
    return sorted({channel.brand for channel in listed(deployment)})


def trust(deployment: Deployment, platform: str, secret: str) -> str:
    """Make `secret` the newest of those that a platform may sign with; two stay live.

    Returns the verify token that Meta's form asks for.
    """
    client = deployment.client("secretsmanager")
    name = webhook_secret(deployment.stage, platform)
    known: dict[str, Any] = json.loads(client.get_secret_value(SecretId=name)["SecretString"])
    others = [s for s in known.get("secrets", []) if s != secret]
    known["secrets"] = [secret, *others][:2]
    client.put_secret_value(SecretId=name, SecretString=json.dumps(known))
    return str(known["verify_token"])


def verify_token(deployment: Deployment, platform: str) -> str:
    """What Meta's form asks for beside the URL; X has none."""
    client = deployment.client("secretsmanager")
    held = client.get_secret_value(SecretId=webhook_secret(deployment.stage, platform))
    return str(json.loads(held["SecretString"])["verify_token"])


def _store(client: Any, name: str, value: dict[str, str]) -> None:  # noqa: ANN401
    text = json.dumps(value)
    try:
        client.create_secret(Name=name, SecretString=text)
    except ClientError as error:
        if error.response["Error"]["Code"] != "ResourceExistsException":
            raise
        client.put_secret_value(SecretId=name, SecretString=text)
