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

from functions.classification import cues, lexicon
from functions.classification.embeddings import SIZE, embed
from functions.classification.facts import extract
from functions.classification.ngrams import BUCKETS, grams
from functions.classification.normalise import fold
from functions.classification.reading import plain
from functions.classification.ruled import rule
from functions.classification.signals import signals
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


def views_of(posts: Sequence[Example]) -> Views:
    """All three views of posts in a language that has a lexicon."""
    found = [grams(fold(post.text)) for post in posts]
    return Views(
        _counts([gram.words for gram in found]),
        _counts([gram.characters for gram in found]),
        meanings([post.text for post in posts]),
        np.asarray([_signals(post) for post in posts], np.float32),
    )


def _signals(post: Example) -> list[float]:
    folded = fold(post.text)
    hits = cues.find(lexicon.nearest(post.language) or "en", folded)
    facts = extract(post.language, folded, post.posted_on)
    return signals(folded, hits, facts, rule(folded, hits, facts))


def _counts(found: Sequence[Any]) -> Any:  # noqa: ANN401 - scipy is untyped
    """A sparse matrix of how often each bucket's n-grams stand in each text."""
    rows = [n for n, buckets in enumerate(found) for _ in buckets]
    columns = [bucket for buckets in found for bucket in buckets]
    values = [len(places) for buckets in found for places in buckets.values()]
    shape = (len(found), BUCKETS)
    return csr_matrix((np.asarray(values, np.float32), (rows, columns)), shape=shape)


def meanings(texts: Sequence[str]) -> Floats:
    """The embedding of each text; each is made once and kept on this machine's disk."""
    CACHE.parent.mkdir(parents=True, exist_ok=True)
    with sqlite3.connect(CACHE) as kept:
        kept.execute("CREATE TABLE IF NOT EXISTS embedding (key TEXT PRIMARY KEY, vector BLOB)")
        found = [_meaning(kept, plain(text)) for text in texts]
    return np.stack(found) if found else np.zeros((0, SIZE), np.float32)


def _meaning(kept: sqlite3.Connection, text: str) -> Floats:
    key = sha256(text.encode("utf-8", "replace")).hexdigest()
    row = kept.execute("SELECT vector FROM embedding WHERE key = ?", (key,)).fetchone()
    if row:
        return np.frombuffer(row[0], np.float32)
    vector = embed(text)
    kept.execute("INSERT INTO embedding VALUES (?, ?)", (key, vector.tobytes()))
    return vector
