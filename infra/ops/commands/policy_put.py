"""`sixday policy put`: another policy decides, without a deployment."""

from pathlib import Path

import click

from functions.escalation.policy import Policy, read_policy
from infra.ops import show
from infra.ops.left_behind import left_behind
from infra.ops.policy_file import compiled, shipped
from infra.ops.session import Site, located
from infra.ops.show import json_option


@click.command()
@click.argument(
    "file", required=False, type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@click.option(
    "--shipped", "is_shipped", is_flag=True, help="Instead of FILE: the release's own again."
)
@click.option("--dry-run", "is_dry", is_flag=True, help="Check all of it, and change nothing.")
@click.option("--yes", is_flag=True, help="Change production without being asked.")
@json_option
@located
def put(
    site: Site, file: Path | None, is_shipped: bool, is_dry: bool, yes: bool, as_json: bool
) -> None:
    """Let a policy decide in a deployment, without deploying anything.

    A policy with a mistake is refused here, and by the functions too: they keep the last good one.
    Every entry in a case's timeline names the version that decided. Open cases of people whom the
    policy doesn't name are listed: whoever comes next hears of them until they are given away.

    \b
    Examples:
      sixday policy put my.yaml --dry-run
      sixday --stage prod policy put my.yaml
      sixday --stage prod policy put --shipped
    """
    if (file is None) is not is_shipped:
        raise click.UsageError("give FILE or --shipped")
    if site.deployment.is_production and not (yes or is_dry):
        click.confirm("Change who is told what in production?", abort=True, err=True)
    told, policy = _put(site, file, is_dry=is_dry) if file else _put_shipped(site, is_dry=is_dry)
    left = left_behind(site.deployment, policy)
    if as_json:
        show.put_json({"is_dry": is_dry, "told": told, "left_behind": left})
        return
    show.put(f"dry run: {told}, and would decide" if is_dry else f"{told}, and decides in seconds")
    for person, cases in left.items():
        show.put(_left(person, cases))


def _left(person: str, cases: list[str]) -> str:
    many = "an open case" if len(cases) == 1 else f"{len(cases)} open cases"
    return (
        f"{person} owns {many} and isn't among its people: {', '.join(cases)}. "
        f"Give each to somebody: sixday assign CASE PERSON"
    )


def _put(site: Site, file: Path, *, is_dry: bool) -> tuple[str, Policy]:
    from infra.ops import policy_store

    data = compiled(file.read_text("utf-8"))
    size = policy_store.put(site.deployment, data, shipped(), is_dry=is_dry)
    kind = "a standard" if size <= policy_store.STANDARD_CHARACTERS else "an advanced"
    told = f"{data['version']} takes {size} characters of {kind} parameter"
    return told, read_policy(data)


def _put_shipped(site: Site, *, is_dry: bool) -> tuple[str, Policy]:
    from infra.ops import policy_store

    if not is_dry:
        policy_store.put_shipped(site.deployment)
    return "the release's own policy is asked for", shipped()
