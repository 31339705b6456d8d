"""The mind: all that `decide` stands on, however deep, is pure, and short enough to be read."""

import re
from pathlib import Path
from statistics import median

from tests.architecture.test_imports import ACTING, ROOT, functions, imported, name, within

ESCALATION = ROOT / "functions" / "escalation"
BEGIN = (
    ESCALATION / "decide.py",
    *(ESCALATION / "incidents" / f"{part}.py" for part in ("decide", "due", "tell", "telling")),
    ESCALATION / "due" / "unheard.py",
)
ASKS = re.compile(r"\b(utc_now|datetime\.now|date\.today)\b|(?<![\w.])open\(")
# What is read beforehand, beside the values that it is handed on as.
READS = {ESCALATION / "known.py"}


def _file(module: str) -> Path | None:
    path = ROOT / Path(*module.split("."))
    found = (path.with_suffix(".py"), path / "__init__.py")
    return next((each for each in found if each.exists()), None)


def _mind() -> set[Path]:
    """Every module of escalation that a decision runs through."""
    seen, left = set[Path](), list(BEGIN)
    while left:
        path = left.pop()
        if path in seen or path in READS:
            continue
        seen.add(path)
        found = (_file(module) for module in imported(path) if within(module, {"functions"}))
        left += [each for each in found if each is not None]
    return seen


def test_nothing_that_a_decision_runs_through_acts_or_asks_for_the_time() -> None:
    mind = _mind()
    assert len(mind) > 50
    for path in mind:
        assert not [m for m in imported(path) if within(m, ACTING)], name(path)
        assert not ASKS.search(path.read_text("utf-8")), name(path)


def test_its_median_function_is_under_ten_lines() -> None:
    found = [f for path in _mind() for f in functions(path)]
    lengths = [int(f.end_lineno or 0) - f.lineno + 1 for f in found]
    assert len(lengths) > 300
    assert median(lengths) < 10
