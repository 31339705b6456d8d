"""Fits the heads: one linear model a label, over the three views side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from functions.classification.heads import HEADS, Head
from infra.model.features import (
    MEANING,
    SIGNALS,
    SURFACE,
    Features,
    Rows,
    Scale,
    features,
    meaning_of,
    scale_of,
)
from infra.model.posts import Example, mood
from infra.model.solve import solve, targets_of
from infra.model.views import Floats, Views

# Measured on posts of industries that training didn't see.
INVERSE_STRENGTH = 0.003
ALONE_INVERSE_STRENGTH = 0.002

_SENTIMENT = next(n for n, head in enumerate(HEADS) if head.label == "sentiment")


@dataclass(frozen=True, slots=True)
class Fitted:
    """All heads, over all views or over the meaning only. Columns as in `heads.HEADS`."""

    scale: Scale
    weights: Floats
    bias: Floats


def fit(views: Views, posts: Sequence[Example], rows: Rows) -> Fitted:
    """Learn from the given rows, over all views."""
    scale = scale_of(views, posts, rows)
    return Fitted(scale, *_learnt(features(scale, views), posts, rows, INVERSE_STRENGTH))


def fit_alone(views: Views, posts: Sequence[Example], rows: Rows) -> Fitted:
    """Learn from the given rows, over the meaning only."""
    scale = scale_of(views, posts, rows)
    meaning = Features(None, meaning_of(scale, views))
    return Fitted(scale, *_learnt(meaning, posts, rows, ALONE_INVERSE_STRENGTH))


def columns(fitted: Fitted, views: Views) -> Floats:
    """Every text's scores, by all views."""
    return features(fitted.scale, views).times(fitted.weights) + fitted.bias


def columns_alone(fitted: Fitted, views: Views) -> Floats:
    """Every text's scores, by meaning only."""
    return np.asarray(meaning_of(fitted.scale, views) @ fitted.weights + fitted.bias)


def _learnt(
    texts: Features, posts: Sequence[Example], rows: Rows, strength: float
) -> tuple[Floats, Floats]:
    """Posts teach all heads; what public sets say of sentiment is added in a second go."""
    targets = targets_of([posts[row] for row in rows], target)
    is_whole = (np.delete(targets, _SENTIMENT, axis=1) >= 0).any(1)
    learnt = solve(texts.of(rows[is_whole]), targets[is_whole], strength)
    if is_whole.all():
        return learnt.by_feature, learnt.bias
    head, only = HEADS[_SENTIMENT], targets[:, [_SENTIMENT]]
    felt = solve(texts.of(rows), only, strength, [head])
    learnt.by_feature[:, head.start : head.end] = felt.by_feature
    learnt.bias[head.start : head.end] = felt.bias
    return learnt.by_feature, learnt.bias


def target(head: Head, post: Example) -> int | None:
    """The index of a post's value among the head's, or None where its labeller said nothing."""
    value = post.labels.get(head.label)
    if value is None:
        return None
    if head.label == "sentiment":
        value = mood(value)
    return head.values.index(value)


def weights_by_view(fitted: Fitted, alone: Fitted) -> Mapping[str, Floats]:
    """The weights cut into views, with every scale folded in: for raw vectors and signals."""
    buckets = len(fitted.scale.idf[0])
    size = len(fitted.scale.mean)
    words, characters = fitted.weights[:buckets], fitted.weights[buckets : 2 * buckets]
    meaning = fitted.weights[2 * buckets : 2 * buckets + size]
    signals = fitted.weights[2 * buckets + size :]
    scale = fitted.scale
    per_meaning = meaning * (MEANING / scale.spread)[:, None]
    per_signal = signals * (SIGNALS / scale.signal_spread)[:, None]
    per_alone = alone.weights * (MEANING / alone.scale.spread)[:, None]
    return {
        "words": words * SURFACE,
        "characters": characters * SURFACE,
        "meaning": per_meaning,
        "signals": per_signal,
        "bias": fitted.bias - scale.mean @ per_meaning - scale.signal_mean @ per_signal,
        "alone": per_alone,
        "alone_bias": alone.bias - alone.scale.mean @ per_alone,
    }
