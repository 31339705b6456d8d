"""`sixday timeline`: one event's way through all stages."""

from dataclasses import asdict
from datetime import datetime, timedelta

import click

from infra.ops import controls, event_file, logs, show
from infra.ops.deployment import Deployment
from infra.ops.ending import Ending, ending
from infra.ops.event_file import EventFile
from infra.ops.failures import NotDoneError
from infra.ops.logs import LogLine
from infra.ops.session import Site, located
from infra.ops.show import json_option
from infra.ops.trace import Step, gaps_ms, steps
from shared.clock import utc_now

_BEFORE = timedelta(hours=1)  # intake logs earlier than escalation writes, by what the queues held


@click.command()
@click.argument("event_id")
@click.option(
    "--days", default=1.0, help="How far back to read logs, where the table knows nothing"
)
@json_option
@located
def command(site: Site, event_id: str, days: float, as_json: bool) -> None:
    """Show one event's way through all stages.

    The event id is the correlation id of every log line: of a post e-…, of a decision d-…. Merges
    what the table and the logs of all functions know, by time; logs may lag by some seconds.

    \b
    Examples:
      sixday timeline e-0123456789abcdef0123
      sixday timeline e-0123456789abcdef0123 --json | jq .steps
    """
    found, lines = read_all(site.deployment, event_id, days)
    _show(site.deployment, found, steps(found, lines), as_json=as_json)


def read_all(deployment: Deployment, event_id: str, days: float) -> tuple[EventFile, list[LogLine]]:
    """What the table and the logs know of an event, or the end with what to do."""
    if event_id.startswith("c-"):
        raise NotDoneError(f"{event_id} is a case: sixday case {event_id}")
    found = event_file.read(deployment, event_id)
    lines = logs.lines_about(deployment, event_id, _since(deployment, found, days))
    if not lines and not found.is_known:
        raise NotDoneError(f"nothing is known of {event_id} on {deployment.stage}: {_HINT}")
    return found, lines


_HINT = "is the id whole, the stage right (--stage), and is it younger than --days?"


def _since(deployment: Deployment, found: EventFile, days: float) -> datetime:
    """Logs are stamped by the real clock, the table by the deployment's."""
    known = [step.at for step in steps(found, [])]
    ahead = timedelta(seconds=controls.ahead_seconds(deployment))
    return min(known) - ahead - _BEFORE if known else utc_now() - timedelta(days=days)


def _show(deployment: Deployment, found: EventFile, way: list[Step], *, as_json: bool) -> None:
    end = ending(found)
    case_id = found.case.case.case_id if found.case else None
    if as_json:
        known = {"event_id": found.event_id, "case_id": case_id, "ending": asdict(end)}
        show.put_json(known | {"steps": [asdict(step) for step in way]})
        return
    show.facts(_head(found, end, case_id))
    show.put()
    show.rows(("at (UTC)", "#+ms", "where", "what", "why", "by"), _rows(way))
    if controls.ahead_seconds(deployment):
        show.put("\nThis stage's clock was moved on: the table's times are ahead of the logs'.")


def _head(found: EventFile, end: Ending, case_id: str | None) -> list[tuple[str, object]]:
    case = f"{case_id} of {found.case.case.brand}" if found.case else "none"
    return [
        ("event", found.event_id),
        ("case", case),
        ("outcome", end.what),
        ("cause", end.why),
        ("remedy", end.remedy),
    ]


def _rows(way: list[Step]) -> list[tuple[object, ...]]:
    return [
        (show.when(step.at), gap, step.where, step.what, _why(step), step.source)
        for step, gap in zip(way, gaps_ms(way), strict=True)
    ]


def _why(step: Step) -> str:
    return f"{step.why} → {step.remedy}" if step.remedy else step.why
