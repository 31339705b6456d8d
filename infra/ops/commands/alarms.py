"""`sixday alarms`: what fires, whom it hurts, and what to do first."""

from dataclasses import asdict

import click

from infra.ops import alarm_board, show
from infra.ops.alarm_board import WAKES, Alarm
from infra.ops.session import Site, located
from infra.ops.show import json_option
from shared.clock import utc_now


@click.command()
@click.option("--all", "wants_all", is_flag=True, help="Those that are quiet too.")
@json_option
@located
def command(site: Site, wants_all: bool, as_json: bool) -> None:
    """Show what fires, whom it hurts, and what to do first.

    Ends with 1 where something fires, so that a script can wait for quiet.

    \b
    Examples:
      sixday alarms
      sixday --stage prod alarms --json | jq -r '.[].told.command'
      sixday alarms --all
    """
    found = alarm_board.alarms(site.deployment)
    firing = [a for a in found if a.state == "ALARM" and a.name not in WAKES]
    shown = found if wants_all else firing
    if as_json:
        show.put_json([asdict(alarm) for alarm in shown])
    elif wants_all:
        show.rows(("alarm", "state"), ((alarm.name, alarm.state) for alarm in found))
    else:
        _put(firing, len(found))
    if firing:
        raise click.exceptions.Exit(1)


def _put(firing: list[Alarm], watched: int) -> None:
    if not firing:
        show.put(f"quiet: none of {watched} alarms fires", "green")
    for alarm in firing:
        age = show.span((utc_now() - alarm.since).total_seconds())
        show.heading(f"{alarm.name}, for {age}")
        if alarm.told is not None:
            show.facts(asdict(alarm.told).items(), indent=2)
