"""Whether one group waited longer than everybody else, beyond chance. Pure.

The log-rank test, stratified: at every moment at which somebody got what they waited for, those
still waiting were equally likely to be the one; what a group got is set against its share of such
moments. Like is compared with like: only cases of one stratum meet. What is simply so or not (a
fix was verified) is the case of a single moment, which is Mantel and Haenszel's test.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import erfc, exp, sqrt
from typing import NamedTuple

from infra.ops.report.waits import Wait

_SURE = 1.96  # standard errors: 95 of 100 such intervals hold the truth

_ROUNDING = 1e-9  # what is left of a variance that is nothing

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
class _Passed:
    """What chance would have brought by now to one who still waits, and how much that varies.

    A group's expectation is the sum over its cases, each until it waits no more (Nelson and Aalen);
    its variance, which wants the square of how many of it wait, is summed in the same pass.
    """

    chance: float = 0.0
    linear: float = 0.0
    square: float = 0.0

    def moment(self, came: int, waiting: int) -> None:
        """`came` of those `waiting` got it at once."""
        self.chance += came / waiting
        if waiting > 1:
            spread = came * (waiting - came) / (waiting - 1)
            self.linear += spread / waiting
            self.square += spread / waiting**2


def contrasts(waited: Iterable[Waited]) -> dict[str, Contrast]:
    """Each group against all others; without those of which nothing can be compared."""
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    for _, cases in sorted(_by_stratum(waited).items()):  # sums are equal only in one order
        _count(cases, tallies)
    return {
        group: _contrast(tally) for group, tally in tallies.items() if tally.variance > _ROUNDING
    }


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
    """From the shortest wait to the longest: everybody waits until it is their turn to leave."""
    waiting, of_group, passed = len(cases), Counter(case.group for case in cases), _Passed()
    cases.sort(key=_seconds)
    for _, at_once in groupby(cases, key=_seconds):
        leaving = list(at_once)
        passed.moment(sum(case.wait.has_come for case in leaving), waiting)
        for case in leaving:
            _leave(case, of_group[case.group], passed, tallies[case.group])
            of_group[case.group] -= 1
        waiting -= len(leaving)


def _leave(case: Waited, of_group: int, passed: _Passed, tally: _Tally) -> None:
    """One of a group of which `of_group` still wait: their square shrinks by twice that less 1."""
    tally.got += case.wait.has_come
    tally.expected += passed.chance
    tally.variance += passed.linear - (2 * of_group - 1) * passed.square


def _seconds(case: Waited) -> float:
    return case.wait.seconds


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
