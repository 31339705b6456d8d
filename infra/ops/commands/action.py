"""`sixday action`: what is done about an incident."""

from typing import override

import click

from infra.ops.incident_act import IncidentAct, on_incident
from infra.ops.moment import Moment, Typed, ahead


class InLanguage(click.ParamType[tuple[str, str]]):
    """`es="Desde hoy …"`."""

    name = "language=text"

    @override
    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        if isinstance(value, tuple):
            return value
        language, separator, text = str(value).partition("=")
        if (
            not separator
            or not text.strip()
            or not (language.isalpha() and len(language) in {2, 3})
        ):
            self.fail(f'{value!r}: say the language and the words: es="Desde hoy …"', param, ctx)
        return language.lower(), text.strip()


_TEXTS = click.option(
    "--text", "texts", type=InLanguage(), multiple=True, help="Public words, once a language."
)
_OWNER = click.option("--owner", metavar="PERSON", help="One of the policy's people.")


@click.group()
def command() -> None:
    """Decide what is done about an incident, within its six days.

    proposed, committed, announced, told; or dropped, with a reason.

    \b
    Examples:
      sixday incidents
      sixday action commit i-0123456789 --record "A fee for cars that are full."
    """


@command.command()
@on_incident
@click.option("--owner", metavar="PERSON", required=True, help="One of the policy's people.")
def propose(act: IncidentAct, owner: str) -> None:
    """Ask PERSON for an action; the clock runs.

    \b
    Example:
      sixday action propose i-0123456789 --owner executive
    """
    act("propose", owner=owner)


@command.command()
@on_incident
@click.option("--record", required=True, help="What was decided, and why: for the record.")
@_OWNER
@click.option("--by", type=Moment(), help="Sooner than the clock says: 2026-12-04, or 3d.")
def commit(act: IncidentAct, record: str, owner: str | None, by: Typed | None) -> None:
    """Commit to an action: from now on customers hear that we will act.

    \b
    Example:
      sixday action commit i-0123456789 --record "0.40 a minute for full cars." --owner executive
    """
    action = act.file.incident.action
    to = owner or (action.owner if action else None)
    if to is None:
        raise click.UsageError("nobody owns an action yet: name one with --owner")
    act("commit", owner=to, text=record, by=ahead(act.site.deployment, by))


@command.command()
@on_incident
@_TEXTS
@click.option("--link", required=True, help="The one address where all of it stands.")
def announce(act: IncidentAct, texts: tuple[tuple[str, str], ...], link: str) -> None:
    """Tell every customer of the incident, in their language; who can't be told is a task.

    \b
    Example:
      sixday action announce i-0123456789 --link https://acme.example/fee \\
        --text es="Desde hoy …" --text en="From today …"
    """
    if not texts:
        raise click.UsageError('say it at least once: --text es="Desde hoy …"')
    act("announce", texts=dict(texts), link=link)


@command.command()
@on_incident
@click.option("--reason", required=True, help="Why not: for the record.")
@_TEXTS
def drop(act: IncidentAct, reason: str, texts: tuple[tuple[str, str], ...]) -> None:
    """Say that nothing will be done. Who was told that it would hears why, in the words of --text.

    \b
    Example:
      sixday action drop i-0123456789 --reason "The law forbids it." --text es="No podemos: …"
    """
    act("drop", reason=reason, texts=dict(texts) or None)


@command.command()
@on_incident
@click.argument("text")
def note(act: IncidentAct, text: str) -> None:
    """Put TEXT on the incident's record; nobody is told.

    \b
    Example:
      sixday action note i-0123456789 "Talked to the operator."
    """
    act("note", text=text)
