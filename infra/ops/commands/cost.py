"""`sixday cost`: what complaints cost on AWS."""

from dataclasses import asdict
from datetime import timedelta
from typing import Any

import click

from infra.ops import show
from infra.ops.cost import read
from infra.ops.cost.bill import Bill, Line, Regime, standing
from infra.ops.cost.count import counted
from infra.ops.cost.savings import Saving, savings
from infra.ops.session import Session, Site, Wanted, where_options
from infra.ops.show import json_option
from shared.clock import utc_now

MILLION = 1_000_000


@click.command()
@click.option("--complaints", default=MILLION, show_default=True, type=click.IntRange(1))
@click.option(
    "--pace", type=click.Choice(["idle", "busy"]), default="idle", show_default=True,
    help="Each alone, or ten at once and so in batches.",
)  # fmt: skip
@click.option("--live", is_flag=True, help="With the deployed functions' own durations.")
@click.option("--days", default=1.0, show_default=True, help="With --live: how far back.")
@json_option
@where_options
def command(
    complaints: int, pace: Regime, live: bool, days: float, as_json: bool,
    stage: str | None, endpoint: str | None, region: str | None,
) -> None:  # fmt: skip
    """Show what complaints cost on AWS, line by line, and what would cost less.

    From calls, request units and bytes that were measured with all stages at work (`python -m
    tests.bench.traffic`), and list prices (infra/ops/prices.yaml), without free tiers. A complaint
    is one post of somebody new, answered in public; what platforms charge comes on top. `~`: the
    price wasn't looked up. With --live it asks a deployed stack for its durations.

    \b
    Examples:
      sixday cost
      sixday cost --pace busy --complaints 100000
      sixday --stage prod cost --live --days 7 --json | jq .usd
    """
    found, (around, prices) = read.measured(), read.price_list()
    site = _site(Wanted(stage, endpoint, region)) if live else None
    running = read.running(site.deployment, utc_now() - timedelta(days=days)) if site else {}
    use = read.use_of(found, running)
    bill = Bill(prices, use, complaints, pace)
    monthly = standing(prices, use, counted())
    told = {"measured_at": found["measured_at"], "durations": _where(found, running), **around}
    if as_json:
        show.put_json(_plain(bill, monthly, told))
    else:
        _show(bill, monthly, told)


def _site(wanted: Wanted) -> Site:
    session = click.get_current_context().find_object(Session) or Session()
    return session.open(wanted.over(session.wanted))


def _where(found: dict[str, Any], running: dict[str, Any]) -> str:
    return f"of the stack: {', '.join(running)}" if running else str(found["running_on"])


def _plain(bill: Bill, monthly: list[Line], told: dict[str, Any]) -> dict[str, Any]:
    return {
        **told,
        "complaints": bill.complaints,
        "pace": bill.regime,
        "usd": round(bill.total(), 2),
        "lines": [asdict(line) for line in bill.lines()],
        "monthly_usd": round(sum(line.usd for line in monthly), 2),
        "monthly": [asdict(line) for line in monthly],
        "savings": [asdict(saving) for saving in savings(bill)],
    }


def _show(bill: Bill, monthly: list[Line], told: dict[str, Any]) -> None:
    show.put(f"{bill.complaints:,} complaints, {bill.regime}: {bill.total():.2f} USD")
    _put(bill.lines())
    show.put(f"\nand a month in which nobody complains: {sum(m.usd for m in monthly):.2f} USD")
    _put(monthly)
    show.put("\nwhat would cost less, for as many:")
    show.rows(("#USD less", "how", "but"), map(_saving, savings(bill)))
    facts = ("measured_at", "durations", "region", "looked_up_on")
    show.put("")
    show.facts((name.replace("_", " "), told[name]) for name in facts)


def _put(lines: list[Line]) -> None:
    rows = ((f"{'' if one.is_sure else '~'}{one.usd:.2f}", one.what, f"{one.units:,.1f}")
            for one in lines)  # fmt: skip
    show.rows(("#USD", "for", "#units"), rows)


def _saving(saving: Saving) -> tuple[object, ...]:
    return f"{saving.usd:.2f}", saving.how, saving.but
