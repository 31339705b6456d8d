"""Solves heads together: logistic regression with a ridge, each value weighing the same.

All heads at once are solved among the texts: the Gram matrix's Cholesky factor is as good as the
features themselves (the weights are a sum over texts), and with tens of thousands of n-grams much
smaller. One head alone, or a few hundred features, are solved as they are: that is quicker.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cholesky, solve_triangular
from scipy.optimize import minimize

from functions.classification.heads import HEADS, Head
from infra.model.features import Features

_PASSES = 80
_JITTER = 1e-4  # of the mean diagonal: two equal texts are no reason to fail

type Floats = NDArray[Any]
type Targets = NDArray[np.int64]  # texts by heads; -1 where nothing was said


@dataclass(frozen=True, slots=True)
class Weights:
    """Features by columns, and a bias a column."""

    by_feature: Floats
    bias: Floats


def solve(
    texts: Features, targets: Targets, strength: float, heads: Sequence[Head] = HEADS
) -> Weights:
    """Learn heads that stand side by side, each from the texts (rows) that say something of it."""
    if texts.surface is None or len(heads) == 1:
        return _fitted(texts, targets, strength, heads)
    gram = texts.gram()
    gram += np.eye(len(gram)) * _JITTER * gram.diagonal().mean()
    lower = cholesky(gram, lower=True, overwrite_a=True, check_finite=False)
    found = _fitted(Features(None, lower.astype(np.float32)), targets, strength, heads)
    among = solve_triangular(lower, found.by_feature, trans="T", lower=True, check_finite=False)
    return Weights(texts.weights(among), found.bias)


def _fitted(texts: Features, targets: Targets, strength: float, heads: Sequence[Head]) -> Weights:
    share = _shares(targets, heads)
    shape = (texts.width + 1, heads[-1].end - heads[0].start)

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(shape)
        scores = texts.times(weights[1:].astype(np.float32)) + weights[0]
        total, slopes = _losses(scores.astype(np.float64), targets, share * strength, heads)
        gradient = np.vstack([slopes.sum(0), texts.weights(slopes.astype(np.float32))])
        gradient[1:] += weights[1:]
        return total + 0.5 * float((weights[1:] ** 2).sum()), gradient.ravel()

    start = np.zeros(shape).ravel()
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _PASSES})
    weights = found.x.reshape(shape)
    return Weights(weights[1:], weights[0])


def _shares(targets: Targets, heads: Sequence[Head]) -> Floats:
    """What each text weighs for each head, so that rare values count as much as common ones."""
    shares = np.zeros(targets.shape)
    for n, head in enumerate(heads):
        said = targets[:, n] >= 0
        counts = np.bincount(targets[said, n], minlength=len(head.values))
        known = max(1, int((counts > 0).sum()))
        each = said.sum() / (known * np.maximum(counts, 1))
        shares[said, n] = each[targets[said, n]]
    return shares


def _losses(
    scores: Floats, targets: Targets, weights: Floats, heads: Sequence[Head]
) -> tuple[float, Floats]:
    """The weighted loss of all heads, and its slope by column."""
    total, slopes = 0.0, np.zeros_like(scores)
    for n, head in enumerate(heads):
        rows = np.flatnonzero(targets[:, n] >= 0)
        if len(rows):
            mine = slice(head.start - heads[0].start, head.end - heads[0].start)
            loss, slope = _loss(head, scores[rows, mine], targets[rows, n])
            total += float((weights[rows, n] * loss).sum())
            slopes[rows, mine] = slope * weights[rows, n][:, None]
    return total, slopes


def _loss(head: Head, scores: Floats, values: Targets) -> tuple[Floats, Floats]:
    both = np.hstack([np.zeros_like(scores), scores]) if head.is_flag else scores
    logs = both - np.logaddexp.reduce(both, axis=1, keepdims=True)
    slopes = np.exp(logs)
    slopes[np.arange(len(values)), values] -= 1
    return -logs[np.arange(len(values)), values], slopes[:, 1:] if head.is_flag else slopes


def targets_of(posts: Sequence[Any], target: Any) -> Targets:  # noqa: ANN401 - a function
    """What each post says of each head."""
    said = [[target(head, post) for head in HEADS] for post in posts]
    return np.asarray([[-1 if v is None else v for v in row] for row in said], np.int64)
