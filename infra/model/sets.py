"""Public sets that measure and never teach, read from where `SIXDAY_DATA` points."""

import csv
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from infra.model.posts import Example

_DAY = date(2025, 1, 1)
_TWEETS = {"en": "english", "es": "spanish", "it": "italian"}
_ALL_TWEETS = _TWEETS | {"de": "german", "fr": "french", "pt": "portuguese"}
_FELT = {"0": -0.7, "1": 0.0, "2": 0.7}
_NOREC = {"Positive": 0.7, "Neutral": 0.0, "Negative": -0.7}
_LANGUAGES = ("en", "es", "it", "nb", "nn", "de", "fr", "pt", "nl", "sv", "da")
_SUBTITLES = {"nb": "no", "nl": "nl", "sv": "sv", "da": "da"}
_SOCIAL_LETTERS = 25  # a subtitle of "Ja." is in four languages
_MOST = 800


def complaints(root: Path) -> list[tuple[str, bool, bool]]:
    """ACL 2019: text, whether it complains, whether a person said so."""
    path = root / "evaluate/complaints_acl2019/complaints.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [
            (row["text"], row["complaint"] == "1", not row["domain"].startswith("random"))
            for row in csv.DictReader(file)
        ]


def felt(root: Path, language: str) -> list[Example]:
    """Validation posts with their sentiment: XLM-T's tweets; for Norwegian, NoReC's."""
    if language == "nb":
        path = root / "train/norec_sentence/dev.json"
        rows = json.loads(path.read_text("utf-8")) if path.is_file() else []
        return [_felt(r["text"], "nb", _NOREC[r["label"]]) for r in rows]
    folder = root / f"evaluate/xlm_t/{_TWEETS[language]}"
    if not folder.is_dir():
        return []
    texts, labels = (_lines(folder / f"val_{what}.txt") for what in ("text", "labels"))
    pairs = zip(texts, labels, strict=False)
    return [_felt(text, language, _FELT[label]) for text, label in pairs if label in _FELT]


def _felt(text: str, language: str, sentiment: float) -> Example:
    return Example("", text, _DAY, language, "", True, {"sentiment": sentiment})


def sentences(root: Path) -> dict[str, list[str]]:
    """By language, whole sentences (lingua's; none of them teaches)."""
    found: dict[str, list[str]] = {}
    for code in _LANGUAGES:
        path = root / f"train/langid/sentences/{code}.txt"
        if path.is_file():
            found.setdefault("nb" if code == "nn" else code, []).extend(_lines(path))
    return found


def social(root: Path) -> dict[str, list[str]]:
    """By language, up to 800 tweets; subtitles where there are no tweets."""
    return {code: texts for code, texts in _social(root) if texts}


def _social(root: Path) -> Iterator[tuple[str, list[str]]]:
    for code, name in _ALL_TWEETS.items():
        path = root / f"evaluate/xlm_t/{name}/val_text.txt"
        yield code, _lines(path)[:_MOST] if path.is_file() else []
    for code, name in _SUBTITLES.items():
        path = root / f"train/xed/Projections/{name}-projections.tsv"
        lines = _lines(path) if path.is_file() else []
        texts = [line.split("\t")[0] for line in lines if ".xml" not in line]  # names of files
        yield code, [text for text in texts if len(text) >= _SOCIAL_LETTERS][-_MOST:]


def dialect(root: Path) -> dict[str, list[str]]:
    """Davidson's tweets by what people called them: hate, offensive, neither."""
    path = root / "train/davidson/labeled_data.csv"
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = [(row["class"], row["tweet"]) for row in csv.DictReader(file)]
    names = {"0": "hate", "1": "offensive", "2": "neither"}
    return {name: [text for code, text in rows if code == key] for key, name in names.items()}


def _lines(path: Path) -> list[str]:
    """Every line: a blank one too, since its label stands in another file at the same place."""
    return [line.strip() for line in path.read_text("utf-8").split("\n")]
