"""`sixday mode`: whether answers are posted."""

import click

from infra.ops import controls, show
from infra.ops.session import Site, located
from infra.ops.show import json_option

_MEANS = {
    "live": "answers are posted",
    "draft": "answers are composed and kept, nothing is posted",
    "off": "nothing is composed and nothing posted; posts are still taken in and decided on",
}


@click.command()
@click.argument("mode", required=False, type=click.Choice(list(_MEANS)))
@click.option("--yes", is_flag=True, help="Go live in production without being asked.")
@json_option
@located
def command(site: Site, mode: str | None, yes: bool, as_json: bool) -> None:
    """Show or set whether answers are posted.

    \b
    live   answers are posted
    draft  answers are composed and kept, nothing is posted
    off    nothing is composed and nothing posted; posts are still taken in and decided on

    Every function holds to it within 30 seconds. Nothing is lost in draft or off: what is held is
    posted within two minutes of going live, unless it has grown too old by then.

    \b
    Examples:
      sixday mode
      sixday --stage prod mode off
      sixday mode live
    """
    if mode is not None:
        _set(site, mode, is_sure=yes)
    now = str(controls.read(site.deployment)["mode"])
    if as_json:
        show.put_json({"stage": site.deployment.stage, "mode": now})
    else:
        show.put(f"{now}: {_MEANS.get(now, 'unknown to this release, and so taken as draft')}")


def _set(site: Site, mode: str, *, is_sure: bool) -> None:
    if mode == "live" and site.deployment.is_production and not is_sure:
        click.confirm("Post answers to customers from production?", abort=True, err=True)
    controls.set_mode(site.deployment, mode)
