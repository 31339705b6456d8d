"""The report as plain values, for scripts. Pure."""

from dataclasses import asdict
from typing import Any

from infra.ops.report.report import Report
from infra.ops.report.waits import Wait


def as_plain(report: Report) -> dict[str, Any]:
    """All of it; times in seconds, null where it hasn't come (JSON has no infinity)."""
    return asdict(report, dict_factory=_mapping)


def _mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: _seconds(value) if isinstance(value, Wait) else value for name, value in pairs}


def _seconds(wait: Wait) -> float | None:
    return wait.seconds if wait.has_come else None
