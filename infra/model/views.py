"""A text's three views, exactly as the running classifier makes them, for many texts at once."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from functions.classification.embeddings import MOST_TOKENS, USE_SIZE, by_e5, by_use
from functions.classification.heads import COLUMNS
from functions.classification.ngrams import BUCKETS
from functions.classification.reader import Read, Readings, read
from infra.model.posts import Example
from infra.model.tuned import tuned

CACHE = Path(__file__).parents[2] / "build" / "model" / "vectors.sqlite"

SIZE = COLUMNS + USE_SIZE

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


def abroad(views: Views, posts: Sequence[Example]) -> Views:
    """The same posts as written, read by encoders that were not tuned by their language."""
    meaning, known = views.meaning.copy(), tuned().left_out_language
    for row, post in enumerate(posts):
        key = key_of(readings_of(post).written.plain)
        meaning[row, :COLUMNS] = known.get(key, meaning[row, :COLUMNS])
    return replace(views, meaning=meaning)


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


def as_vectors(views: Views, posts: Sequence[Example]) -> Views:
    """The same posts as written, with both encoders' vectors instead of what the tuned one says."""
    plain = [readings_of(post).written.plain for post in posts]
    with sqlite3.connect(CACHE) as kept:
        found = [np.concatenate([_by_e5(kept, text), _by_use(kept, text)]) for text in plain]
    return replace(views, meaning=np.stack(found))


def meanings(plain: Sequence[str]) -> Floats:
    """What each plain text means: the tuned encoder's columns, and the other encoder's vector.

    Vectors are made once and kept on this machine's disk.
    """
    CACHE.parent.mkdir(parents=True, exist_ok=True)
    with sqlite3.connect(CACHE) as kept:
        kept.execute("CREATE TABLE IF NOT EXISTS vector (key TEXT PRIMARY KEY, vector BLOB)")
        found = [np.concatenate([_columns(kept, text), _by_use(kept, text)]) for text in plain]
    return np.stack(found) if found else np.zeros((0, SIZE), np.float32)


def key_of(plain: str) -> str:
    """A text's name in what is kept of it."""
    return sha256(f"{MOST_TOKENS} {plain}".encode("utf-8", "replace")).hexdigest()


def _columns(kept: sqlite3.Connection, plain: str) -> Floats:
    """By an encoder that was not tuned by the text, nor by its industry."""
    known, key = tuned(), key_of(plain)
    if key in known.left_out:
        return known.left_out[key]
    return known.columns(_by_e5(kept, plain))


def _by_e5(kept: sqlite3.Connection, plain: str) -> Floats:
    return _vector(kept, f"{tuned().encoder} {key_of(plain)}", lambda: by_e5(plain))


def _by_use(kept: sqlite3.Connection, plain: str) -> Floats:
    return _vector(kept, f"use {key_of(plain)}", lambda: by_use(plain))


def _vector(kept: sqlite3.Connection, key: str, make: Callable[[], Floats]) -> Floats:
    row = kept.execute("SELECT vector FROM vector WHERE key = ?", (key,)).fetchone()
    if row:
        return np.frombuffer(row[0], np.float32)
    vector = make().astype(np.float32)
    kept.execute("INSERT INTO vector VALUES (?, ?)", (key, vector.tobytes()))
    return vector
