"""`sixday tried`, `contact`, `investigate`, `evidence`, `outcome`: what is known of a case."""

import click

from infra.ops.act import Act, on_case
from infra.ops.tongue import language_option


@click.command()
@on_case
@click.argument("text")
def tried(act: Act, text: str) -> None:
    """Record what the customer has tried already: nobody asks for it again.

    \b
    Examples:
      sixday tried c-0123456789 "It works over another operator."
    """
    act("tried", text=text)


@click.command()
@on_case
@click.argument("name")
@click.argument("reachable_at")
@click.option("--consent", is_flag=True, help="The customer agreed that they may be asked.")
def contact(act: Act, name: str, reachable_at: str, consent: bool) -> None:
    """Record somebody else who may be asked, where the customer agreed.

    \b
    Examples:
      sixday contact c-0123456789 "Ola Nes, her employer's engineer" ola@work.example --consent
    """
    act("contact", name=name, reachable_at=reachable_at, has_consent=consent)


@click.command()
@on_case
@click.argument("reason")
@click.option("--to", metavar="PERSON", help="Who investigates; else you, else the owner.")
def investigate(act: Act, reason: str, to: str | None) -> None:
    """Open an investigation: no denial can go out until it ends.

    \b
    Examples:
      sixday investigate c-0123456789 "A recall, and 30000 dollars." --to executive
    """
    act("investigate", reason=reason, to=to)


@click.command()
@on_case
@click.argument("text")
def evidence(act: Act, text: str) -> None:
    """Add what was found to the open investigation.

    \b
    Examples:
      sixday evidence c-0123456789 "The recall notice of 3 May names this battery."
    """
    act("evidence", text=text)


@click.command()
@on_case
@click.argument("text")
@click.option("--amount", type=float, help="The sum that was decided …")
@click.option("--currency", metavar="ISO", help="… and its currency: USD, EUR, NOK.")
@language_option
def outcome(
    act: Act, text: str, amount: float | None, currency: str | None, language: str | None
) -> None:
    """End the investigation; the customer is told TEXT.

    Nothing is translated: with --language in another than theirs it becomes a task.

    \b
    Examples:
      sixday outcome c-0123456789 "You pay nothing." --amount 30000 --currency USD
    """
    act("end_investigation", text=text, amount=amount, currency=currency, language=language)


commands = {
    "tried": tried,
    "contact": contact,
    "investigate": investigate,
    "evidence": evidence,
    "outcome": outcome,
}
