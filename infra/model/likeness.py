"""How alike two texts are: near-duplicates teach nothing, and a story's text must teach nothing."""

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from math import ceil
from pathlib import Path

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


def near(posts: Sequence[Example], least: float) -> Iterator[tuple[Example, Example, float]]:
    """Pairs of posts at least so alike, the one that stands first first.

    Two sets that alike share one of each other's rarest members (prefix filtering), have enough
    left after the first of these (positional filtering), and are of about a size: only such pairs
    are compared.
    """
    known = [grams(post.text) for post in posts]
    often = Counter(gram for found in known for gram in found)
    ranks = {gram: n for n, gram in enumerate(sorted(often, key=lambda gram: (often[gram], gram)))}
    holders: dict[int, list[tuple[int, int, int]]] = {}  # a size, whose, what is left; ascending
    for n in sorted(range(len(known)), key=lambda n: len(known[n])):
        mine, size = known[n], len(known[n])
        rarest = sorted(ranks[gram] for gram in mine)
        prefix = list(enumerate(rarest[: size - _at_least(least * size) + 1]))
        met: dict[int, bool] = {}
        for at, gram in prefix:
            others = holders.get(gram, [])
            for theirs, other, left in others[bisect_left(others, (_at_least(least * size),)) :]:
                if other not in met:
                    shared = _at_least(least / (1 + least) * (size + theirs))
                    met[other] = min(size - at, left) >= shared
        for other in sorted(other for other, may_be in met.items() if may_be):
            alike = likeness(mine, known[other])
            if alike >= least:
                first, second = sorted((n, other))
                yield posts[first], posts[second], alike
        for at, gram in prefix[: size - _at_least(2 * least / (1 + least) * size) + 1]:
            holders.setdefault(gram, []).append((size, n, size - at))  # who comes is no smaller


def _at_least(share: float) -> int:
    """The next whole number; a share that is whole but for the arithmetic is whole."""
    return ceil(share - 1e-9)


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
