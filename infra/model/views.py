"""A text's three views, exactly as the running classifier makes them, for many texts at once."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from functions.classification.embeddings import MOST_TOKENS, SIZE, embed
from functions.classification.ngrams import BUCKETS
from functions.classification.reader import Read, Readings, read
from infra.model.posts import Example

CACHE = Path(__file__).parents[2] / "build" / "model" / "embeddings.sqlite"

type Floats = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Views:
    """A row a text: counts of hashed n-grams (sparse), embedding, signals of the rules."""

    words: Any
    characters: Any
    meaning: Floats
    signals: Floats

    def __getitem__(self, rows: NDArray[Any]) -> "Views":
        return Views(
            self.words[rows], self.characters[rows], self.meaning[rows], self.signals[rows]
        )


def views_of(posts: Sequence[Example]) -> tuple[Views, Views]:
    """All three views of posts in a language that has a lexicon: as written, and without anger."""
    found = [readings_of(post) for post in posts]
    return _views([one.written for one in found]), _views([one.calm for one in found])


def readings_of(post: Example) -> Readings:
    """A post as the running classifier reads it, once its language is known."""
    return read(post.language, post.text, post.posted_on)


def _views(found: Sequence[Read]) -> Views:
    return Views(
        _counts([one.grams.words for one in found]),
        _counts([one.grams.characters for one in found]),
        meanings([one.plain for one in found]),
        np.asarray([one.signals() for one in found], np.float32),
    )


def _counts(found: Sequence[Any]) -> Any:  # noqa: ANN401 - scipy is untyped
    """A sparse matrix of how often each bucket's n-grams stand in each text."""
    rows = [n for n, buckets in enumerate(found) for _ in buckets]
    columns = [bucket for buckets in found for bucket in buckets]
    values = [len(places) for buckets in found for places in buckets.values()]
    shape = (len(found), BUCKETS)
    return csr_matrix((np.asarray(values, np.float32), (rows, columns)), shape=shape)


def meanings(plain: Sequence[str]) -> Floats:
    """The embedding of each plain text; each is made once and kept on this machine's disk."""
    CACHE.parent.mkdir(parents=True, exist_ok=True)
    with sqlite3.connect(CACHE) as kept:
        kept.execute("CREATE TABLE IF NOT EXISTS embedding (key TEXT PRIMARY KEY, vector BLOB)")
        found = [_meaning(kept, text) for text in plain]
    return np.stack(found) if found else np.zeros((0, SIZE), np.float32)


def _meaning(kept: sqlite3.Connection, text: str) -> Floats:
    key = sha256(f"{MOST_TOKENS} {text}".encode("utf-8", "replace")).hexdigest()
    row = kept.execute("SELECT vector FROM embedding WHERE key = ?", (key,)).fetchone()
    if row:
        return np.frombuffer(row[0], np.float32)
    vector = embed(text)
    kept.execute("INSERT INTO embedding VALUES (?, ?)", (key, vector.tobytes()))
    return vector
