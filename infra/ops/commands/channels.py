"""`sixday channels`: the accounts that Sixday answers for."""

import click

from infra.ops import channels, show
from infra.ops.channel_check import checks
from infra.ops.checks_shown import show_checks
from infra.ops.commands.channels_add import add
from infra.ops.session import Site, located
from infra.ops.show import json_option
from shared.cases.items import Channel


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
            "since (UTC)",
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
    show_checks(results, as_json=as_json)


def _row(channel: Channel) -> tuple[object, ...]:
    since = f"{channel.connected_at:%Y-%m-%d %H:%M}"
    return (
        channel.brand, channel.platform, channel.handle, channel.account_id, channel.language,
        channel.time_zone, since,
    )  # fmt: skip


command.add_command(add)
