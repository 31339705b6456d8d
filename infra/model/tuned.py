"""What the tuned encoder's own heads say of texts: what the last model learns from, as from words.

Of a text that the encoder was tuned by, it is sure as of no new one. So of these it is said what an
encoder says that was tuned without the text's industry: `infra/model/tuning` wrote it down.
"""

from functools import cache
from hashlib import sha256
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from infra.model.tuning import CHANGES, LEFT_OUT

type Floats = NDArray[Any]


class Tuned(NamedTuple):
    """Columns as in `heads.HEADS`: of texts by key, left out; and of vectors by weights."""

    left_out: dict[str, Floats]
    left_out_language: dict[str, Floats]
    weights: Floats
    bias: Floats
    encoder: str  # which layers these are of

    def columns(self, vector: Floats) -> Floats:
        """Of one text's vector (384)."""
        return np.asarray(vector @ self.weights + self.bias, np.float32)


def digest() -> str:
    """Tells one tuned encoder from another."""
    return sha256(CHANGES.read_bytes()).hexdigest()


@cache
def tuned() -> Tuned:
    """Read what tuning wrote."""
    with np.load(LEFT_OUT) as kept:
        keys = kept["key"].tolist()
        return Tuned(
            dict(zip(keys, kept["fold"].astype(np.float32), strict=True)),
            dict(zip(keys, kept["language"].astype(np.float32), strict=True)),
            kept["weights"],
            kept["bias"],
            digest(),
        )
