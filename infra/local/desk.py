"""Sixday on one machine: the real stack on LocalStack, the sandbox platforms, and the accounts.

`make run`, the stories' tests and whoever works by hand stand on the same desk.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from infra.local.launcher import LocalStack, localstack
from infra.local.platforms import Account, Sandbox, sandbox
from infra.local.show import ROOT
from infra.local.stack import SCRATCH, deploy
from infra.ops import channels, controls
from infra.ops.deployment import Deployment
from shared.cases.items import Channel
from shared.clock import utc_now

STAGE = "local"
_APP_SECRETS = {  # what the sandbox's apps sign with; of no use anywhere else
    "x": "sandbox-consumer-secret",
    "facebook": "sandbox-app-secret",
    "instagram": "sandbox-instagram-app-secret",
}

type Told = Callable[[str], None]


@dataclass(frozen=True)
class Desk:
    """Everything at hand. `inbox_url` is a queue that gets every brief; `accounts` go by key."""

    deployment: Deployment
    platforms: Sandbox
    accounts: dict[str, Account]
    inbox_url: str


def stories() -> dict[str, Any]:
    """The five stories' first posts, and the accounts they are written to."""
    data: dict[str, Any] = json.loads((ROOT / "infra/local/stories.json").read_text("utf-8"))
    return data


@contextmanager
def desk(told: Told = lambda _: None) -> Iterator[Desk]:
    """A desk of its own, gone when the block ends. `told` hears of each step that is done."""
    with localstack(SCRATCH) as running, sandbox() as platforms:
        told("LocalStack and the sandbox platforms started")
        # On a LocalStack that somebody else runs the stage may stand already, and LocalStack can't
        # update a stack with aliases: there it gets a name of its own.
        stage = STAGE if running.is_ours else f"run{uuid4().hex[:6]}"
        yield furnish(running, platforms, told, stage)


def furnish(
    running: LocalStack, platforms: Sandbox, told: Told = lambda _: None, stage: str = STAGE
) -> Desk:
    """Deploy the stack, connect every account of the stories, and switch it live."""
    deployment = deploy(running, stage=stage, platforms_url=platforms.base_url)
    told("template.yaml deployed by sam deploy")
    accounts = {a["key"]: _connect(deployment, platforms, a) for a in stories()["accounts"]}
    inbox_url = _inbox(deployment)
    controls.set_mode(deployment, "live")
    told("accounts connected, secrets stored, handshakes done, mode live")
    return Desk(deployment, platforms, accounts, inbox_url)


def _connect(deployment: Deployment, platforms: Sandbox, wanted: dict[str, Any]) -> Account:
    platform = wanted["platform"]
    secret = _APP_SECRETS[platform]
    verify_token = channels.trust(deployment, platform, secret)
    account = platforms.add_account(
        platform,
        wanted["handle"],
        display_name=wanted["name"],
        app_secret=secret,
        verify_token=verify_token,
        webhook_url=deployment.webhook_url(platform),
    )
    channels.add(
        deployment,
        _channel(deployment.stage, wanted, account),
        {"access_token": account.access_token},
    )
    shaken = platforms.handshake(account)
    if shaken["outcome"] != "valid":
        raise RuntimeError(f"{platform}'s handshake with our webhook failed: {shaken}")
    return account


def _channel(stage: str, wanted: dict[str, Any], account: Account) -> Channel:
    return Channel(
        brand=wanted["brand"],
        platform=account.platform,
        account_id=account.account_id,
        handle=account.handle,
        name=wanted["name"],
        language=wanted["language"],
        time_zone=wanted["time_zone"],
        secret_name=channels.channel_secret(stage, account.platform, account.account_id),
        connected_at=utc_now() - timedelta(days=30),
    )


def _inbox(deployment: Deployment) -> str:
    """A queue in a person's place: what the topic of people sends can be read there."""
    sqs, sns = deployment.client("sqs"), deployment.client("sns")
    url: str = sqs.create_queue(QueueName=f"sixday-{deployment.stage}-inbox")["QueueUrl"]
    answer = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])
    sns.subscribe(
        TopicArn=deployment.output("PeopleTopicArn"),
        Protocol="sqs",
        Endpoint=answer["Attributes"]["QueueArn"],
        Attributes={"RawMessageDelivery": "true"},
    )
    return url
