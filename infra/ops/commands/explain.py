"""`sixday explain`: one event in plain words."""

from dataclasses import asdict

import click

from infra.ops import controls, show
from infra.ops.commands.timeline import read_all
from infra.ops.explain import explain
from infra.ops.session import Site, located
from infra.ops.show import json_option


@click.command()
@click.argument("event_id")
@click.option(
    "--days", default=1.0, help="How far back to read logs, where the table knows nothing"
)
@json_option
@located
def command(site: Site, event_id: str, days: float, as_json: bool) -> None:
    """Tell in a paragraph what came of an event, why, and what is next.

    The event id is a post's (e-…) or a decision's (d-…): the correlation id of every log line. Each
    step with its time: sixday timeline. Ends with 1 where nothing is known of it.

    \b
    Examples:
      sixday explain e-0123456789abcdef0123
      sixday explain d-0123456789abcdef --json | jq -r .next_steps
    """
    found, lines = read_all(site.deployment, event_id, days)
    told = explain(found, lines, controls.now(site.deployment))
    if as_json:
        show.put_json({"event_id": event_id, "paragraph": told.paragraph, **asdict(told)})
    else:
        show.put(told.paragraph)
