"""Lets somebody complain on the sandbox platforms, as a customer would."""

import secrets
from dataclasses import dataclass
from typing import cast

from functions.intake.parse import event_id
from infra.local.platforms import Account, Sandbox
from infra.ops import channels
from infra.ops.controls import RefusedError
from infra.ops.credentials import Credentials
from infra.ops.session import Site
from shared.cases.items import Channel
from shared.messages import Platform

# Where a complaint may be answered: on X in a post that calls the account, on a page below it.
_SURFACES = {"x": "mention", "facebook": "comment", "instagram": "comment"}


@dataclass(frozen=True, slots=True)
class Said:
    """A complaint that the platform has delivered. `statuses` are intake's answers."""

    event_id: str
    post_id: str
    channel: Channel
    author: str
    statuses: tuple[int, ...]

    @property
    def is_taken(self) -> bool:
        return 200 in self.statuses


def say(site: Site, text: str, channel: Channel, author: str | None) -> Said:
    """Post it by somebody and deliver the webhook, signed.

    Raises:
        RefusedError: no sandbox platforms here.
        SandboxError: the sandbox doesn't know the account.
    """
    if not site.platforms_url:
        raise RefusedError(
            "say works only on a stack of this machine with the sandbox platforms: anywhere else "
            "it would be a lie to real people. `make run KEEP=1` starts one; to test a deployed "
            "stack, send it a signed body: sixday webhook send --help"
        )
    who = author or f"guest{secrets.randbelow(9000) + 1000}"
    surface = _SURFACES[channel.platform]
    posted = Sandbox(site.platforms_url).post(_account(channel), text, author=who, surface=surface)
    post_id = posted["post"]["id"]
    statuses = tuple(status for d in posted["deliveries"] for status in d["statuses"])
    return Said(_event_id(channel, post_id), post_id, channel, who, statuses)


def know(site: Site, channel: Channel, secret: Credentials, verify_token: str) -> None:
    """Tell the sandbox platforms, where they run, of an account that was added."""
    if site.platforms_url:
        Sandbox(site.platforms_url).add_account(
            cast(Platform, channel.platform),
            channel.handle,
            account_id=channel.account_id,
            access_token=secret.access_token,
            app_secret=secret.app_secret,
            verify_token=verify_token,
            webhook_url=site.deployment.webhook_url(channel.platform),
            is_enterprise=channel.may_reply_unsummoned,
        )


def choose(
    site: Site, text: str, platform: str | None, brand: str | None, account_id: str | None
) -> Channel:
    """The account that the text calls, else the first that fits what was asked for.

    Raises:
        RefusedError: none does.
    """
    wanted = {"platform": platform, "brand": brand, "account_id": account_id}
    asked = {name: value for name, value in wanted.items() if value}
    fitting = [
        channel
        for channel in channels.listed(site.deployment)
        if all(getattr(channel, name) == value for name, value in asked.items())
    ]
    if fitting:
        return next((c for c in fitting if f"@{c.handle}" in text), fitting[0])
    said = ", ".join(f"{name} {value}" for name, value in asked.items()) or "any kind"
    raise RefusedError(f"no account of {said}: sixday channels list shows those there are")


def _account(channel: Channel) -> Account:
    """As far as the sandbox wants it named: it knows the rest."""
    return Account(
        cast(Platform, channel.platform), channel.account_id, channel.handle, "", "", "", ""
    )


def _event_id(channel: Channel, post_id: str) -> str:
    post = {"platform": channel.platform, "object_id": post_id}
    return event_id({**post, "verb": "created", "revision": "0"})
