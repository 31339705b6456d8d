"""`sixday promises`: what we owe to customers, by date; kept, moved, taken back."""

from datetime import datetime

import click

from infra.ops import controls, ledger, show
from infra.ops.act import Act, on_case
from infra.ops.ledger import Owed
from infra.ops.moment import Moment, Typed, ahead
from infra.ops.session import Site, located
from infra.ops.show import json_option
from infra.ops.tongue import language_option


@click.group(invoke_without_command=True)
@click.option("--person", help="Only what is theirs to keep.")
@click.option("--brand", help="Of one brand; else of all.")
@json_option
@click.pass_context
def command(ctx: click.Context, person: str | None, brand: str | None, as_json: bool) -> None:
    """Show everything that we have promised to customers, by date.

    A promise is kept, moved, or taken back in the open; until then its case can't end. What is
    late is still owed, but for what could not be told: they deleted their post, or want silence.

    \b
    Examples:
      sixday promises
      sixday promises --person care --json | jq '.[] | select(.left_seconds < 0)'
      sixday promises keep c-0123456789 p-0123456789 "The cause was a fuse."
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(_listed, person=person, brand=brand, as_json=as_json)


@click.command()
@located
def _listed(site: Site, person: str | None, brand: str | None, as_json: bool) -> None:
    found, now = ledger.owed(site.deployment, brand, person), controls.now(site.deployment)
    if as_json:
        show.put_json([it.as_json(now) for it in found])
    elif found:
        columns = ("by (UTC)", "", "what", "whose", "case", "promise")
        show.rows(columns, (_row(it, now) for it in found))
    else:
        show.put("nothing is owed", "green")


@command.command()
@on_case
@click.argument("what")
@click.option("--by", type=Moment(), required=True, help="By when: 2026-12-04 or 3d.")
@click.option("--to", metavar="PERSON", help="Who keeps it; else the case's owner.")
def make(act: Act, what: str, by: Typed, to: str | None) -> None:
    """Record what somebody promised by telephone, or where Sixday doesn't see it.

    WHAT is answer, care, cause, or your own words. In a reply: sixday reply --what --by.

    \b
    Examples:
      sixday promises make c-0123456789 "a technician comes" --by 2d --to duty
    """
    act("promise", what=what, by=ahead(act.site.deployment, by), to=to)


@command.command()
@on_case
@click.argument("promise_id", metavar="PROMISE")
@click.argument("text", required=False)
@language_option
def keep(act: Act, promise_id: str, text: str | None, language: str | None) -> None:
    """Say that a promise is kept.

    The customer is told TEXT; without it nothing, where they know.

    \b
    Examples:
      sixday promises keep c-0123456789 p-0123456789 "The cause was a fuse."
    """
    act("keep_promise", promise_id=promise_id, text=text, language=language)


@command.command()
@on_case
@click.argument("promise_id", metavar="PROMISE")
@click.argument("text", required=False)
@click.option("--by", type=Moment(), required=True, help="The new date: 2026-12-04 or 3d.")
@language_option
def move(act: Act, promise_id: str, text: str | None, by: Typed, language: str | None) -> None:
    """Tell the customer honestly that the date doesn't hold, and the new one.

    TEXT: why, in words for them.

    \b
    Examples:
      sixday promises move c-0123456789 p-0123456789 "The part is late." --by 2d
    """
    due = ahead(act.site.deployment, by)
    act("move_promise", promise_id=promise_id, text=text, by=due, language=language)


@command.command("take-back")
@on_case
@click.argument("promise_id", metavar="PROMISE")
@click.argument("text", required=False)
@click.option("--reason", required=True, help="For the record.")
@language_option
def take_back(
    act: Act, promise_id: str, text: str | None, reason: str, language: str | None
) -> None:
    """Take a promise back, in the open: the customer is told TEXT.

    Without TEXT only if what promised it was never sent.

    \b
    Examples:
      sixday promises take-back c-0123456789 p-0123456789 "That part isn't made any more." \\
        --reason "the maker has stopped"
    """
    act("take_back_promise", promise_id=promise_id, text=text, reason=reason, language=language)


def _row(it: Owed, now: datetime) -> tuple[object, ...]:
    promise = it.promise
    left = (promise.due_at - now).total_seconds()
    when = f"in {show.span(left)}" if left >= 0 else f"late by {show.span(-left)}"
    when = "could not be told" if it.is_untold else when
    by = f"{promise.due_at:%Y-%m-%d %H:%M}"
    return by, when, it.words, promise.owner, it.case.case_id, promise.promise_id
