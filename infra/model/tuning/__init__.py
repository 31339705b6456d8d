"""Tunes the sentence encoder on the posts: `make encoder`. What it writes, `make model` reads.

Two environments share these modules: only `prepare` and `tokens` may import the classifier's code.
"""

from pathlib import Path
from typing import Any

from numpy.typing import NDArray

_ROOT = Path(__file__).parents[3]
PREPARED = _ROOT / "build" / "model" / "to_tune.npz"
BELOW = _ROOT / "build" / "model" / "below.pt"
TUNED = _ROOT / "build" / "model" / "tuned"
CHANGES = _ROOT / "functions" / "classification" / "arrays" / "encoder.npz"
LEFT_OUT = Path(__file__).parent / "left_out.npz"
FOLDS = 3

Array = NDArray[Any]
Tensors = dict[str, Array]  # of the engine's file, by name: bytes
