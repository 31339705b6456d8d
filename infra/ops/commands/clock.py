"""`sixday clock`: the time that a deployment lives in."""

from datetime import timedelta
from typing import Any

import click

from infra.local.platforms import Sandbox
from infra.ops import controls, show
from infra.ops.session import Site, located
from infra.ops.show import json_option
from infra.ops.span import Span
from shared.clock import iso


@click.group(invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Show the deployment's clock, or move it on off production.

    What is due comes due without six days of waiting. In production the clock isn't moved:
    promises would lapse for real.

    \b
    Examples:
      sixday clock
      sixday clock advance 3d && sleep 15 && sixday follow-up
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(now)


@command.command()
@json_option
@located
def now(site: Site, as_json: bool) -> None:
    """Show the time that the deployment lives in.

    \b
    Example:
      sixday clock now --json
    """
    _show(site, as_json=as_json)


@command.command()
@click.argument("span", type=Span())
@json_option
@located
def advance(site: Site, span: timedelta, as_json: bool) -> None:
    """Move the clock on by SPAN: 3d, 6h, 90m, 30s. It can't be moved back.

    Functions see it within 15 seconds. On this machine the sandbox platforms move along, so that
    what is posted next isn't taken for old.

    \b
    Examples:
      sixday clock advance 3d
      sixday clock advance 90m
    """
    controls.advance_clock(site.deployment, span.total_seconds())
    if site.platforms_url:
        Sandbox(site.platforms_url).advance(span.total_seconds())
    _show(site, as_json=as_json)


def _show(site: Site, *, as_json: bool) -> None:
    ahead, time = controls.ahead_seconds(site.deployment), controls.now(site.deployment)
    if as_json:
        facts: dict[str, Any] = {"now": iso(time), "ahead_seconds": ahead}
        show.put_json({"stage": site.deployment.stage} | facts)
    else:
        moved = f"{show.span(ahead)} ahead" if ahead else "the real time"
        show.put(f"{show.when(time)} UTC, {moved}")
