"""`sixday channels add`: an account, its secrets, and whether its door works."""

import re
from datetime import UTC, datetime
from typing import Any, TextIO
from zoneinfo import ZoneInfo

import click

from infra.ops import channels, sandbox_post
from infra.ops.channel_check import checks
from infra.ops.checks_shown import show_checks
from infra.ops.credentials import credentials
from infra.ops.guides import guide
from infra.ops.session import Site, located
from infra.ops.show import json_option
from shared.cases.items import Channel
from shared.clock import utc_now

_PLATFORMS = click.Choice(["x", "facebook", "instagram"])


def _zone(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):
        raise click.BadParameter(f"{value!r} is no time zone, such as Europe/Oslo") from None
    return value


def _brand(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,39}", value):
        raise click.BadParameter("a-z, 0-9 and hyphens: it leads every key of the brand's data")
    return value


def _account_id(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9_.-]{1,64}", value):
        raise click.BadParameter("an id as the platform gives it, without # or /")
    return value


@click.command()
@click.argument("platform", type=_PLATFORMS)
@click.option("--brand", prompt="Brand, in one short word", callback=_brand, help="Whose account.")
@click.option("--account-id", prompt="The account's id at the platform", callback=_account_id)
@click.option("--handle", prompt="Its handle, without @", help="As customers write it.")
@click.option("--name", default="", help="The name people know it by.")
@click.option("--language", default="en", show_default=True, help="For posts too short to tell.")
@click.option("--time-zone", default="UTC", show_default=True, callback=_zone, help="Its dates'.")
@click.option("--formality", default="informal", type=click.Choice(["informal", "formal"]))
@click.option("--enterprise", is_flag=True, help="X: may answer posts that don't call it.")
@click.option(
    "--connected-at", type=click.DateTime(), help="UTC; no answer to older posts. Else now."
)
@click.option("--credentials", "file", type=click.File(), help="JSON file, or - for stdin.")
@json_option
@located
def add(
    site: Site, platform: str, file: TextIO | None, as_json: bool, **chosen: Any,  # noqa: ANN401
) -> None:  # fmt: skip
    """Add an account, or change one: tells each step, stores the secrets, and tests the door.

    The account's token and the app's secret come from SIXDAY_TOKEN and SIXDAY_SECRET, from a JSON
    file (`access_token`, `app_secret`), or are asked for; never from the command line, which
    others can see. The last two secrets of a platform stay valid, so one can be replaced in peace.

    \b
    Examples:
      sixday channels add x
      sixday channels add facebook --brand acme --account-id 1784 --handle acme \\
        --language nb --time-zone Europe/Oslo --credentials - < page.json
    """
    channel = _channel(site, platform, chosen)
    if not as_json:
        click.echo(guide(platform, _names(site, channel)) + "\n", err=True)
    secrets = credentials(file)
    verify_token = channels.trust(site.deployment, platform, secrets.app_secret)
    channels.add(site.deployment, channel, secrets.kept(platform))
    sandbox_post.know(site, channel, secrets, verify_token)
    show_checks({f"{platform} {channel.handle}": checks(site.deployment, channel)}, as_json=as_json)


def _channel(site: Site, platform: str, chosen: dict[str, Any]) -> Channel:
    account_id, is_enterprise = chosen["account_id"], chosen.pop("enterprise")
    chosen["handle"] = chosen["handle"].removeprefix("@")
    return Channel(
        platform=platform,
        secret_name=channels.channel_secret(site.deployment.stage, platform, account_id),
        connected_at=_since(site, platform, account_id, chosen.pop("connected_at")),
        may_reply_unsummoned=is_enterprise,
        **chosen,
    )


def _since(site: Site, platform: str, account_id: str, given: datetime | None) -> datetime:
    """An account whose token is renewed was connected before."""
    if given:
        return given.replace(tzinfo=UTC)
    known = site.deployment.table.channel(platform, account_id)
    return known.connected_at if known else utc_now().replace(microsecond=0)


def _names(site: Site, channel: Channel) -> dict[str, str]:
    stage = site.deployment.stage
    return {
        "handle": channel.handle,
        "account_id": channel.account_id,
        "webhook_url": site.deployment.webhook_url(channel.platform),
        "webhook_secret": channels.webhook_secret(stage, channel.platform),
        "channel_secret": channel.secret_name,
        "verify_token": channels.verify_token(site.deployment, channel.platform),
    }
