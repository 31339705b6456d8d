"""The posts that the classifier learns from: our own, and a person's corrections."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from functions.classification.heads import FLAGS, MOODS

_ROOT = Path(__file__).parents[2]
OWN = Path(__file__).parent / "data"
UNSEEN = Path(__file__).parent / "unseen"
CONTRASTS = Path(__file__).parent / "contrasts.jsonl"
GOLDEN = _ROOT / "tests/golden/classification"
STORIES = _ROOT / "infra/local/stories.json"
LANGUAGES = ("en", "es", "it", "nb")
_NEUTRAL = 0.15  # beyond this, a sentiment is positive or negative
_STORIES = 5  # cases of each golden file that retell the stories
# What a post's labels are where its line leaves them out.
DEFAULTS: dict[str, Any] = dict.fromkeys(FLAGS, False) | {
    "amounts": [],
    "waiting_days": None,
    "contact_count": None,
    "place": None,
    "product": None,
    "reference": None,
}


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled post. `labels` may leave out what its labeller didn't say."""

    id: str
    text: str
    posted_on: date
    language: str
    industry: str
    is_held_out: bool
    labels: dict[str, Any]
    twin_of: str | None = None


def own_posts(folder: Path = OWN) -> list[Example]:
    """Every post of the repository, in a fixed order."""
    return [post for path in sorted(folder.glob("*/*.jsonl")) for post in read(path)]


def unseen_posts(folder: Path = UNSEEN) -> list[Example]:
    """By somebody who saw nothing of ours, for measuring only: nothing may learn from them."""
    lines = [line for path in sorted(folder.glob("*.jsonl")) for line in _lines(path)]
    return [_example({"split": "held_out"} | json.loads(line)) for line in lines]


def contrasts(path: Path = CONTRASTS) -> list[Example]:
    """What is easily confused: anger at things beside insults to people; batteries and no danger.

    They say nothing of labels that so short a text leaves open.
    """
    lines = map(json.loads, path.read_text("utf-8").splitlines())
    return [_corrected(line | {"language": line["labels"]["language"]}) for line in lines]


def golden_posts(folder: Path = GOLDEN) -> list[Example]:
    """The golden cases that the rules were tuned by; the others measure, and no story teaches."""
    found = [
        (path.stem, json.loads(line))
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]
    return [_golden(code, line) for code, line in found if _may_teach(line)]


def _may_teach(line: dict[str, Any]) -> bool:
    """Not what measures; nor a language's first cases, which retell the stories."""
    return line["split"] == "tune" and int(line["id"].rpartition("-")[2]) > _STORIES


def _golden(language: str, line: dict[str, Any]) -> Example:
    labels = DEFAULTS | line["labels"]
    return Example(
        id=f"golden-{line['id']}",
        text=line["text"],
        posted_on=date.fromisoformat(line["posted_on"]),
        language=language,
        industry="golden",
        is_held_out=False,
        labels={label: v for label, v in labels.items() if label not in line.get("open", ())},
    )


def read(path: Path) -> Iterator[Example]:
    """The posts of one file."""
    yield from (_example(json.loads(line)) for line in _lines(path))


def _lines(path: Path) -> list[str]:
    """Blank lines are no lines."""
    return [line for line in path.read_text("utf-8").splitlines() if line.strip()]


def corrections(path: Path | None) -> list[Example]:
    """What people corrected (`sixday correct --export`), or nothing."""
    if path is None:
        return []
    return [_corrected(json.loads(line)) for line in path.read_text("utf-8").splitlines()]


def learnt_from(posts: Iterable[Example]) -> list[Example]:
    """Those that aren't held out."""
    return [post for post in posts if not post.is_held_out]


def mood(sentiment: float) -> str:
    """The class of a sentiment."""
    if abs(sentiment) <= _NEUTRAL:
        return MOODS[1]
    return MOODS[2] if sentiment > 0 else MOODS[0]


def _example(line: dict[str, Any]) -> Example:
    return Example(
        id=line["id"],
        text=line["text"],
        posted_on=date.fromisoformat(line["posted_on"]),
        language=line["labels"]["language"],
        industry=line["industry"],
        is_held_out=line["split"] == "held_out",
        labels=DEFAULTS | line["labels"],
        twin_of=line.get("twin_of"),
    )


def _corrected(line: dict[str, Any]) -> Example:
    """Only what a person said is a label; the rest of a corrected post teaches nothing."""
    return Example(
        id=line["id"],
        text=line["text"],
        posted_on=date.fromisoformat(line["posted_on"]),
        language=line["language"],
        industry=line.get("industry", "corrected"),
        is_held_out=False,
        labels=line["labels"],
    )
