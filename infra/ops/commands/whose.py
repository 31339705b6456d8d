"""`sixday take`, `give-back`, `assign`, `acknowledge`: whose a case is."""

import click

from infra.ops.act import Act, on_case
from infra.ops.moment import Moment, Typed, ahead

_WHY = click.option("--why", help="For the record, and for who gets it.")


@click.command()
@on_case
def take(act: Act) -> None:
    """Make a case yours: automation is silent until you give it back.

    \b
    Examples:
      sixday take c-0123456789
    """
    act("take")


@click.command("give-back")
@on_case
@_WHY
def give_back(act: Act, why: str | None) -> None:
    """Let automation answer again.

    \b
    Examples:
      sixday give-back c-0123456789
    """
    act("give_back", text=why)


@click.command()
@on_case
@click.argument("person")
@_WHY
@click.option("--by", type=Moment(), help="Tell the customer who has it, and by when they hear.")
def assign(act: Act, person: str, why: str | None, by: Typed | None) -> None:
    """Give a case to PERSON of the policy, with what is promised.

    They get a brief. If somebody held it, it is held for them.

    \b
    Examples:
      sixday assign c-0123456789 executive --why "It needs money."
      sixday assign c-0123456789 care_second --by 2d
    """
    act("assign", to=person, text=why, by=ahead(act.site.deployment, by))


@click.command()
@on_case
@_WHY
def acknowledge(act: Act, why: str | None) -> None:
    """Say that you have read the brief: nobody else is asked.

    The case stays as it is.

    \b
    Examples:
      sixday acknowledge c-0123456789
    """
    act("acknowledge", text=why)


commands = {
    "take": take,
    "give-back": give_back,
    "assign": assign,
    "acknowledge": acknowledge,
}
