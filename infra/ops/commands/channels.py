"""`sixday channels`: the accounts that Sixday answers for."""

import re
from dataclasses import asdict
from datetime import datetime
from typing import Any, TextIO
from zoneinfo import ZoneInfo

import click

from infra.ops import channels, sandbox_post, show
from infra.ops.channel_check import Check, checks
from infra.ops.credentials import credentials
from infra.ops.failures import NotDoneError
from infra.ops.guides import guide
from infra.ops.session import Site, located
from infra.ops.show import json_option
from shared.cases.items import Channel
from shared.clock import utc_now

_PLATFORMS = click.Choice(["x", "facebook", "instagram"])


@click.group()
def command() -> None:
    """List and add the accounts that Sixday answers for.

    \b
    Examples:
      sixday channels list
      sixday channels add x
      sixday channels check --brand acme
    """


@command.command("list")
@json_option
@located
def list_(site: Site, as_json: bool) -> None:
    """List every account, by brand.

    \b
    Example:
      sixday channels list --json | jq -r '.[].handle'
    """
    found = channels.listed(site.deployment)
    if as_json:
        show.put_json([channel.model_dump(mode="json") for channel in found])
    elif found:
        columns = (
            "brand",
            "platform",
            "handle",
            "id",
            "language",
            "time zone",
            "since",
            "token in",
        )
        show.rows(columns, map(_row, found))
    else:
        show.put("no account yet: sixday channels add x, facebook or instagram")


@command.command()
@click.option("--brand", help="Only this brand's accounts.")
@json_option
@located
def check(site: Site, brand: str | None, as_json: bool) -> None:
    """Call every account's webhook as its platform would: signatures and handshake.

    \b
    Example:
      sixday --stage prod channels check
    """
    found = [c for c in channels.listed(site.deployment) if brand in {None, c.brand}]
    results = {f"{c.platform} {c.handle}": checks(site.deployment, c) for c in found}
    _report(results, as_json=as_json)


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


@command.command()
@click.argument("platform", type=_PLATFORMS)
@click.option("--brand", prompt="Brand, in one short word", callback=_brand, help="Whose account.")
@click.option("--account-id", prompt="The account's id at the platform (a number)")
@click.option("--handle", prompt="Its handle, without @", help="As customers write it.")
@click.option("--name", default="", help="The name people know it by.")
@click.option("--language", default="en", show_default=True, help="For posts too short to tell.")
@click.option("--time-zone", default="UTC", show_default=True, callback=_zone, help="Its dates'.")
@click.option("--formality", default="informal", type=click.Choice(["informal", "formal"]))
@click.option("--enterprise", is_flag=True, help="X: may answer posts that don't call it.")
@click.option("--connected-at", type=click.DateTime(), help="Older posts get no answer. Else now.")
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
    _report({f"{platform} {channel.handle}": checks(site.deployment, channel)}, as_json=as_json)


def _channel(site: Site, platform: str, chosen: dict[str, Any]) -> Channel:
    since: datetime | None = chosen.pop("connected_at")
    account_id, is_enterprise = chosen["account_id"], chosen.pop("enterprise")
    chosen["handle"] = chosen["handle"].removeprefix("@")
    return Channel(
        platform=platform,
        secret_name=channels.channel_secret(site.deployment.stage, platform, account_id),
        connected_at=since.astimezone() if since else utc_now().replace(microsecond=0),
        may_reply_unsummoned=is_enterprise,
        **chosen,
    )


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


def _report(results: dict[str, list[Check]], *, as_json: bool) -> None:
    if as_json:
        show.put_json({name: [asdict(check) for check in found] for name, found in results.items()})
    for name, found in results.items():
        for check in found if not as_json else []:
            mark, why = ("✓", "") if check.is_good else ("✗", f": {check.why}")
            show.put(f"{mark} {name}: {check.what}{why}", "green" if check.is_good else "red")
    if not all(check.is_good for found in results.values() for check in found):
        raise NotDoneError("not everything holds; mend it, then: sixday channels check")


def _row(channel: Channel) -> tuple[object, ...]:
    since = f"{channel.connected_at:%Y-%m-%d %H:%M}"
    return (
        channel.brand, channel.platform, channel.handle, channel.account_id, channel.language,
        channel.time_zone, since, channel.secret_name,
    )  # fmt: skip
