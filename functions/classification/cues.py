"""Finding a language's cues in a folded text, with what negation does to them."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from functions.classification.lexicon import load
from functions.classification.normalise import Folded
from functions.classification.phrases import WORD_ENDS, WORD_STARTS, compiled, split

# A negation reaches two words far ("not at all bad" has three, "no puede ser que" none).
_REACH_CHARACTERS = 28
_REACH_WORDS = 2
_CLAUSE_ENDS = re.compile(r"[.,;:!?\n\x00]")
_WORD = re.compile(r"[\w']+")

# Turned around, these say nothing or the opposite; the others stand as they are written.
_NEGATABLE = frozenset(
    {"trouble", "praise", "solved", "unusable", "serious", "danger", "recall", "crime"}
    | {"churn", "legal", "stranded", "threat"}
)


class Hit(NamedTuple):
    """One cue found: its weight, where in the folded text, and whether a negation stands before."""

    weight: float
    start: int
    end: int
    is_negated: bool


type Hits = Mapping[str, list[Hit]]


def find(language: str, folded: Folded) -> Hits:
    """Every cue of the language in the text, by label."""
    found: dict[str, list[Hit]] = {}
    for label, weight, pattern in _patterns(language):
        for match in pattern.finditer(folded.text):
            start, end = match.span()
            if end > start:
                is_negated = label in _NEGATABLE and is_denied(language, folded.text, start)
                found.setdefault(label, []).append(Hit(weight, start, end, is_negated))
    return found | {"repeat": _said_to_them(found)} if "untold" in found else found


def _said_to_them(found: Hits) -> list[Hit]:
    """Of what was said to them that which was: "nobody told us" is no word of ours."""
    untold = found["untold"]
    return [
        hit
        for hit in found.get("repeat", ())
        if not any(it.start <= hit.start and hit.end <= it.end for it in untold)
    ]


def total(hits: Hits, label: str, *, is_negated: bool = False) -> float:
    """The weight of a label's cues."""
    return sum(hit.weight for hit in hits.get(label, ()) if hit.is_negated is is_negated)


def has(hits: Hits, label: str) -> bool:
    """Whether the text says it, without a negation before."""
    return any(not hit.is_negated for hit in hits.get(label, ()))


@cache
def _patterns(language: str) -> tuple[tuple[str, float, re.Pattern[str]], ...]:
    cues = load(language).cues
    return tuple(
        (label, weight, compiled(phrases))
        for label, by_weight in cues.items()
        for weight, phrases in by_weight.items()
    )


def is_denied(language: str, text: str, start: int) -> bool:
    """Whether a negation stands within two words before, in the same clause."""
    before = _CLAUSE_ENDS.split(text[max(0, start - _REACH_CHARACTERS) : start])[-1]
    words = _WORD.findall(before)[-_REACH_WORDS:]
    return any(_negators(language).fullmatch(word) for word in words)


@cache
def _negators(language: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in split(load(language).negators))
    return re.compile(rf"{WORD_STARTS}(?:{words}){WORD_ENDS}")
