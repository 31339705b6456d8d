"""Intake's surroundings for a test, what it logged, and what it counted."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from aws_lambda_powertools.metrics import Metrics

from shared.observability import logger
from tests.unit.intake.fakes import House

_OURS = ("reason", "correlation_id", "platform", "posts", "remedy")


class Lines(logging.Handler):
    """Every line that was logged: level, message, and the fields that aren't empty."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, Any]] = []

    def emit(self, record: logging.LogRecord) -> None:
        fields = {name: getattr(record, name) for name in _OURS if hasattr(record, name)}
        outcome = vars(record)["outcome"]
        self.found.append({"level": record.levelname, "outcome": outcome, **fields})


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
def lines() -> Iterator[list[dict[str, Any]]]:
    handler = Lines()
    logger().addHandler(handler)
    yield handler.found
    logging.getLogger("sixday").removeHandler(handler)


class Counted:
    """The metrics of one test, by name."""

    def __getitem__(self, name: str) -> float:
        metric = Metrics().metric_set.get(name)
        return sum(metric["Value"]) if metric else 0


@pytest.fixture(autouse=True)
def counted() -> Iterator[Counted]:
    """Also where nobody asks: what one test counted must not leave with another's."""
    Metrics().clear_metrics()
    yield Counted()
    Metrics().clear_metrics()
