"""Fits the heads: one linear model a label, over the three views side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from functions.classification.heads import COLUMNS, HEADS, Head, head_of
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
from infra.model.tuned import Tuned
from infra.model.views import Floats, Views

# Measured on posts of industries that training didn't see.
INVERSE_STRENGTH = 0.003
ALONE_INVERSE_STRENGTH = 0.002
# Of an encoder's own word, measured on held-out posts.
TRUST, _TRUSTED = 0.5, ("kind", "sentiment")

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
    learnt = _learnt(features(scale, views), posts, rows, INVERSE_STRENGTH)
    return _trusting(Fitted(scale, *learnt))


def fit_alone(views: Views, posts: Sequence[Example], rows: Rows) -> Fitted:
    """Learn from the given rows, over the meaning only."""
    scale = scale_of(views, posts, rows)
    meaning = Features(None, meaning_of(scale, views))
    return Fitted(scale, *_learnt(meaning, posts, rows, ALONE_INVERSE_STRENGTH))


def _trusting(fitted: Fitted) -> Fitted:
    """With a share of what the encoder says by itself added, of the labels that it knows best.

    What is learnt here is learnt from encoders that saw two thirds of the posts: the shipped one
    saw them all, and deserves more.
    """
    scale, weights, bias = fitted.scale, fitted.weights.copy(), fitted.bias.copy()
    first = 2 * len(scale.idf[0])
    for column in (n for label in _TRUSTED for n in range(*head_of(label)[2:])):
        weights[first + column, column] += TRUST * scale.spread[column] / MEANING[column]
        bias[column] += TRUST * scale.mean[column]
    return Fitted(scale, weights, bias)


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


def weights_by_view(fitted: Fitted, alone: Fitted, said: Tuned) -> Mapping[str, Floats]:
    """The weights cut into views, with every scale folded in: for raw vectors and signals.

    What is learnt of the tuned encoder's columns (`said`) becomes weights of its vector.
    """
    buckets = len(fitted.scale.idf[0])
    size = len(fitted.scale.mean)
    words, characters = fitted.weights[:buckets], fitted.weights[buckets : 2 * buckets]
    meaning = fitted.weights[2 * buckets : 2 * buckets + size]
    signals = fitted.weights[2 * buckets + size :]
    scale = fitted.scale
    per_meaning = meaning * (MEANING / scale.spread)[:, None]
    per_signal = signals * (SIGNALS / scale.signal_spread)[:, None]
    per_alone = alone.weights * (MEANING / alone.scale.spread)[:, None]
    always, always_alone = said.bias @ per_meaning[:COLUMNS], said.bias @ per_alone[:COLUMNS]
    return {
        "words": words * SURFACE,
        "characters": characters * SURFACE,
        "meaning": _of_vectors(per_meaning, said),
        "signals": per_signal,
        "bias": fitted.bias + always - scale.mean @ per_meaning - scale.signal_mean @ per_signal,
        "alone": _of_vectors(per_alone, said),
        "alone_bias": alone.bias + always_alone - alone.scale.mean @ per_alone,
    }


def _of_vectors(weights: Floats, said: Tuned) -> Floats:
    return np.vstack([said.weights @ weights[:COLUMNS], weights[COLUMNS:]])
