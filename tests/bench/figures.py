"""The goals, each beside what was measured. Pure, but for what `make load` wrote down."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from infra.ops.cost import read
from infra.ops.cost.bill import Bill
from infra.ops.cost.savings import savings
from tests.bench.calls import MOST_CALLS, Calls, a_complaint
from tests.bench.cold_start import Start
from tests.bench.load import FOUND
from tests.bench.warm import Cost

MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Measured:
    """One run. `calls` by platform; `warm` and `single` by stage, ten at once and one."""

    bare_ms: float
    starts: Mapping[str, Start]
    heavy: Mapping[str, list[str]]
    sizes_mb: Mapping[str, float]
    warm: Mapping[str, Cost]
    single: Mapping[str, Cost]
    calls: Mapping[str, Calls]
    growth: Mapping[int, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Figure:
    """One goal. `why` it isn't reached, and what it would take."""

    what: str
    goal: str
    measured: str
    is_reached: bool
    why: str = ""


def bill() -> Bill:
    """A million complaints in batches of ten, as they come when many do."""
    found, (_, prices) = read.measured(), read.price_list()
    return Bill(prices, read.use_of(found, {}), MILLION, "busy")


def figures(it: Measured) -> list[Figure]:
    """All of the table, in its order."""
    return [*_cold(it), *_warm(it), _calls(it), _growth(it), *_cost(), *_loaded(), *_lines(it)]


def _cold(it: Measured) -> Iterator[Figure]:
    intake = it.starts["intake"]
    what = "intake's cold start, of the eager one's CPU"
    yield Figure(what, "≤ 45 %", f"{intake.share:.0%}", intake.share <= 0.45)
    what = "the same, with every client that a first webhook may need"
    yield Figure(what, "", f"{intake.with_clients / intake.eager:.0%}", is_reached=True)
    heavy = it.heavy["intake"]
    yield Figure("heavy imports of intake", "none", ", ".join(heavy) or "none", not heavy)


def _warm(it: Measured) -> Iterator[Figure]:
    cpu = it.warm["intake"].cpu_ms
    what = "warm intake, a post of ten in a webhook, beyond the AWS call"
    yield Figure(what, "≤ 0.25 ms CPU", f"{cpu:.2f} ms", cpu <= 0.25)


def _calls(it: Measured) -> Figure:
    worst = max(map(a_complaint, it.calls.values()))
    measured = ", ".join(f"{name} {a_complaint(calls):.2f}" for name, calls in it.calls.items())
    what = "own AWS calls a complaint, webhook to recorded first answer"
    return Figure(what, f"≤ {MOST_CALLS}", measured, worst <= MOST_CALLS)


def _growth(it: Measured) -> Figure:
    few, many = (it.growth[n] for n in (min(it.growth), max(it.growth)))
    is_flat = all(many[name] <= 1.05 * few[name] for name in few)
    names = {"calls": "table calls", "read": "units read", "write": "units written"}
    told = ", ".join(f"{few[n]:.2f} → {many[n]:.2f} {word}" for n, word in names.items())
    return Figure("a post's cost from 100 to 10,000 open cases", "no slope", told, is_flat)


def _cost() -> Iterator[Figure]:
    a_million = bill()
    total = a_million.total()
    largest = sorted(a_million.lines(), key=lambda line: -line.usd)[:3]
    told = "; ".join(f"{line.what} {line.usd:.2f}" for line in largest)
    why = (
        f"the largest lines: {told}. A complaint is some twelve items, most in transactions, "
        "which bill each twice. It would take fewer and smaller items (a case under 1 KB, the "
        "timeline's entries and the turn within it), and durations on AWS: these are LocalStack's"
    )
    what = "a million complaints, in batches of ten"
    yield Figure(what, "≤ 20 USD", f"{total:.2f} USD", total <= 20, "" if total <= 20 else why)
    for saving in savings(a_million)[:2]:
        what = f"the next saving: {saving.how}"
        yield Figure(what, "", f"{-saving.usd:.2f} USD", is_reached=True)


def _loaded() -> Iterator[Figure]:
    if not FOUND.exists():
        return
    it: dict[str, Any] = json.loads(FOUND.read_text("utf-8"))
    seconds, slow = it["deployed_seconds"], "a machine of two cores that others use, too"
    on = f"LocalStack ({it['measured_at']})"
    yield _at_most(f"{on}: deployed", seconds, 20, slow)
    yield _at_most(f"{on}: idle, webhook to answer, p50", it["alone_p50_seconds"], 4, slow)
    yield _at_most(f"{on}: idle, webhook to answer, p99", it["alone_p99_seconds"], 10, slow)
    pace = min(it[f"{stage}_a_second"] for stage in ("intake", "classification", "dispatch"))
    yield Figure(f"{on}: posts a second, all stages", "≥ 4", f"{pace:.1f}", pace >= 4, slow)
    told = f"{it['lost']} lost, {it['said_twice']} said twice"
    is_whole = not (it["lost"] or it["said_twice"])
    yield Figure(f"{on}: of {it['webhooks']} webhooks", "0 lost, 0 twice", told, is_whole)


def _at_most(what: str, seconds: float, goal: float, why: str) -> Figure:
    is_reached = seconds <= goal
    measured = f"{seconds:.1f} s"
    return Figure(what, f"≤ {goal:g} s", measured, is_reached, "" if is_reached else why)


def _lines(it: Measured) -> Iterator[Figure]:
    counts = {stage: cost.info_lines for stage, cost in it.warm.items()}
    told = ", ".join(f"{stage} {count:.2f}" for stage, count in counts.items())
    what = "lines at INFO, a post and stage"
    yield Figure(what, "exactly 1", told, all(count == 1 for count in counts.values()))
    longest = max(cost.longest_line for cost in it.warm.values())
    yield Figure("the longest of them", "≤ 1,024 bytes", f"{longest}", longest <= 1024)
