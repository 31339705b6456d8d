"""`sixday dlq redrive` and `drop`: what is done about what stopped."""

from collections.abc import Callable
from dataclasses import replace

import click

from infra.ops import controls
from infra.ops import redrive as acts
from infra.ops.choosing import choosing, meant
from infra.ops.failures import NotDoneError
from infra.ops.progress import watched_over
from infra.ops.session import Site, located
from infra.ops.show import json_option
from infra.ops.stopped import Choice, Stopped
from infra.ops.stopped_shown import put_done

_DRY = click.option(
    "--dry-run", "is_dry", is_flag=True, help="Say what would happen; change nothing."
)
_ALL = click.option("--all", "is_all", is_flag=True, help="Everything that stopped.")
_IDS = click.argument("event_ids", nargs=-1, metavar="[EVENT_ID]...")


@click.command()
@_IDS
@choosing
@_ALL
@_DRY
@json_option
@located
def redrive(
    site: Site, event_ids: tuple[str, ...], choice: Choice, is_all: bool, is_dry: bool,
    as_json: bool,
) -> None:  # fmt: skip
    """Send what stopped back to the stage where it did.

    Mend the cause first. What isn't confirmed by SQS stays where it is. Whoever was answered isn't
    answered twice. What nobody could read is left out: trying again makes it no more readable.
    Ends with 1 where nothing was meant, or something named can't go.

    \b
    Examples:
      sixday dlq redrive e-0123456789abcdef0123
      sixday dlq redrive --cause unknown_account --dry-run
      sixday dlq redrive --at dispatch
      sixday dlq redrive --all
    """
    now = controls.now(site.deployment)

    def again(one: Stopped) -> str:
        name = site.deployment.queue(one.item.stage)
        return name if is_dry else acts.redrive(site.deployment, one, now)

    wanted = _wanted(choice, event_ids, is_all=is_all)
    with meant(site.deployment, wanted) as found:
        going = [one for one in found if one.may_go_again]
        left = [one for one in found if not one.may_go_again]
        _refuse_unless(found, going, left, wanted)
        done = _each("redriving", going, again)
    put_done("redriven", done, left, is_dry=is_dry, as_json=as_json)


@click.command()
@_IDS
@choosing
@_ALL
@click.option("--reason", metavar="TEXT", help="Why it may go; kept with it.", prompt="Why?")
@click.option("--yes", is_flag=True, help="Drop in production without being asked.")
@_DRY
@json_option
@located
def drop(
    site: Site, event_ids: tuple[str, ...], choice: Choice, is_all: bool, reason: str, yes: bool,
    is_dry: bool, as_json: bool,
) -> None:  # fmt: skip
    """Take away what stopped and shall not go on.

    It is written to the archive's bucket first, under `dropped/`, with your identity and the
    reason; it lives there as long as any archived body.

    \b
    Examples:
      sixday dlq drop e-0123456789abcdef0123 --reason "advertising, seen by Ana"
      sixday dlq drop --cause unknown_event --reason "stories aren't read yet" --dry-run
    """
    if site.deployment.is_production and not (yes or is_dry):
        click.confirm("Drop it in production?", abort=True, err=True)
    now = controls.now(site.deployment)

    def away(one: Stopped) -> str:
        return one.place if is_dry else acts.drop(site.deployment, one, reason, now)

    wanted = _wanted(choice, event_ids, is_all=is_all)
    with meant(site.deployment, wanted) as found:
        _refuse_unless(found, found, [], wanted)
        done = _each("dropping", found, away)
    put_done("dropped", done, [], is_dry=is_dry, as_json=as_json)


def _wanted(choice: Choice, event_ids: tuple[str, ...], *, is_all: bool) -> Choice:
    wanted = replace(choice, event_ids=frozenset(event_ids))
    if wanted.is_open and not is_all:
        raise click.UsageError("say which: EVENT_ID, --at, --cause, --brand, or --all")
    return wanted


def _refuse_unless(
    found: list[Stopped], going: list[Stopped], left: list[Stopped], wanted: Choice
) -> None:
    """What is named must be there and able to go, or nothing is done."""
    missing = wanted.event_ids - {one.item.event_id for one in found}
    if missing or not found:
        named = ", ".join(sorted(missing)) or "nothing of that kind"
        raise NotDoneError(f"{named} hasn't stopped (any more): sixday dlq list")
    if left and (wanted.event_ids or not going):
        raise NotDoneError(acts.why_not(left[0]))


def _each(
    what: str, found: list[Stopped], act: Callable[[Stopped], str]
) -> list[tuple[Stopped, str]]:
    return [(one, act(one)) for one in watched_over(what, found)]
