"""How figures and findings are said. Pure."""

from dataclasses import dataclass
from typing import Literal

from infra.ops.report.report import Comparison, Group
from infra.ops.report.verdict import Measure, Verdict
from infra.ops.show import span

type Sign = Literal["equal", "differs", "unclear", "meant"]

NOTHING = "–"
MEASURE_TITLES: dict[Measure, str] = {
    "answer": "first answer",
    "end": "end of the case",
    "fix": "verified fix",
}
_SIGNS: dict[Sign, str] = {"equal": "✓", "differs": "▲", "unclear": "?", "meant": "·"}
_DIFFERS: dict[tuple[Measure, str], str] = {
    ("answer", "slower"): "waits longer for the first answer",
    ("answer", "faster"): "is answered sooner",
    ("end", "slower"): "waits longer until the case ends",
    ("end", "faster"): "comes to an end sooner",
    ("fix", "slower"): "sees a fix verified less often",
    ("fix", "faster"): "sees a fix verified more often",
}
METHOD = (
    "Compared are only cases of the same brand, kind and severity. Those who still wait count with "
    "how long they have waited so far. A pace of 0.5 means: of those still waiting at any moment, "
    "half as many of this group got it as of the others. A difference is called one only where, "
    "were there none anywhere, not one such page in twenty would call any (stratified log-rank "
    "test, Holm). Groups under five cases tell only their number; under twenty, or with too little "
    "in them to compare, nothing is said of differences."
)


@dataclass(frozen=True, slots=True)
class Finding:
    """What is said of one dimension; `lines` are the differences, one by one."""

    sign: Sign
    text: str
    lines: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        return _SIGNS[self.sign]


def took(seconds: float | None) -> str:
    """A duration; a dash where too many never got there, or not yet."""
    return NOTHING if seconds is None else span(seconds)


def percent(part: float, whole: float) -> str:
    """A share in whole percent; a dash of nothing."""
    return f"{100 * part / whole:.0f} %" if whole else NOTHING


def days(seconds: float) -> str:
    return f"{seconds / 86_400:.1f} d"


def finding(comparison: Comparison) -> Finding:
    """One sentence about a dimension, no more than its cases bear out."""
    lines = tuple(said(group, v) for group in comparison.groups for v in group.verdicts.values()
                  if v.word in {"slower", "faster"})  # fmt: skip
    if not comparison.must_be_equal:
        return Finding("meant", comparison.note, lines)
    if lines:
        return Finding("differs", "Differs, by more than chance.", lines)
    words = {v.word for group in comparison.groups for v in group.verdicts.values()}
    if words <= {"too few"}:
        return Finding("unclear", "Too few cases to say.")
    if words <= {"alike", "too few"}:
        return Finding("equal", f"No difference that matters{_but_for_few(comparison)}.")
    return Finding("equal", "No difference beyond chance; a small one would not show in so few.")


def said(group: Group, verdict: Verdict) -> str:
    """A difference in words."""
    what = _DIFFERS[verdict.measure, verdict.word]
    return f"{group.name}: {what} (pace {pace(verdict)})"


def pace(verdict: Verdict | None) -> str:
    """`0.62 (0.50–0.76)`, or that there is too little to tell."""
    if verdict is None or verdict.pace is None or verdict.low is None or verdict.high is None:
        return "too few"
    return f"{verdict.pace:.2f} ({verdict.low:.2f}–{verdict.high:.2f})"


def _but_for_few(comparison: Comparison) -> str:
    few = [g.name for g in comparison.groups if _is_too_few(g)]
    return f"; too few to say of {', '.join(few)}" if few else ""


def _is_too_few(group: Group) -> bool:
    found = group.verdicts.get("answer")
    return found is None or found.word == "too few"
