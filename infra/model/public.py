"""Public sets that add to our own posts, read from where `SIXDAY_DATA` points.

The repository holds no row of them. What isn't there is left out, and the card says so.
"""

import csv
import json
import random
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from infra.model.posts import Example

_DAY = date(2025, 1, 1)
_MOST = 500  # of each set and language: more would drown the posts
_MOST_REVIEWS = 1000  # of each feeling: most sentences of reviews tell a fact, few find fault
_POSITIVE, _NEUTRAL, _NEGATIVE = 0.7, 0.0, -0.7
_NOREC = {"Positive": _POSITIVE, "Neutral": _NEUTRAL, "Negative": _NEGATIVE}
# XED's numbers for emotions: anger, disgust, fear, sadness; joy, trust.
_XED_NEGATIVE, _XED_POSITIVE = {1, 3, 4, 6}, {5, 8}
_XED = {"es": "es", "it": "it", "nb": "no"}


def public_posts(root: Path | None, seed: int) -> dict[str, list[Example]]:
    """By name of set, what it teaches; an empty list where the set isn't there."""
    chosen = random.Random(seed)  # noqa: S311 - a sample, no secret
    return {
        "norec_sentence": _of_each_feeling(_norec(root), chosen),
        **{f"xed_{code}": _sample(_xed(root, code), chosen) for code in ("en", *_XED)},
    }


def _of_each_feeling(found: Iterable[Example], chosen: random.Random) -> list[Example]:
    posts = list(found)
    alike = ([p for p in posts if p.labels["sentiment"] == felt] for felt in _NOREC.values())
    return [post for some in alike for post in _sample(some, chosen, _MOST_REVIEWS)]


def _sample(found: Iterable[Example], chosen: random.Random, most: int = _MOST) -> list[Example]:
    posts = list(found)
    return posts if len(posts) <= most else chosen.sample(posts, most)


def _norec(root: Path | None) -> Iterator[Example]:
    path = root / "train/norec_sentence/train.json" if root else None
    if path and path.is_file():
        for row in json.loads(path.read_text("utf-8")):
            yield _felt(f"norec-{row['sent_id']}", row["text"], "nb", _NOREC[row["label"]])


def _xed(root: Path | None, language: str) -> Iterator[Example]:
    for path in _xed_files(root, language):
        if path.is_file():
            with path.open(encoding="utf-8", newline="") as lines:
                rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
            for number, row in enumerate(rows):
                felt = _xed_sentiment(row)
                if felt is not None:
                    text = row[1] if path.name.startswith("neu") else row[0]
                    yield _felt(f"{path.stem}-{number}", text, language, felt)


def _xed_files(root: Path | None, language: str) -> list[Path]:
    if root is None:
        return []
    if language == "en":
        folder = root / "train/xed/AnnotatedData"
        return [folder / "en-annotated.tsv", folder / "neu_en.txt"]
    return [root / f"train/xed/Projections/{_XED[language]}-projections.tsv"]


def _xed_sentiment(row: list[str]) -> float | None:
    """None where a line's emotions point both ways or nowhere."""
    if len(row) != 2:
        return None
    if row[0] == "9":
        return _NEUTRAL
    codes = {int(code) for code in row[1].split(",") if code.strip().isdigit()}
    is_bad, is_good = bool(codes & _XED_NEGATIVE), bool(codes & _XED_POSITIVE)
    if is_bad == is_good:
        return None
    return _NEGATIVE if is_bad else _POSITIVE


def _felt(name: str, text: str, language: str, sentiment: float) -> Example:
    return Example(name, text, _DAY, language, name.split("-")[0], False, {"sentiment": sentiment})
