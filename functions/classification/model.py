"""The trained arrays, and what they say of a text: for each label, how likely each value is.

`make model` writes the arrays (`infra/model/train.py`); they are read once a process. A label's
score is the sum of what three views say: hashed n-grams, meaning and the rules' signals. In a
language without a lexicon only the meaning speaks, by weights of its own.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from math import log
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from functions.classification.heads import COLUMNS, HEADS, IS_OF_THE_CAUSE, Head, Value
from functions.classification.ngrams import Grams

ARRAYS = Path(__file__).parent / "arrays"

type Floats = NDArray[np.float32]
type Chances = dict[str, dict[Value, float]]


class Model(NamedTuple):
    """Weights by view (rows: features; columns: values of labels), and what was measured."""

    words: NDArray[np.int8]
    characters: NDArray[np.int8]
    words_scale: Floats
    characters_scale: Floats
    words_idf: NDArray[np.float16]
    characters_idf: NDArray[np.float16]
    meaning: Floats
    signals: Floats
    bias: Floats
    alone: Floats
    alone_bias: Floats
    facts: Mapping[str, Any]


@cache
def load(folder: Path = ARRAYS) -> Model:
    """Read the arrays."""
    facts = json.loads((folder / "model.json").read_text("utf-8"))
    with np.load(folder / "model.npz") as arrays:
        names = (name for name in Model._fields if name != "facts")
        read = {name: arrays[name] for name in names}
    narrow = ("meaning", "alone")
    return Model(**read | {name: read[name].astype(np.float32) for name in narrow}, facts=facts)


def scores(model: Model, grams: Grams, meaning: Floats, signals: Iterable[float]) -> Floats:
    """Each column's score, from all three views."""
    seen = np.fromiter(signals, np.float32)
    total: Floats = model.bias + meaning @ model.meaning + seen @ model.signals
    return total + said_by_words(model, grams) + said_by_characters(model, grams)


def scores_alone(model: Model, meaning: Floats) -> Floats:
    """Each column's score, from the meaning only."""
    total: Floats = model.alone_bias + meaning @ model.alone
    return total


def mixed(written: Floats, calm: Floats) -> Floats:
    """Scores (rows or one) of a text as written, but of the cause as read without anger."""
    columns: Floats = np.where(IS_OF_THE_CAUSE, calm, written)
    return columns


def said_by_words(model: Model, grams: Grams) -> Floats:
    """What the word n-grams add to each column."""
    buckets, values = weighed(grams.words, model.words_idf)
    added: Floats = (values @ model.words[buckets].astype(np.float32)) * model.words_scale
    return added


def said_by_characters(model: Model, grams: Grams) -> Floats:
    """What the character n-grams add to each column."""
    buckets, values = weighed(grams.characters, model.characters_idf)
    added: Floats = (values @ model.characters[buckets].astype(np.float32)) * model.characters_scale
    return added


def weighed(
    counted: Mapping[int, list[tuple[int, ...]]], idf: NDArray[np.float16]
) -> tuple[NDArray[np.int64], Floats]:
    """The buckets and their tf-idf weights, of length 1 together."""
    buckets = np.fromiter(counted, np.int64, len(counted))
    often = np.asarray([1 + log(len(places)) for places in counted.values()], np.float32)
    values = often * idf[buckets].astype(np.float32)
    length = float(np.sqrt((values**2).sum()))
    return buckets, values / length if length else values


def chances_of(sharpness: Mapping[str, float], columns: Floats) -> Chances:
    """By label, how likely each of its values is; `sharpness` by label, as training measured it."""
    if columns.shape != (COLUMNS,):
        raise ValueError(f"{columns.shape} columns, {COLUMNS} wanted")
    return {head.label: _chances(head, columns, sharpness[head.label]) for head in HEADS}


def _chances(head: Head, columns: Floats, sharpness: float) -> dict[Value, float]:
    scaled = columns[head.start : head.end] * sharpness
    if head.is_flag:
        yes = float(1 / (1 + np.exp(-np.clip(scaled[0], -30, 30))))
        return {False: 1 - yes, True: yes}
    raised = np.exp(scaled - scaled.max())
    return dict(zip(head.values, map(float, raised / raised.sum()), strict=True))
