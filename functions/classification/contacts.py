"""How many times the author has tried before, where a number is said."""

import re
from functools import cache
from typing import NamedTuple

from functions.classification.cues import is_denied
from functions.classification.lexicon import load
from functions.classification.lexicon.shape import Lexicon
from functions.classification.normalise import Folded
from functions.classification.phrases import GAP, WORD_ENDS, WORD_STARTS, any_of, choice
from functions.classification.quantities import lookup, value_of

_NUMBER = r"(?:(?:nr|no|num|number|numero|nummer|#)(?!\w)\.?|n\.)[^\w.!?]{0,2}"
_EACH = "a|an|per|al|a la|alla|por|cada|ogni|i|om|hver|kvar|each|every"
_MOST = 500  # "a thousand calls" is a way of speaking


class Contacts(NamedTuple):
    """A number of contacts, and where in the folded text it is said."""

    number: int
    start: int
    end: int


def find(language: str, folded: Folded) -> Contacts | None:
    """The most that one phrase tells, or kinds of contact added up ("two calls, three emails").

    One thing alone ("a letter") is hardly ever a count.
    """
    found = [
        *_times(language, folded),
        *_counted_times(language, folded),
        *_ordinals(language, folded),
        *_numbered(language, folded),
        *_summed(language, folded),
    ]
    return max((c for c in found if 0 < c.number <= _MOST), default=None)


def _times(language: str, folded: Folded) -> list[Contacts]:
    return [_counted(language, m) for m in _patterns(language).times.finditer(folded.text)]


def _counted_times(language: str, folded: Folded) -> list[Contacts]:
    """ "Rang twice", "twice at the desk"."""
    table = dict(load(language).counted_times)
    return [
        Contacts(lookup(table, match["counted"] or match["first"]) or 0, *match.span())
        for match in _patterns(language).counted.finditer(folded.text)
    ]


def _summed(language: str, folded: Folded) -> list[Contacts]:
    said = _patterns(language).nouns.finditer(folded.text)
    found = [_counted(language, m) for m in said if not is_denied(language, folded.text, m.start())]
    together = sum(c.number for c in found)
    return [Contacts(together, found[0].start, found[-1].end)] if together > 1 else []


def _counted(language: str, match: re.Match[str]) -> Contacts:
    written = next(group for group in match.groups() if group)
    return Contacts(int(value_of(language, written) or 0), *match.span())


def _ordinals(language: str, folded: Folded) -> list[Contacts]:
    """ "The third call", "I ask for the third time"."""
    table = dict(load(language).ordinals)
    return [
        Contacts(lookup(table, match["ordinal"] or match["last"]) or 0, *match.span())
        for match in _patterns(language).ordinals.finditer(folded.text)
    ]


def _numbered(language: str, folded: Folded) -> list[Contacts]:
    """ "Reminder number two"."""
    return [_counted(language, m) for m in _patterns(language).numbered.finditer(folded.text)]


class _Patterns(NamedTuple):
    times: re.Pattern[str]
    nouns: re.Pattern[str]
    ordinals: re.Pattern[str]
    numbered: re.Pattern[str]
    counted: re.Pattern[str]


def _rate(lexicon: Lexicon) -> str:
    """ "Calls a day" tell how often somebody is called."""
    return rf"{GAP}(?:{_EACH}){GAP}{any_of(lexicon.units)}{WORD_ENDS}"


@cache
def _patterns(language: str) -> _Patterns:
    lexicon = load(language)
    number = rf"(\d{{1,3}}|{any_of(lexicon.numbers)})"
    verb, noun, times = map(choice, (lexicon.contact_verbs, lexicon.contact_nouns, lexicon.times))
    near = rf"(?:{GAP}\w{{1,20}}){{0,3}}?{GAP}"
    said = rf"{verb}{near}{number}{GAP}{times}{WORD_ENDS}|{number}{GAP}{times}{near}{verb}"
    nth = any_of(lexicon.ordinals)
    ordinal = rf"(?P<ordinal>{nth}){GAP}(?:{noun}|{times}{near}{verb})"
    far = rf"(?:{GAP}\w{{1,20}}){{0,6}}?{GAP}"
    ordinal_last = rf"{verb}{far}(?P<last>{nth}){GAP}{times}"
    counted = any_of(lexicon.counted_times)
    twice = rf"{verb}{near}(?P<counted>{counted})|(?P<first>{counted}){near}{verb}"
    return _Patterns(
        re.compile(rf"{WORD_STARTS}(?:{said}){WORD_ENDS}"),
        re.compile(rf"(?<![\w.,£€$-]){number}\s{{1,3}}{noun}{WORD_ENDS}(?!{_rate(lexicon)})"),
        re.compile(rf"{WORD_STARTS}(?:{ordinal}|{ordinal_last}){WORD_ENDS}"),
        re.compile(rf"{WORD_STARTS}{noun}{GAP}{_NUMBER}{number}{WORD_ENDS}"),
        re.compile(rf"{WORD_STARTS}(?:{twice}){WORD_ENDS}"),
    )
