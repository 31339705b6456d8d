"""What may honestly be said of a difference between a group and all others. Pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from infra.ops.report.chance import Contrast, Waited, contrasts, holm
from infra.ops.report.dimensions import Dimension
from infra.ops.report.row import Row
from infra.ops.report.waits import Wait

type Measure = Literal["answer", "end", "fix"]
type Word = Literal["slower", "faster", "alike", "unseen", "too few"]

CHANCE = 0.05  # that anything on the whole page is called unequal where nothing is
MATTERS = 1.25  # a pace within this factor of the others' makes no difference to anybody
LEAST_CASES = 20
LEAST_INFORMATION = 5.0  # below it the normal approximation is off, and nothing could be seen


@dataclass(frozen=True, slots=True)
class Verdict:
    """Of one group and measure. `pace` against all others, with its 95 % interval; `p` is Holm's.

    slower, faster: more than chance would have it · alike: no difference that matters ·
    unseen: none seen, but one may be hidden · too few: nothing can be said.
    """

    dimension: str
    group: str
    measure: Measure
    word: Word
    pace: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None


@dataclass(frozen=True, slots=True)
class _Candidate:
    dimension: str
    group: str
    measure: Measure
    contrast: Contrast


def _fix(row: Row) -> Wait | None:
    """Whether a grievance that ended was verified as fixed: so, or not so."""
    is_over = row.kind == "complaint" and row.how != "open"
    return Wait(1.0, row.how == "verified") if is_over else None


MEASURES: dict[Measure, Callable[[Row], Wait | None]] = {
    "answer": lambda row: row.answer,
    "end": lambda row: row.end,
    "fix": _fix,
}


def verdicts(rows: Sequence[Row], dimensions: Iterable[Dimension]) -> list[Verdict]:
    """All groups of all dimensions, in every measure, judged together."""
    candidates, few = list[_Candidate](), list[Verdict]()
    for dimension in dimensions:
        for measure in MEASURES:
            enough, rest = _compared(rows, dimension, measure)
            candidates += enough
            few += rest
    ps = holm([candidate.contrast.p for candidate in candidates])
    return [_judged(c, p) for c, p in zip(candidates, ps, strict=True)] + few


def _compared(
    rows: Sequence[Row], dimension: Dimension, measure: Measure
) -> tuple[list[_Candidate], list[Verdict]]:
    waited = list(_waited(rows, dimension, measure))
    found = contrasts(waited)
    sizes: dict[str, int] = {dimension.of(row): 0 for row in rows}
    for one in waited:
        sizes[one.group] += 1
    enough = {
        group
        for group, contrast in found.items()
        if sizes[group] >= LEAST_CASES and contrast.information >= LEAST_INFORMATION
    }
    name = dimension.name
    candidates = [_Candidate(name, group, measure, found[group]) for group in sorted(enough)]
    return candidates, [
        Verdict(name, group, measure, "too few") for group in sorted(sizes.keys() - enough)
    ]


def _waited(rows: Sequence[Row], dimension: Dimension, measure: Measure) -> Iterable[Waited]:
    wait_of = MEASURES[measure]
    for row in rows:
        wait = wait_of(row)
        if wait is not None:
            yield Waited(dimension.like(row), dimension.of(row), wait)


def _judged(candidate: _Candidate, p: float) -> Verdict:
    it = candidate.contrast
    return Verdict(
        candidate.dimension, candidate.group, candidate.measure, _word(it, p),
        pace=it.pace, low=it.low, high=it.high, p=p,
    )  # fmt: skip


def _word(contrast: Contrast, p: float) -> Word:
    if contrast.low > 1 / MATTERS and contrast.high < MATTERS:
        return "alike"
    if p >= CHANCE:
        return "unseen"
    return "slower" if contrast.pace < 1 else "faster"
