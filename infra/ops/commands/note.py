"""`sixday note`: for colleagues; or what the customer told somebody, which counts like a post."""

import click

from infra.ops.act import Act, found_case
from infra.ops.desk import SECONDS, How, how, take_down
from infra.ops.session import Site, located
from infra.ops.show import json_option


@click.command()
@click.argument("case_id", metavar="CASE")
@click.argument("text")
@click.option("--brand", help="Whose case; else every brand is asked.")
@click.option("--seconds", default=SECONDS, show_default=True, help="How long to wait for it.")
@json_option
@located
@how
def command(
    site: Site, case_id: str, text: str, brand: str | None, seconds: float, as_json: bool,
    came: How,
) -> None:  # fmt: skip
    """Put TEXT on a case: a note for colleagues, or what the customer said.

    With --phone, --letter, --counter or --page the customer said it, and it counts like a post of
    theirs: it is read, and what follows is decided. Without, nobody else sees it.

    \b
    Examples:
      sixday note c-0123456789 "Ask Ola before Friday."
      sixday note c-0123456789 "It works over another operator." --phone --when 2h
    """
    if came.surface is None:
        Act(site, case_id, brand, seconds, wait=False, as_json=as_json)("note", text=text)
        return
    case = found_case(site, case_id, brand).case
    wish = {"verb": "note", "brand": case.brand, "case_id": case_id, "text": text}
    take_down(site.deployment, seconds, wish | came.fields, as_json=as_json)
