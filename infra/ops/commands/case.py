"""`sixday case`: everything about one case."""

import click

from infra.ops import controls, show
from infra.ops.act import found_case
from infra.ops.case_shown import show_briefs, show_case
from infra.ops.session import Site, located
from infra.ops.show import json_option


@click.command()
@click.argument("case_id")
@click.option("--brand", help="Whose case; else every brand is asked.")
@click.option("--brief", "is_brief", is_flag=True, help="Only the page that its owner was sent.")
@json_option
@located
def command(site: Site, case_id: str, brand: str | None, is_brief: bool, as_json: bool) -> None:
    """Show everything about one case.

    Its state and owner, what the customer wrote and what was read in it, promises with their
    dates, the investigation, replies and how far each got, briefs, and the timeline.

    \b
    Examples:
      sixday case c-0123456789
      sixday case c-0123456789 --brief
      sixday case c-0123456789 --json | jq .case.promises
    """
    found = found_case(site, case_id, brand)
    if as_json:
        show.put_json(found.as_json())
    elif is_brief:
        show_briefs(found)
    else:
        show_case(found, controls.now(site.deployment))
