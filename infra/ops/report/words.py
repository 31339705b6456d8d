"""How figures and findings are said. Pure."""

from dataclasses import dataclass
from typing import Literal

from infra.ops.report.report import Comparison, Group
from infra.ops.report.verdict import Measure, Verdict, Word
from infra.ops.show import span

type Sign = Literal["equal", "none", "differs", "unclear", "meant"]

NOTHING = "–"
MEASURE_TITLES: dict[Measure, str] = {
    "answer": "first answer",
    "end": "end of the case",
    "fix": "verified fix",
}
_SIGNS: dict[Sign, str] = {"equal": "✓", "none": "○", "differs": "▲", "unclear": "?", "meant": "·"}
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
    lines = tuple(said(g, v) for g, v in _of(comparison, "slower", "faster"))
    if not comparison.must_be_equal:
        return Finding("meant", comparison.note, lines)
    if lines:
        return Finding("differs", "Differs, by more than chance.", lines)
    if not _of(comparison, "alike", "unseen"):
        return Finding("unclear", "Too few cases to say.")
    if not _of(comparison, "alike"):
        return Finding("unclear", "No difference seen, but too few cases to rule one out.")
    open_ones = _not_ruled_out(comparison)
    if not open_ones:
        return Finding("equal", "No difference that matters.")
    return Finding("none", f"No difference beyond chance; too few to rule one out: {open_ones}.")


def _not_ruled_out(comparison: Comparison) -> str:
    """`first answer of fi, pt; verified fix of any`: where a difference may be hidden."""
    whole = {group.name for group in comparison.groups if group.figures is not None}
    hidden = _of(comparison, "unseen", "too few")
    parts = []
    for measure, title in MEASURE_TITLES.items():
        names = [g.name for g, v in hidden if v.measure == measure and g.name in whole]
        if names:
            parts.append(f"{title} of {'any' if whole <= set(names) else ', '.join(names)}")
    return "; ".join(parts)


def _of(comparison: Comparison, *words: Word) -> list[tuple[Group, Verdict]]:
    return [
        (group, verdict)
        for group in comparison.groups
        for verdict in group.verdicts.values()
        if verdict.word in words
    ]


def said(group: Group, verdict: Verdict) -> str:
    """A difference in words."""
    what = _DIFFERS[verdict.measure, verdict.word]
    return f"{group.name}: {what} (pace {pace(verdict)})"


def pace(verdict: Verdict | None) -> str:
    """`0.62 (0.50–0.76)`, or that there is too little to tell."""
    if verdict is None or verdict.pace is None or verdict.low is None or verdict.high is None:
        return "too few"
    return f"{verdict.pace:.2f} ({verdict.low:.2f}–{verdict.high:.2f})"
