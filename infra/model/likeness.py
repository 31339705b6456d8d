"""How alike two texts are: near-duplicates teach nothing, and a story's text must teach nothing."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from functions.classification.normalise import fold
from infra.model.posts import STORIES, Example

_SIGNS = 4

type Grams = frozenset[str]


def grams(text: str) -> Grams:
    """Its character 4-grams, folded, letters and digits only."""
    plain = " ".join("".join(c if c.isalnum() else " " for c in fold(text).text).split())
    return frozenset(plain[n : n + _SIGNS] for n in range(max(1, len(plain) - _SIGNS + 1)))


def likeness(one: Grams, other: Grams) -> float:
    """Jaccard, 0…1."""
    return len(one & other) / max(1, len(one | other))


class Texts:
    """Texts that others are compared with, all at once: by gram, which of them hold it."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Look at each once."""
        known = [grams(text) for text in texts]
        holders: dict[str, list[int]] = {}
        for n, found in enumerate(known):
            for gram in found:
                holders.setdefault(gram, []).append(n)
        self._sizes = np.asarray([len(found) for found in known])
        self._holders = {gram: np.asarray(rows) for gram, rows in holders.items()}

    def likeness(self, text: str) -> NDArray[np.float64]:
        """Of a text to each, in their order."""
        mine = grams(text)
        held = [self._holders[gram] for gram in mine if gram in self._holders]
        rows = np.concatenate(held) if held else np.zeros(0, np.int64)
        shared = np.bincount(rows, minlength=len(self._sizes))
        alike: NDArray[np.float64] = shared / (self._sizes + len(mine) - shared)
        return alike


def near(posts: Sequence[Example], least: float) -> Iterator[tuple[Example, Example, float]]:
    """Pairs of posts at least so alike, the one that stands first first."""
    known = Texts([post.text for post in posts])
    for n, post in enumerate(posts):
        alike = known.likeness(post.text)[:n]
        for other in np.flatnonzero(alike >= least).tolist():
            yield posts[other], post, float(alike[other])


def story_texts(path: Path = STORIES) -> list[str]:
    """What the five stories' customers write."""
    return list(_texts(json.loads(path.read_text("utf-8"))))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (v for k, v in value.items() if k == "text" and isinstance(v, str))
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
