"""`make bench`: what it costs, beside baselines of the same run: a table, a page, a picture."""

import os
import platform
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from shared.clock import utc_now
from tests.bench import calls, cold_start, dispatch, figures, growth, page, warm
from tests.bench.figures import Figure, Measured
from tests.simulation.fairness import told

PAGES = Path(__file__).parents[2] / "infra"


def main() -> None:
    """Measure everything, show it, and write infra/bench.md and infra/bench.svg."""
    console = Console(file=sys.stdout)
    with warm.quietly():  # what the stages log
        it = measure()
        reached = figures.figures(it)
        console.print(_shown(reached))
        for table in (calls.shown(), dispatch.once(), dispatch.limits()):
            console.print(table)
        runs = told.runs()
        console.print(told.shown(runs))
    (PAGES / "bench.md").write_text(page.page(it, reached, told.markdown(runs), _head()), "utf-8")
    (PAGES / "bench.svg").write_text(page.picture(it), "utf-8")
    console.print("written: infra/bench.md, infra/bench.svg")


def measure() -> Measured:
    """All but what needs a stack; some minutes."""
    warmed, single = warm.measure(10), warm.measure(1)
    bare_ms, starts = cold_start.measure()
    return Measured(
        bare_ms,
        starts,
        {stage: cold_start.heavy_imports(stage) for stage in starts},
        {stage: cold_start.size_mb(stage) for stage in starts},
        warmed,
        single,
        {name: calls.measure(name) for name in ("facebook", "x")},
        {cases: growth.a_post(cases) for cases in (100, 10_000)},
    )


def _shown(reached: list[Figure]) -> Table:
    table = Table("", "goal", "measured", "reached", title="What it costs")
    for it in reached:
        table.add_row(it.what, it.goal, it.measured, _reached(it))
    return table


def _reached(it: Figure) -> str:
    if not it.goal:
        return ""
    return "yes" if it.is_reached else f"no: {it.why}"


def _head() -> str:
    machine = f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}"
    return (
        f"{utc_now():%Y-%m-%d}, on {machine}: ratios hold elsewhere, milliseconds don't. What a "
        "stack on LocalStack did is `make load`'s."
    )


if __name__ == "__main__":
    main()
