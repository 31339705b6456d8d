"""`sixday doctor`: can a deployed stack do its work?"""

from collections import Counter
from dataclasses import asdict

import click

from infra.ops import show
from infra.ops.doctor.examine import PARTS, examine
from infra.ops.doctor.finding import Finding
from infra.ops.failures import NotDoneError
from infra.ops.progress import watched_over
from infra.ops.session import Site, located
from infra.ops.show import json_option

_MARKS = {"good": ("✓", "green"), "bad": ("✗", "red"), "unsure": ("?", "yellow")}


@click.command()
@click.option(
    "--only", "parts", multiple=True, type=click.Choice(list(PARTS)), help="Only these parts."
)
@click.option("--all", "is_all", is_flag=True, help="Show what is good, too.")
@json_option
@located
def command(site: Site, parts: tuple[str, ...], is_all: bool, as_json: bool) -> None:
    """Examine a deployed stack; each finding names its remedy.

    Compares the stack with the template that it was deployed from, and asks what no template
    tells: whether tokens live, webhooks answer, somebody hears the alarms, and the switches stand
    as they should. Changes nothing. Ends with 0 where nothing is wrong, with 1 where something is;
    what couldn't be asked (?) is told and doesn't count.

    \b
    Examples:
      sixday doctor
      sixday --stage prod doctor --only secrets --only accounts
      sixday doctor --json | jq -r '.[] | select(.state == "bad") | .remedy'
    """
    examined = list(watched_over("examining", examine(site.deployment, parts)))
    if as_json:
        show.put_json([{"part": part, **asdict(finding)} for part, finding in examined])
    else:
        _show(examined, is_all=is_all)
    if bad := sum(finding.state == "bad" for _, finding in examined):
        raise NotDoneError(f"{bad} to mend; then again: sixday doctor")


def _show(examined: list[tuple[str, Finding]], *, is_all: bool) -> None:
    for part, finding in examined:
        if is_all or finding.state != "good":
            _show_one(part, finding)
    states = Counter(finding.state for _, finding in examined)
    told = f"{states['good']} good, {states['bad']} to mend, {states['unsure']} couldn't be told"
    show.put(told, "green" if not states["bad"] else "red")


def _show_one(part: str, finding: Finding) -> None:
    mark, style = _MARKS[finding.state]
    why = f": {finding.why}" if finding.why else ""
    show.put(f"{mark} {part}: {finding.subject}: {finding.what}{why}", style)
    if finding.remedy:
        show.put(f"    {finding.remedy}")
