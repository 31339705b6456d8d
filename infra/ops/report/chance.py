"""Whether one group waited longer than everybody else, beyond chance. Pure.

The log-rank test, stratified: at every moment at which somebody got what they waited for, those
still waiting were equally likely to be the one; what a group got is set against its share of such
moments. Like is compared with like: only cases of one stratum meet. What is simply so or not (a
fix was verified) is the case of a single moment, which is Mantel and Haenszel's test.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import erfc, exp, sqrt
from typing import NamedTuple

from infra.ops.report.waits import Wait

_SURE = 1.96  # standard errors: 95 of 100 such intervals hold the truth

type Stratum = tuple[str, ...]


class Waited(NamedTuple):
    """One case in a comparison."""

    stratum: Stratum
    group: str
    wait: Wait


@dataclass(frozen=True, slots=True)
class Contrast:
    """A group against all others. `pace` is 1 where they got it equally fast, below it slower.

    `information` is the variance of what chance would have it: the less, the less can be told.
    """

    pace: float
    low: float
    high: float
    p: float
    information: float


@dataclass(slots=True)
class _Tally:
    """What a group got, and what it would have got if it were as the others."""

    got: float = 0.0
    expected: float = 0.0
    variance: float = 0.0


@dataclass(slots=True)
class _AtRisk:
    """Who is still waiting, by group."""

    of: Counter[str] = field(default_factory=Counter)
    all: int = 0


def contrasts(waited: Iterable[Waited]) -> dict[str, Contrast]:
    """Each group against all others; without those of which nothing can be compared."""
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    for cases in _by_stratum(waited).values():
        _count(cases, tallies)
    return {group: _contrast(tally) for group, tally in tallies.items() if tally.variance > 0}


def holm(ps: Sequence[float]) -> list[float]:
    """The same probabilities, honest about how many comparisons were made (Holm's step-down)."""
    order = sorted(range(len(ps)), key=lambda i: ps[i])
    adjusted, worst = [0.0] * len(ps), 0.0
    for rank, i in enumerate(order):
        worst = max(worst, min(1.0, ps[i] * (len(ps) - rank)))
        adjusted[i] = worst
    return adjusted


def _by_stratum(waited: Iterable[Waited]) -> dict[Stratum, list[Waited]]:
    found: dict[Stratum, list[Waited]] = defaultdict(list)
    for case in waited:
        found[case.stratum].append(case)
    return found


def _count(cases: list[Waited], tallies: Mapping[str, _Tally]) -> None:
    """From the longest wait to the shortest: whoever waited so long was waiting before, too."""
    waiting = _AtRisk()
    cases.sort(key=_seconds, reverse=True)
    for _, at_once in groupby(cases, key=_seconds):
        got: Counter[str] = Counter()
        for case in at_once:
            waiting.of[case.group] += 1
            waiting.all += 1
            if case.wait.has_come:
                got[case.group] += 1
        _moment(got, waiting, tallies)


def _seconds(case: Waited) -> float:
    return case.wait.seconds


def _moment(got: Counter[str], waiting: _AtRisk, tallies: Mapping[str, _Tally]) -> None:
    came, total = got.total(), waiting.all
    if not came or total < 2:
        return
    spread = came * (total - came) / (total - 1)
    for group, count in waiting.of.items():
        share, tally = count / total, tallies[group]
        tally.got += got[group]
        tally.expected += came * share
        tally.variance += spread * share * (1 - share)


def _contrast(tally: _Tally) -> Contrast:
    more, variance = tally.got - tally.expected, tally.variance
    slack = _SURE / sqrt(variance)
    return Contrast(
        pace=exp(more / variance),
        low=exp(more / variance - slack),
        high=exp(more / variance + slack),
        p=erfc(abs(more) / sqrt(2 * variance)),
        information=variance,
    )
