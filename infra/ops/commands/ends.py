"""`sixday resolve`, `close`, `reopen`, `merge`, `split`, `link`: which case it is, and its end."""

import click

from infra.ops.act import Act, on_case

_WHY = click.option("--why", help="For the record.")


@click.command()
@on_case
@click.option("--why", help="What was done, for the record.")
def resolve(act: Act, why: str | None) -> None:
    """Ask the customer whether it is fixed.

    Yes closes the case, no opens it again, silence ends it as unconfirmed. Every promise is kept,
    moved or taken back before, and an investigation ended.

    \b
    Examples:
      sixday resolve c-0123456789 --why "A new cable."
    """
    act("resolve", text=why)


@click.command()
@on_case
@click.option("--reason", help="Why a complaint ends without the customer's yes.")
def close(act: Act, reason: str | None) -> None:
    """Close a case without asking.

    Where there was no complaint, or the customer has said that it is fixed; else for a reason.

    \b
    Examples:
      sixday close c-0123456789
      sixday close c-0123456789 --reason "Their number is no longer theirs."
    """
    act("close", reason=reason)


@click.command()
@on_case
@_WHY
def reopen(act: Act, why: str | None) -> None:
    """Open a case again: it wasn't fixed.

    \b
    Examples:
      sixday reopen c-0123456789 --why "It broke again on Friday."
    """
    act("reopen", reason=why)


@click.command()
@on_case
@click.argument("other")
@_WHY
def merge(act: Act, other: str, why: str | None) -> None:
    """End the case OTHER in this one: they are one grievance.

    What it knows and owes comes along.

    \b
    Examples:
      sixday merge c-0123456789 c-9876543210
    """
    act("merge", other_case_id=other, reason=why)


@click.command()
@on_case
@click.argument("object_id", metavar="POST")
@_WHY
def split(act: Act, object_id: str, why: str | None) -> None:
    """Make a post of the case a case of its own: they are two grievances.

    POST is the platform's own id of it.

    \b
    Examples:
      sixday split c-0123456789 1791900000000000000 --why "The bill, not the modem."
    """
    act("split", object_id=object_id, reason=why)


@click.command()
@on_case
@click.argument("other")
@_WHY
def link(act: Act, other: str, why: str | None) -> None:
    """Say that the case OTHER is of the same person.

    Both stay cases; each knows the other's conversation.

    \b
    Examples:
      sixday link c-0123456789 c-9876543210
    """
    act("link", other_case_id=other, reason=why)


commands = {
    "resolve": resolve,
    "close": close,
    "reopen": reopen,
    "merge": merge,
    "split": split,
    "link": link,
}
