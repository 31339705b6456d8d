"""Which words of a text spoke most for what the model decided."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from functions.classification.heads import Head, Value
from functions.classification.model import Floats, Model, weighed
from functions.classification.ngrams import Grams

_MOST = 3  # words a label: more would be the text again
_NEAR = 0.5  # of the weightiest word's weight
_LETTERS = 3  # "i", "på" and "no" say something to a model, and nothing to who reads why

type Span = tuple[int, int]


def weightiest(model: Model, grams: Grams, head: Head, value: Value) -> list[Span]:
    """Where in the folded text the words stand that spoke most for a value; the first most."""
    column = head.start if head.is_flag else head.start + head.values.index(value)
    weights = _by_token(grams.words, model.words, model.words_idf, column, grams)
    weights *= float(model.words_scale[column])
    letters = _by_token(grams.characters, model.characters, model.characters_idf, column, grams)
    return _spans(grams, weights + letters * float(model.characters_scale[column]))


def _by_token(
    counted: Mapping[int, list[tuple[int, ...]]],
    learnt: NDArray[np.int8],
    idf: NDArray[np.float16],
    column: int,
    grams: Grams,
) -> Floats:
    """Each n-gram's say, shared among the tokens that it stands in."""
    buckets, values = weighed(counted, idf)
    says = values * learnt[buckets, column]
    added = np.zeros(len(grams.tokens), np.float32)
    for say, places in zip(says, counted.values(), strict=True):
        for tokens in places:
            for token in tokens:
                added[token] += say / (len(places) * len(tokens))
    return added


def _spans(grams: Grams, weights: Floats) -> list[Span]:
    """The words near the top; short ones, and signs, only where there are no others."""
    worded = [n for n, token in enumerate(grams.tokens) if token.text[0].isalpha()]
    longer = [n for n in worded if len(grams.tokens[n].text) >= _LETTERS]
    ranked = sorted(longer or worded or range(len(grams.tokens)), key=lambda n: -weights[n])
    if not ranked:
        return []
    least = weights[ranked[0]] * _NEAR
    chosen = [n for n in ranked[:_MOST] if weights[n] >= least] or ranked[:1]
    return [(grams.tokens[n].start, grams.tokens[n].end) for n in chosen]
