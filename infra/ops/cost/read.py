"""What was measured, what it is priced at, and how long a deployed stack's functions run."""

import json
import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from infra.ops import logs
from infra.ops.cost.bill import Price, Running, Use
from infra.ops.deployment import Deployment

MEASURED = Path(__file__).with_name("measured.json")
PRICES = Path(__file__).parents[1] / "prices.yaml"
_REPORT = re.compile(r"Billed Duration: (\d+) ms\s+Memory Size: (\d+) MB")
_FEW = 5  # calls: fewer say nothing


def measured() -> dict[str, Any]:
    """The measurement as it was written down."""
    found: dict[str, Any] = json.loads(MEASURED.read_text("utf-8"))
    return found


def use_of(found: dict[str, Any], running: dict[str, Running]) -> Use:
    """The measurement, with the durations of a stack where it has enough calls of a function."""
    recorded, together = _recorded(found, "running"), _recorded(found, "together")
    of_others = {name: told for name, told in together.items() if name not in running}
    return Use(found["idle"], found["busy"], found["tick"], recorded | running, of_others)


def _recorded(found: dict[str, Any], how: str) -> dict[str, Running]:
    return {name: Running(**told) for name, told in found.get(how, {}).items()}


def price_list() -> tuple[dict[str, Any], dict[str, Price]]:
    """Where and when the prices hold, and each by its name."""
    told = yaml.safe_load(PRICES.read_text("utf-8"))
    prices = {
        name: Price(price["usd"], price["per"], price.get("source", ""), "unsure" not in price)
        for name, price in told.pop("prices").items()
    }
    return told, prices


def running(deployment: Deployment, since: datetime) -> dict[str, Running]:
    """How long each function's calls were billed, on average, by Lambda's own REPORT lines."""
    found = billed(deployment, since)
    return {
        name: replace(told, billed_ms=round(told.billed_ms / calls, 1))
        for name, (told, calls) in found.items()
        if calls >= _FEW
    }


def billed(deployment: Deployment, since: datetime) -> dict[str, tuple[Running, int]]:
    """How long each function was billed for in all, and for how many calls; those with any."""
    found = {name: _reports(deployment, name, since) for name in logs.FUNCTIONS}
    return {
        name: (
            Running(sum(ms for ms, _ in reports), reports[-1][1], _kind(deployment, name)),
            calls,
        )
        for name, reports in found.items()
        if (calls := len(reports))
    }


def _reports(deployment: Deployment, function: str, since: datetime) -> list[tuple[int, int]]:
    """Milliseconds and megabytes of each call."""
    lines = logs.raw_lines(deployment, function, "REPORT RequestId", since)
    return [(int(m[1]), int(m[2])) for m in map(_REPORT.search, lines) if m]


def _kind(deployment: Deployment, function: str) -> str:
    name = f"sixday-{deployment.stage}-{function}"
    told = deployment.client("lambda").get_function_configuration(FunctionName=name)
    return str(told["Architectures"][0])
