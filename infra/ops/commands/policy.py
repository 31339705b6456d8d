"""`sixday policy`: who is told what, how fast, and by whom."""

from pathlib import Path

import click

from functions.escalation.policy import read_policy
from infra.ops import show
from infra.ops.commands.policy_put import put
from infra.ops.commands.policy_show import show_
from infra.ops.commands.policy_try import try_
from infra.ops.failures import NotDoneError
from infra.ops.policy_advice import advice_on
from infra.ops.policy_check import Mistake, mistakes_in
from infra.ops.policy_file import compiled
from infra.ops.show import json_option
from shared.clock import utc_now


@click.group()
def command() -> None:
    """Check, try, put and show who is told what, how fast, and by whom.

    \b
    Examples:
      sixday policy check infra/policy/default.yaml
      sixday policy try --text "el cargador de San Mateo siempre está lleno"
      sixday --stage prod policy put my.yaml --dry-run
    """


@command.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@json_option
def check(file: Path, as_json: bool) -> None:
    """Say of every mistake in a policy where it stands and what to do about it.

    Ends with 0 where the policy can be used, else with 1. Advice is no mistake.

    \b
    Example:
      sixday policy check infra/policy/default.yaml
    """
    source = file.read_text("utf-8")
    mistakes = mistakes_in(source)
    advice = () if mistakes else advice_on(read_policy(compiled(source)), utc_now().date())
    if as_json:
        told = [{"line": m.line, "at": m.at, "says": m.says} for m in mistakes]
        show.put_json({"mistakes": told, "advice": advice})
    else:
        _tell(file, mistakes, advice)
    if mistakes:
        raise NotDoneError(f"{len(mistakes)} to mend; until then nobody can use it")


def _tell(file: Path, mistakes: tuple[Mistake, ...], advice: tuple[str, ...]) -> None:
    for mistake in mistakes:
        place = f"{mistake.at}: " if mistake.at else ""
        show.put(f"{file}:{mistake.line}: {place}{mistake.says}")
    for hint in advice:
        show.put(f"advice: {hint}", "yellow")
    if not mistakes:
        show.put("it can be used", "green")


command.add_command(try_)
command.add_command(put)
command.add_command(show_)
