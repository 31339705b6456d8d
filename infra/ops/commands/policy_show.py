"""`sixday policy show`: which policy decides in a deployment."""

from typing import Any

import click
import yaml

from functions.escalation.policy import PolicyError, read_policy
from infra.ops import show
from infra.ops.session import Site, located
from infra.ops.show import json_option


@click.command("show")
@json_option
@located
def show_(site: Site, as_json: bool) -> None:
    """Show the policy that decides in a deployment.

    What was put comes back as YAML that can be changed and put again; its comments stayed with
    whoever wrote it. Of the release's own only that is told: it stands in infra/policy.

    \b
    Example:
      sixday --stage prod policy show > prod.yaml
    """
    from infra.ops import policy_store

    found = policy_store.read(site.deployment)
    if found is not None:
        _warn(found)
    if as_json:
        show.put_json({"is_shipped": found is None, "policy": found and _without_dates(found)})
    elif found is None:
        show.put("the release's own policy decides: infra/policy/default.yaml as it was built")
    else:
        click.echo(
            yaml.safe_dump(_without_dates(found), sort_keys=False, allow_unicode=True, width=100)
        )


def _warn(found: dict[str, Any]) -> None:
    """What the functions refuse doesn't decide, though it was put."""
    try:
        read_policy(found)
    except PolicyError as error:
        click.echo(f"{error}: the last good one decides instead", err=True)


def _without_dates(data: dict[str, Any]) -> dict[str, Any]:
    """As it was written: the days of the holidays are looked up anew when it is put."""
    calendar = data.get("calendar", {})
    kept = {key: value for key, value in calendar.items() if key != "public_holidays"}
    return data | {"calendar": kept}
