"""`sixday replay`: what platforms sent in some hours, taken in again."""

from dataclasses import asdict
from datetime import datetime, timedelta

import click

from infra.ops import archive, show
from infra.ops.failures import NotDoneError
from infra.ops.moment import Moment, Typed
from infra.ops.progress import watched_over
from infra.ops.replay import Tally, once, replay
from infra.ops.session import Site, located
from infra.ops.show import json_option
from shared.clock import utc_now

_LISTED = 20


@click.command()
@click.option("--from", "since", type=Moment(hour=0), required=True, help="A time, or a span ago.")
@click.option("--to", "until", type=Moment(hour=0), help="A time, or a span ago; else now.")
@click.option("--platform", type=click.Choice(["x", "facebook", "instagram"]), help="Else all.")
@click.option("--dry-run", "is_dry", is_flag=True, help="Count what there is; send nothing.")
@click.option("--yes", is_flag=True, help="Replay in production without being asked.")
@json_option
@located
def command(
    site: Site, since: Typed, until: Typed | None, platform: str | None, is_dry: bool, yes: bool,
    as_json: bool,
) -> None:  # fmt: skip
    """Take in again what platforms sent in some hours, from the archive.

    The archive keeps every body for 30 days, by the hour: --from and --to are rounded out to whole
    hours (UTC; a day begins at midnight). Every post keeps its event id, so that what was handled
    is known and nothing is said twice; what never arrived is handled now. Posts that have grown too
    old for an automatic answer go to a person, as the policy says.

    \b
    Examples:
      sixday replay --from 3h --dry-run
      sixday replay --from 2026-11-20T14:00 --to 2026-11-20T16:00 --platform x
      sixday --stage prod replay --from 2026-11-20 --to 2026-11-21 --yes --json | jq .unknown
    """
    start, end = _bounds(since, until)
    if site.deployment.is_production and not (yes or is_dry):
        click.confirm("Take it in again in production?", abort=True, err=True)
    tally = Tally()
    objects = watched_over("reading", archive.objects(site.deployment, start, end))
    found = (one for each in objects for one in archive.deliveries(site.deployment, each))
    for one in once(found, platform, tally):
        replay(site.deployment, one, tally, is_dry=is_dry)
    _show(tally, is_dry=is_dry, as_json=as_json)


def _bounds(since: Typed, until: Typed | None) -> tuple[datetime, datetime]:
    now = utc_now()  # the archive's hours are real ones, wherever the deployment's clock stands
    start, end = _before(now, since), _before(now, until) if until else now
    if start >= end:
        raise NotDoneError("--from is not before --to")
    return start, end


def _before(now: datetime, typed: Typed) -> datetime:
    return now - typed if isinstance(typed, timedelta) else typed


def _show(tally: Tally, *, is_dry: bool, as_json: bool) -> None:
    if as_json:
        show.put_json({"is_dry": is_dry, **asdict(tally)})
        return
    known = tally.posts - len(tally.unknown)
    show.put("dry run: nothing was sent" if is_dry else "sent to classification")
    show.facts(
        [
            ("deliveries", tally.deliveries),
            ("posts", f"{tally.posts}, of which {known} were handled before: nothing new is said"),
            ("set aside", tally.set_aside),
            ("nothing to answer", tally.ignored),
            ("archived twice", tally.repeated),
            ("not handled yet", ", ".join(tally.unknown[:_LISTED])),
        ]
    )
    if len(tally.unknown) > _LISTED:
        show.put(f"… and {len(tally.unknown) - _LISTED} more: --json lists all")
