"""What a post is about, in no language: by this complaints of one cause find each other."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from functions.classification import concepts, lexicon
from functions.classification.normalise import Folded
from functions.classification.phrases import WORD_ENDS, WORD_STARTS, compiled, split
from shared.messages import Labels
from shared.themes import TROUBLES

MOST_THINGS, MOST_TROUBLES = 5, 3  # a post of more is a story, and its first words tell the cause
_BEFORE_CHARACTERS = 28  # a negation reaches two words far, and not beyond its clause
_CLAUSE_ENDS = re.compile(r"[.,;:!?\n\x00]")
_WORD = re.compile(r"[\w']+")


class Theme(NamedTuple):
    """One theme, and where in the folded text its first word stands."""

    name: str
    start: int
    end: int


def with_themes(labels: Labels, language: str, folded: Folded) -> Labels:
    """The labels, with the post's themes and a word of the text for each, in their order."""
    found = find(language, folded)
    words = tuple(folded.verbatim(theme.start, theme.end) for theme in found)
    return labels.model_copy(
        update={
            "themes": tuple(theme.name for theme in found),
            "evidence": labels.evidence | ({"themes": words} if words else {}),
        }
    )


def find(language: str, folded: Folded) -> list[Theme]:
    """The themes of a text in a language that has words for them, by name; at most eight."""
    said = list(_said(lexicon.nearest(language) or "", folded))
    things = [theme for theme in said if theme.name not in TROUBLES]
    troubles = [theme for theme in said if theme.name in TROUBLES]
    return sorted([*_first(things, MOST_THINGS), *_first(troubles, MOST_TROUBLES)])


def _first(said: list[Theme], most: int) -> list[Theme]:
    """Each theme where it is said first; a "charging station" is no station."""
    whole = [one for one in said if not any(_is_part(one, other) for other in said)]
    first: dict[str, Theme] = {}
    for theme in sorted(whole, key=lambda theme: (theme.start, theme.name)):
        first.setdefault(theme.name, theme)
    return list(first.values())[:most]


def _is_part(one: Theme, other: Theme) -> bool:
    is_shorter = one.end - one.start < other.end - other.start
    return is_shorter and other.start <= one.start and one.end <= other.end


def _said(language: str, folded: Folded) -> Iterator[Theme]:
    if language not in concepts.languages():
        return
    for name, pattern in _patterns(language):
        is_trouble = name in TROUBLES
        for match in pattern.finditer(folded.text):
            if not (is_trouble and _is_negated(language, folded.text, match.start())):
                yield Theme(name, *match.span())


def _is_negated(language: str, text: str, start: int) -> bool:
    """Whether it is said not to be so: "not late", "ikke skitten"."""
    before = _CLAUSE_ENDS.split(text[max(0, start - _BEFORE_CHARACTERS) : start])[-1]
    words = _WORD.findall(before)[-2:]
    return any(_negators(language).fullmatch(word) for word in words)


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, compiled(words)) for name, words in concepts.load(language).items())


@cache
def _negators(language: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, split(lexicon.load(language).negators)))
    return re.compile(rf"{WORD_STARTS}(?:{words}){WORD_ENDS}")
