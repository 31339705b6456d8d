"""A text's three views as features of about the same weight."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import diags, hstack

from functions.classification.embeddings import E5_SIZE, USE_SIZE
from functions.classification.heads import COLUMNS
from infra.model.posts import Example
from infra.model.views import Floats, Views

# Measured on posts of industries that training didn't see: flat around these. Universal Sentence
# Encoder knows no Norwegian, and says of the others what E5 says too: half the weight does better.
SURFACE, SIGNALS = 25.0, 1.5
MEANING = np.repeat([1.5, 0.5], [COLUMNS, USE_SIZE]).astype(np.float32)
VECTORS = np.repeat([1.0, 0.5], [E5_SIZE, USE_SIZE]).astype(np.float32)
_FEWEST_TEXTS = 2  # an n-gram of one text teaches that text

type Rows = NDArray[np.int64]
type Idf = tuple[NDArray[np.float16], NDArray[np.float16]]


@dataclass(frozen=True, slots=True)
class Scale:
    """What turns counts, vectors and signals into features of about the same weight."""

    idf: Idf
    mean: Floats
    spread: Floats
    signal_mean: Floats
    signal_spread: Floats


class Features(NamedTuple):
    """Texts by features: n-grams sparse, the rest dense; None where a view isn't asked."""

    surface: Any
    dense: Floats

    def of(self, rows: NDArray[Any]) -> "Features":
        """Some texts only."""
        return Features(None if self.surface is None else self.surface[rows], self.dense[rows])

    @property
    def width(self) -> int:
        """How many features there are."""
        return int(self.dense.shape[1] + (0 if self.surface is None else self.surface.shape[1]))

    def gram(self) -> Floats:
        """How alike each two texts are: the sum over all features."""
        alike = np.asarray(self.dense @ self.dense.T, np.float64)
        if self.surface is not None:
            alike += (self.surface @ self.surface.T).toarray()
        return alike

    def times(self, weights: Floats) -> Floats:
        """Each text's scores under weights by feature, the surface's first."""
        if self.surface is None:
            return np.asarray(self.dense @ weights)
        width = self.surface.shape[1]
        return np.asarray(self.surface @ weights[:width] + self.dense @ weights[width:])

    def weights(self, by_text: Floats) -> Floats:
        """What each feature adds up to over the texts."""
        dense: Floats = self.dense.T @ by_text
        return dense if self.surface is None else np.vstack([self.surface.T @ by_text, dense])


def features(scale: Scale, views: Views) -> Features:
    """All three views."""
    surface = [
        _tf_idf(counts, idf) * SURFACE
        for counts, idf in zip((views.words, views.characters), scale.idf, strict=True)
    ]
    signals = (views.signals - scale.signal_mean) / scale.signal_spread * SIGNALS
    dense = np.hstack([meaning_of(scale, views), signals]).astype(np.float32)
    return Features(hstack(surface).tocsr().astype(np.float32), dense)


def scale_of(views: Views, posts: Sequence[Example], rows: Rows) -> Scale:
    """Measured on posts only: what a public set adds to one label is no measure of a post."""
    seen = views[np.asarray([row for row in rows if "kind" in posts[row].labels])]
    return Scale(
        (_idf(seen.words), _idf(seen.characters)),
        seen.meaning.mean(0),
        seen.meaning.std(0) + 1e-6,
        seen.signals.mean(0),
        seen.signals.std(0) + 0.2,
    )


def meaning_of(scale: Scale, views: Views) -> Floats:
    """What the encoders say, each dimension as wide as the others: in columns, or as vectors."""
    weight = MEANING if len(scale.mean) == len(MEANING) else VECTORS
    scaled: Floats = (views.meaning - scale.mean) / scale.spread * weight
    return scaled


def _idf(counts: Any) -> NDArray[Any]:  # noqa: ANN401 - scipy is untyped
    texts = np.asarray((counts > 0).sum(0)).ravel()
    idf = np.log((1 + counts.shape[0]) / (1 + texts)) + 1
    idf[texts < _FEWEST_TEXTS] = 0
    narrow: NDArray[Any] = idf.astype(np.float16)
    return narrow


def _tf_idf(counts: Any, idf: NDArray[np.float16]) -> Any:  # noqa: ANN401 - scipy is untyped
    often = counts.copy()
    often.data = 1 + np.log(often.data)
    weighed = often.multiply(idf.astype(np.float32)).tocsr()
    lengths = np.sqrt(np.asarray(weighed.multiply(weighed).sum(1)).ravel())
    return diags(1 / np.where(lengths > 0, lengths, 1)) @ weighed
