"""How alike two texts are: near-duplicates teach nothing, and a story's text must teach nothing."""

import json
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
    """Pairs of posts at least so alike.

    Two sets that alike share one of each other's rarest members (prefix filtering): only those
    that do are compared.
    """
    known = [(grams(post.text), post) for post in posts]
    often = Counter(gram for found, _ in known for gram in found)
    holders: dict[str, list[int]] = {}
    for n, (mine, post) in enumerate(known):
        rarest = sorted(mine, key=lambda gram: (often[gram], gram))
        prefix = rarest[: len(mine) - ceil(least * len(mine)) + 1]
        for other in sorted({m for gram in prefix for m in holders.get(gram, ())}):
            alike = likeness(mine, known[other][0])
            if alike >= least:
                yield known[other][1], post, alike
        for gram in prefix:
            holders.setdefault(gram, []).append(n)


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
