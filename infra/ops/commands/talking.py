"""`sixday reply`, `ask`, `progress`: what is said to the customer."""

import click

from infra.ops.act import Act, on_case
from infra.ops.moment import Moment, Typed, ahead
from infra.ops.tongue import language_option

WHAT = click.option("--what", help="What these words promise: answer, care, cause, or your own.")
BY = click.option("--by", type=Moment(), help="By when: 2026-12-04, 2026-12-04T15:00, or 3d.")
TO = click.option("--to", metavar="PERSON", help="Who keeps the promise; else the case's owner.")


@click.command()
@on_case
@click.argument("text")
@click.option("--no-and-why", "is_denial", is_flag=True, help="We disagree, with reasons.")
@WHAT
@BY
@TO
@click.option("--as", "name", metavar="PERSON", help="From that person's own account.")
@language_option
def reply(
    act: Act, text: str, is_denial: bool, what: str | None, by: Typed | None, to: str | None,
    name: str | None, language: str | None,
) -> None:  # fmt: skip
    """Answer the customer in your own words.

    They go where an answer to the newest post goes; what the program had planned is withdrawn.
    With --what and --by they promise something. In somebody else's name they wait for that very
    person. While an investigation is open words that read as a refusal aren't taken, and in another
    language than the customer's only with --language: nothing is translated.

    \b
    Examples:
      sixday reply c-0123456789 "We were wrong. It is waived, and done."
      sixday reply c-0123456789 "You'll have a new cable." --what "a new cable" --by 3d
      sixday reply c-0123456789 "No, because …" --no-and-why
    """
    situation = "no_and_why" if is_denial else None
    due = ahead(act.site.deployment, by)
    promised = {"what": what, "by": due, "to": to}
    act("reply", text=text, situation=situation, name=name, language=language, **promised)


@click.command()
@on_case
@click.argument("text", required=False)
@language_option
def ask(act: Act, text: str | None, language: str | None) -> None:
    """Ask the customer for details in private.

    In TEXT, or else in the house's own words, which have them write to us privately.

    Until they answer it is their turn: our own dates stand still. After some working days its owner
    is told that nothing came, and may ask once more; then the case ends unconfirmed, unless
    something is owed.

    \b
    Examples:
      sixday ask c-0123456789
      sixday ask c-0123456789 "Which modem is it? The number stands below it; tell us in private."
    """
    act("ask", text=text, language=language)


@click.command()
@on_case
@click.argument("text")
@BY
@language_option
def progress(act: Act, text: str, by: Typed | None, language: str | None) -> None:
    """Tell the customer what is new, in words for them.

    One or two short sentences. Who asked for fewer words isn't told; it is recorded all the same.
    Nothing is translated: with --language in another than theirs it becomes a task. --by: until
    when they hear the next step.

    \b
    Examples:
      sixday progress c-0123456789 "The new cable is here." --by 2d
    """
    due = ahead(act.site.deployment, by)
    act("progress", text=text, by=due, language=language)


commands = {"reply": reply, "ask": ask, "progress": progress}
