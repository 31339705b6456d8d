"""Texts that training didn't see tell how sure to be, and how much is enough."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics import f1_score

from functions.classification.heads import HEADS, Head
from infra.model.fit import target
from infra.model.posts import Example
from infra.model.views import Floats

_SHARPNESS = np.geomspace(0.3, 4.0, 40)
_KNOTS = 12
_FEWEST_A_KNOT = 25
_SUREST, _LEAST_SURE = 0.99, 0.02

type Knots = dict[str, list[float]]


def sharpness(columns: Floats, posts: Sequence[Example]) -> dict[str, float]:
    """By label, the factor under which its chances fit best what was right (temperature)."""
    return {head.label: _sharpest(head, columns, posts) for head in HEADS}


def _sharpest(head: Head, columns: Floats, posts: Sequence[Example]) -> float:
    rows, values = labelled(head, posts)
    scores = columns[rows, head.start : head.end]
    losses = [_loss(head, scores * factor, values) for factor in _SHARPNESS]
    return float(round(_SHARPNESS[int(np.argmin(losses))], 3))


def labelled(head: Head, posts: Sequence[Example]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The rows that say something of a label, and what."""
    found = [(row, target(head, post)) for row, post in enumerate(posts)]
    pairs = np.asarray([(row, value) for row, value in found if value is not None], np.int64)
    return pairs[:, 0], pairs[:, 1]


def _loss(head: Head, scores: Floats, values: NDArray[np.int64]) -> float:
    """Mean negative log likelihood, each value counting as much as the others."""
    if head.is_flag:
        scores = np.hstack([np.zeros_like(scores), scores])
    logs = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    losses = -logs[np.arange(len(values)), values]
    return float(np.mean([losses[values == value].mean() for value in np.unique(values)]))


def threshold(
    chances: NDArray[Any], is_right: NDArray[Any], *, good: Callable[..., float]
) -> float:
    """The chance from which to say yes that is best by `good(expected, found)`."""
    grid = np.round(np.arange(0.05, 0.96, 0.01), 2)
    # Among equals the middle: a threshold at the edge of a plateau falls off it on new texts.
    found = np.asarray([good(is_right, chances >= least) for least in grid])
    best = grid[found >= found.max() - 1e-9]
    return float(best[len(best) // 2])


def f1(expected: NDArray[Any], found: NDArray[Any]) -> float:
    """Of the value yes."""
    return float(f1_score(expected, found, zero_division=0))


def precise(at_least: float) -> Callable[..., float]:
    """As many as can be told with that precision; where none can, what comes nearest."""

    def good(expected: NDArray[Any], found: NDArray[Any]) -> float:
        told, both = int(np.sum(found)), int(np.sum(expected & found))
        precision = both / told if told else 0.0
        recall = both / max(1, int(np.sum(expected)))
        return recall if precision >= at_least else 0.1 * precision - 1

    return good


def nearest(precision: float, recall: float) -> Callable[..., float]:
    """As near as can be to both at once; more than is wanted of one makes up for nothing."""

    def good(expected: NDArray[Any], found: NDArray[Any]) -> float:
        both = int(np.sum(expected & found))
        lacking = precision - both / max(1, int(np.sum(found)))
        missed = recall - both / max(1, int(np.sum(expected)))
        return -float(np.hypot(max(0.0, lacking), max(0.0, missed)))

    return good


def found_at_least(share: float) -> Callable[..., float]:
    """As precise as can be while that share of all is found: to miss it is the worst."""

    def good(expected: NDArray[Any], found: NDArray[Any]) -> float:
        both = int(np.sum(expected & found))
        recall = both / max(1, int(np.sum(expected)))
        return both / max(1, int(np.sum(found))) if recall >= share else recall - 1

    return good


def knots(scores: Sequence[float], is_right: Sequence[bool]) -> Knots:
    """The share of right labels over their score: rising, as a few points to interpolate."""
    order = np.argsort(scores, kind="stable")
    x, y = np.asarray(scores)[order], np.asarray(is_right, float)[order]
    rising = IsotonicRegression(y_min=_LEAST_SURE, y_max=_SUREST, out_of_bounds="clip").fit(x, y)
    count = max(2, min(_KNOTS, len(x) // _FEWEST_A_KNOT))
    groups = np.array_split(np.arange(len(x)), count)
    points = [float(x[group].mean()) for group in groups]
    shares = [float(rising.predict(x[group]).mean()) for group in groups]
    return {"score": [round(p, 4) for p in points], "right": [round(s, 4) for s in shares]}
