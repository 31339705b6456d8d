"""`sixday report`: was everybody treated alike?"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from infra.ops import channels, controls, show
from infra.ops.failures import NotDoneError
from infra.ops.report.page import page_of
from infra.ops.report.plain import as_plain
from infra.ops.report.read import material
from infra.ops.report.report import Period, Report, report_of
from infra.ops.report.sheet import csv_of
from infra.ops.report.terminal import put_report
from infra.ops.report.watched import watched
from infra.ops.session import Site, located
from infra.ops.show import json_option

_DAY = click.DateTime(["%Y-%m-%d"])
_FILE = click.Path(dir_okay=False, writable=True, path_type=Path)
_DAYS = 90


@click.command()
@click.option("--brand", help="Of one brand; else of all, compared within each.")
@click.option(
    "--from", "since", type=_DAY, help=f"Cases opened from this day on; else {_DAYS} days ago."
)
@click.option(
    "--to", "until", type=_DAY, help="Cases opened up to this day, it included; else now."
)
@click.option("--html", "html", metavar="FILE", type=_FILE, help="Write a page, with pictures.")
@click.option("--csv", "sheet", metavar="FILE", type=_FILE, help="Write a sheet; times in seconds.")
@json_option
@located
def command(
    site: Site, brand: str | None, since: datetime | None, until: datetime | None,
    html: Path | None, sheet: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Show whether everybody is treated alike.

    First answer, end and outcome side by side, by reach, language, tone and platform; how long it
    took to act; promises; what was not answered and why. It says which differences are more than
    chance, and where there are too few cases to tell. Nobody is named, and a group of under five
    tells only its number.

    \b
    Examples:
      sixday report
      sixday report --from 2026-10-01 --to 2026-10-31 --html october.html --csv october.csv
      sixday report --brand aurora --json | jq '.comparisons[0].groups'
    """
    found = _report(site, brand, _period(since, until, controls.now(site.deployment)))
    for file, written in ((html, page_of), (sheet, csv_of)):
        if file is not None:
            file.write_text(written(found), "utf-8")
    if as_json:
        show.put_json(as_plain(found))
        return
    put_report(found)
    for file in filter(None, (html, sheet)):
        show.put(f"written: {file}", "dim")


def _report(site: Site, brand: str | None, period: Period) -> Report:
    brands = (brand,) if brand else tuple(channels.brands(site.deployment))
    with watched() as tell:
        return report_of(brands, period, material(site.deployment.table, brands, period, tell))


def _period(since: datetime | None, until: datetime | None, now: datetime) -> Period:
    last = until.replace(tzinfo=UTC) + timedelta(days=1, milliseconds=-1) if until else now
    first = since.replace(tzinfo=UTC) if since else last - timedelta(days=_DAYS)
    if first > last:
        raise NotDoneError("--from is later than --to")
    return Period(first, last, now)
