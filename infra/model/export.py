"""Writes the arrays that the running classifier reads: n-gram weights in 8 bits, the rest in 16."""

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from functions.classification.model import ARRAYS
from infra.model.fit import Fitted, weights_by_view
from infra.model.tuned import tuned
from infra.model.views import Floats

_MOST = 127


def write(fitted: Fitted, alone: Fitted, facts: dict[str, Any], folder: Path = ARRAYS) -> None:
    """One compressed file of arrays, and one of what was measured."""
    folder.mkdir(exist_ok=True)
    views = weights_by_view(fitted, alone, tuned())
    words, words_scale = _narrowed(views["words"])
    characters, characters_scale = _narrowed(views["characters"])
    arrays: dict[str, NDArray[Any]] = {
        "words": words,
        "characters": characters,
        "words_scale": words_scale,
        "characters_scale": characters_scale,
        "words_idf": fitted.scale.idf[0],
        "characters_idf": fitted.scale.idf[1],
        **{name: views[name].astype(np.float16) for name in ("meaning", "alone")},
        **{name: views[name].astype(np.float32) for name in ("signals", "bias", "alone_bias")},
    }
    with (folder / "model.npz").open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)
    text = json.dumps(facts, indent=1, sort_keys=True)
    (folder / "model.json").write_text(text + "\n", "utf-8")


def _narrowed(weights: Floats) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Weights as whole numbers up to 127, and the scale of each column."""
    scale = np.maximum(np.abs(weights).max(0), 1e-9) / _MOST
    return np.round(weights / scale).astype(np.int8), scale.astype(np.float32)
