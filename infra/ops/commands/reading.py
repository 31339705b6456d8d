"""`sixday reading`: whether a stage reads its queue."""

from typing import Any

import click

from infra.ops import backlog, show
from infra.ops.failures import NotDoneError
from infra.ops.session import Site, located
from infra.ops.show import json_option

_WORDS = {"on": True, "off": False}


@click.command()
@click.argument("switch", required=False, type=click.Choice(list(_WORDS)))
@click.argument(
    "reader", metavar="[STAGE]", required=False, type=click.Choice(list(backlog.READERS))
)
@json_option
@located
def command(site: Site, switch: str | None, reader: str | None, as_json: bool) -> None:
    """Show or set whether a stage reads its queue.

    `off` stops one stage and loses nothing: its queue keeps what comes, for four days. To stop only
    what is posted, `sixday mode off` is gentler.

    \b
    Examples:
      sixday reading
      sixday reading off escalation
      sixday reading on escalation
    """
    if switch is not None and reader is None:
        raise click.UsageError(f"which stage? sixday reading {switch} escalation")
    if switch is not None:
        _set(site, str(reader), is_on=_WORDS[switch])
    states = {name: _mapping(site, name)["State"] for name in backlog.READERS}
    if as_json:
        show.put_json(states)
    else:
        show.rows(("stage", "reads its queue"), states.items())


def _set(site: Site, stage: str, *, is_on: bool) -> None:
    mapping = _mapping(site, stage)
    site.deployment.client("lambda").update_event_source_mapping(
        UUID=mapping["UUID"], Enabled=is_on
    )


def _mapping(site: Site, stage: str) -> dict[str, Any]:
    """The event source mapping of a stage's live version."""
    name = f"sixday-{site.deployment.stage}-{stage}:live"
    answer = site.deployment.client("lambda").list_event_source_mappings(FunctionName=name)
    found: list[dict[str, Any]] = answer["EventSourceMappings"]
    if not found:
        raise NotDoneError(f"{stage} has no event source mapping: deploy the release again")
    return found[0]
