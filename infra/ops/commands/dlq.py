"""`sixday dlq`: what stopped, wherever it lies, and how it goes on."""

import click

from infra.ops import show
from infra.ops.choosing import choosing, meant
from infra.ops.commands.dlq_act import drop, redrive
from infra.ops.failures import NotDoneError
from infra.ops.raw_body import raw_body
from infra.ops.session import Site, located
from infra.ops.show import json_option
from infra.ops.stopped import Choice, Stopped
from infra.ops.stopped_shown import as_plain, put_list, put_one
from shared.clock import utc_now


@click.group()
def command() -> None:
    """Show what stopped and why; send it on its way again, or drop it.

    Two places, one list: what a stage couldn't handle is parked in the table with its reason; what
    nobody foresaw lies in a dead-letter queue. Nothing in either is lost, and nothing is answered
    twice for having been sent again: each stage knows what it has done.

    \b
    Examples:
      sixday dlq list
      sixday dlq show e-0123456789abcdef0123
      sixday dlq redrive e-0123456789abcdef0123
      sixday dlq redrive --cause unknown_account --dry-run
    """


@command.command("list")
@choosing
@json_option
@located
def list_(site: Site, choice: Choice, as_json: bool) -> None:
    """List what stopped, oldest first, with the reason and the remedy.

    A dead letter's reason is the last one that its stage logged. While the list is read, dead
    letters are hidden from others, for two minutes at most.

    \b
    Examples:
      sixday dlq list
      sixday dlq list --at dispatch --cause KeyError
      sixday dlq list --json | jq -r '.[] | select(.may_go_again).event_id'
    """
    with meant(site.deployment, choice) as found:
        if as_json:
            show.put_json([as_plain(one) for one in found])
        else:
            put_list(found, utc_now())


@command.command("show")
@click.argument("event_id")
@click.option("--raw", "is_raw", is_flag=True, help="Only the body it came in, as exact bytes.")
@json_option
@located
def show_(site: Site, event_id: str, is_raw: bool, as_json: bool) -> None:
    """Show everything about one: where it stopped, why, what to do, and its message.

    \b
    Examples:
      sixday dlq show e-0123456789abcdef0123
      sixday dlq show e-0123456789abcdef0123 --raw | sixday parse --platform x
    """
    with meant(site.deployment, Choice(event_ids=frozenset({event_id}))) as found:
        if not found:
            raise NotDoneError(f"{event_id} hasn't stopped (any more): sixday timeline {event_id}")
        if is_raw:
            _write(site, found[-1])
        elif as_json:
            show.put_json(as_plain(found[-1]) | {"body": found[-1].item.body})
        else:
            put_one(found[-1])


def _write(site: Site, one: Stopped) -> None:
    body = raw_body(site.deployment, one.item)
    if body is None:
        raise NotDoneError(f"{one.item.event_id}: its body stands in the archive, under its hour")
    click.echo(body, nl=False)


command.add_command(redrive)
command.add_command(drop)
