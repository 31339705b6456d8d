"""The place that a text names: a station, shop, airport, street or town after a preposition."""

import re
from functools import cache

from functions.classification.lexicon import load
from functions.classification.normalise import Folded
from functions.classification.phrases import GAP, WORD_ENDS, WORD_STARTS, choice, compiled

type Span = tuple[int, int]

_NAME = r"[A-ZÅØÆ][a-zåøæ'-]{1,20}"
_MORE = r"[A-ZÅØÆ][a-zåøæ'-]{0,20}"
_JOINED = rf"{_NAME}(?: (?:(?:de|del|de la|la|di|della|upon) )?{_MORE}){{0,2}}"
_MOST_CAPITALS = 0.6  # where all is shouted, a capital tells nothing


def find(language: str, folded: Folded) -> Span | None:
    """Where in the folded text the place stands, or None. A kind of place beats a bare name."""
    if _is_shouted(folded.cased):
        return None
    lexicon = load(language)
    bare = (_bare(lexicon.place_before), _bare(lexicon.place_near))
    patterns = (_headed(language), _tailed(language), *bare)
    found = (_first(language, pattern, folded) for pattern in patterns)
    return next((span for span in found if span), None)


def _is_shouted(cased: str) -> bool:
    letters = [c for c in cased if c.isalpha()]
    return sum(c.isupper() for c in letters) > _MOST_CAPITALS * len(letters)


def _first(language: str, pattern: re.Pattern[str] | None, folded: Folded) -> Span | None:
    match = pattern.search(folded.cased) if pattern else None
    while pattern and match:
        start, end = match.span("place")
        if not _not_places(language).match(folded.text[start:end]):
            return start, end
        match = pattern.search(folded.cased, start + 1)
    return None


@cache
def _headed(language: str) -> re.Pattern[str] | None:
    heads = load(language).place_heads
    if not heads:
        return None
    return re.compile(rf"{WORD_STARTS}(?P<place>(?i:{choice(heads)}) {_JOINED}){WORD_ENDS}")


@cache
def _tailed(language: str) -> re.Pattern[str] | None:
    tails = load(language).place_tails
    if not tails:
        return None
    before = rf"(?i:{choice(load(language).place_before)})"
    return re.compile(
        rf"{WORD_STARTS}(?:{before} |)(?P<place>{_JOINED} (?i:{choice(tails)})){WORD_ENDS}"
    )


@cache
def _bare(prepositions: str) -> re.Pattern[str]:
    before = rf"(?i:{choice(prepositions)})"
    return re.compile(rf"{WORD_STARTS}{before}(?:{GAP}|(?<='))(?P<place>{_JOINED}){WORD_ENDS}")


@cache
def _not_places(language: str) -> re.Pattern[str]:
    return compiled(load(language).not_places)
