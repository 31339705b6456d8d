"""What was measured, what it is priced at, and how long a deployed stack's functions run."""

import json
import re
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
    recorded = {name: Running(**told) for name, told in found["running"].items()}
    return Use(found["idle"], found["busy"], found["tick"], recorded | running)


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
    found = {name: _running(deployment, name, since) for name in logs.FUNCTIONS}
    return {name: told for name, told in found.items() if told is not None}


def _running(deployment: Deployment, function: str, since: datetime) -> Running | None:
    lines = logs.raw_lines(deployment, function, "REPORT RequestId", since)
    reports = [(int(m[1]), int(m[2])) for m in map(_REPORT.search, lines) if m]
    if len(reports) < _FEW:
        return None
    name = f"sixday-{deployment.stage}-{function}"
    told = deployment.client("lambda").get_function_configuration(FunctionName=name)
    average = sum(billed for billed, _ in reports) / len(reports)
    return Running(round(average, 1), reports[-1][1], told["Architectures"][0])
