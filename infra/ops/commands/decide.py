"""`sixday decide`: any verb, by its own name: for scripts."""

from typing import Any, get_args

import click

from infra.ops.act import Act, on_case
from shared.messages import NEEDS, CaseVerb, DecisionMade

_FLAGS = {"has_consent", "has_same_promises"}


@click.command()
@on_case
@click.argument("verb", metavar="VERB", type=click.Choice(get_args(CaseVerb.__value__)))
@click.argument("text", required=False)
@click.option("--set", "fields", metavar="NAME=VALUE", multiple=True, help="Any field of the verb.")
def command(act: Act, verb: str, text: str | None, fields: tuple[str, ...]) -> None:
    """Decide anything on a case, by the verb's own name.

    For scripts: every verb has a command of its own that explains it. What a verb needs stands in
    shared/messages/verbs.py; times are ISO 8601 with a time zone. The decision holds for the case
    as it stands now, in the name of whose AWS credentials these are.

    \b
    Examples:
      sixday decide c-0123456789 take
      sixday decide c-0123456789 promise --set what=care --set by=2026-12-04T12:00:00Z
    """
    given = dict(_field(each) for each in fields) | ({"text": text} if text else {})
    missing = [name for name in NEEDS.get(verb, ()) if name not in given]
    if missing:
        told = " ".join(f"--set {name}=…" for name in missing)
        raise click.UsageError(f"{verb} needs {', '.join(missing)}: {told}")
    act(verb, **given)


def _field(text: str) -> tuple[str, Any]:
    name, equals, value = text.partition("=")
    if not equals or name not in DecisionMade.model_fields:
        raise click.UsageError(f"--set {text}: say NAME=VALUE, with a field of DecisionMade")
    return name, value.lower() in {"yes", "true"} if name in _FLAGS else value
