"""`sixday incidents`: complaints with one cause."""

import click

from infra.ops import controls, incident_file, show
from infra.ops.incident_act import IncidentAct, found_incident, on_incident
from infra.ops.incidents_shown import show_list, show_one
from infra.ops.session import Site, located
from infra.ops.show import json_option

_WHY = click.option("--reason", help="For the record.")


@click.group(invoke_without_command=True)
@click.option("--brand", help="Only this brand's.")
@click.option("--all", "all_", is_flag=True, help="Those that ended, too.")
@json_option
@located
def command(site: Site, brand: str | None, all_: bool, as_json: bool) -> None:
    """List complaints of one cause, and what is done about it by when.

    \b
    Examples:
      sixday incidents
      sixday incidents --all --json
      sixday incidents show i-0123456789
    """
    if click.get_current_context().invoked_subcommand is not None:
        return
    found, now = (
        incident_file.listed(site.deployment, brand, all_=all_),
        controls.now(site.deployment),
    )
    if as_json:
        show.put_json([file.as_json(now) for file in found])
    else:
        show_list(found, now)


@command.command("show")
@click.argument("incident_id", metavar="INCIDENT")
@click.option("--brand", help="Whose incident; else every brand is asked.")
@json_option
@located
def show_(site: Site, incident_id: str, brand: str | None, as_json: bool) -> None:
    """Show everything about one incident, and why each case belongs to it.

    \b
    Example:
      sixday incidents show i-0123456789
    """
    found, now = found_incident(site, incident_id, brand), controls.now(site.deployment)
    if as_json:
        show.put_json(found.as_json(now))
    else:
        show_one(found, now)


@command.command()
@on_incident
@click.argument("other")
@_WHY
def merge(act: IncidentAct, other: str, reason: str | None) -> None:
    """Make INCIDENT part of OTHER: they have one cause.

    \b
    Example:
      sixday incidents merge i-0123456789 i-9876543210 --reason "The same operator."
    """
    act("merge", other_incident_id=other, reason=reason)


@command.command()
@on_incident
@click.argument("cases", nargs=-1, required=True)
@_WHY
def split(act: IncidentAct, cases: tuple[str, ...], reason: str | None) -> None:
    """Make CASES an incident of their own: they have another cause.

    At most 20 at once, each is written together with all the others: of more, split the next into
    an incident of theirs and merge that into the first.

    \b
    Example:
      sixday incidents split i-0123456789 c-0123456789 c-1123456789
    """
    act("split", case_ids=cases, reason=reason)
