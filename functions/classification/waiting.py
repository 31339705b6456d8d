"""How long trouble has lasted, as the author says: spans ("three weeks"), points ("since Monday").

A span counts only where the words beside it say that trouble filled it: "for three weeks",
"tres meses llamando"; "a phone of three weeks" and "in three weeks" don't.
"""

import re
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from functions.classification.lexicon import load
from functions.classification.normalise import Folded
from functions.classification.phrases import (
    GAP,
    WORD_ENDS,
    WORD_STARTS,
    any_of,
    choice,
    compiled,
    expression,
    split,
)
from functions.classification.quantities import lookup, value_of

_CONTEXT_CHARACTERS = 44  # some six words; more would borrow from the next thought
_LONGEST_DAYS = 3_650  # who says "for a thousand years" isn't counting


class Waiting(NamedTuple):
    """Days (a fraction for hours and minutes), and where in the folded text they are said."""

    days: float
    start: int
    end: int


def find(language: str, folded: Folded, posted_on: date) -> Waiting | None:
    """The longest trouble that the text tells of, or None."""
    found = [*_spans(language, folded), *_points(language, folded, posted_on)]
    return max((w for w in found if 0 < w.days <= _LONGEST_DAYS), default=None)


def _spans(language: str, folded: Folded) -> list[Waiting]:
    return [
        Waiting(_days(language, match), *match.span())
        for match in _span_pattern(language).finditer(folded.text)
        if _lasts(language, folded.text, *match.span())
    ]


def _days(language: str, match: re.Match[str]) -> float:
    lexicon = load(language)
    unit = lookup(dict(lexicon.units), match["unit"]) or 0.0
    number = value_of(language, match["number"]) if match["number"] else 1.0
    return round(((number or 0.0) + (0.5 if match["half"] else 0.0)) * unit, 4)


def _lasts(language: str, text: str, start: int, end: int) -> bool:
    """Whether the words beside a span make it one of trouble; the longer phrase before it wins."""
    before, after = text[max(0, start - _CONTEXT_CHARACTERS) : start], text[end:]
    around = _around(language)
    if around.not_after.match(after, 0, _CONTEXT_CHARACTERS):
        return False
    for_it = _length(around.before.search(before))
    against_it = _length(around.not_before.search(before))
    if against_it and against_it >= for_it:
        return False
    return for_it > 0 or around.after.match(after, 0, _CONTEXT_CHARACTERS) is not None


def _length(match: re.Match[str] | None) -> int:
    return len(match["cue"]) if match else 0


class _Around(NamedTuple):
    before: re.Pattern[str]
    not_before: re.Pattern[str]
    after: re.Pattern[str]
    not_after: re.Pattern[str]


@cache
def _around(language: str) -> _Around:
    lexicon = load(language)
    filler = rf"(?:{GAP}\w{{1,12}})?"
    return _Around(
        re.compile(rf"{WORD_STARTS}(?P<cue>{choice(lexicon.lasting_before)}){filler}[\s~]{{1,3}}$"),
        re.compile(rf"{WORD_STARTS}(?P<cue>{choice(lexicon.not_lasting_before)})[\s~]{{1,3}}$"),
        re.compile(rf"{filler}\W{{1,3}}{choice(lexicon.lasting_after)}{WORD_ENDS}"),
        re.compile(rf"[^\w.!?]{{1,3}}{choice(lexicon.not_lasting_after)}{WORD_ENDS}"),
    )


@cache
def _span_pattern(language: str) -> re.Pattern[str]:
    lexicon = load(language)
    number = rf"(?P<number>\d{{1,4}}(?:[.,]\d)?|{any_of(lexicon.numbers)})"
    unit = rf"(?P<unit>{any_of(lexicon.units)})"
    half = rf"(?P<half>{GAP}{choice(lexicon.halves)})?"
    return re.compile(rf"(?<![\w.,]){number}[\s'-]{{0,2}}{unit}{WORD_ENDS}{half}")


def _points(language: str, folded: Folded, posted_on: date) -> list[Waiting]:
    return [
        *_named_points(language, folded),
        *_weekdays(language, folded, posted_on),
        *_dates(language, folded, posted_on),
    ]


def _named_points(language: str, folded: Folded) -> list[Waiting]:
    table = dict(load(language).days_ago)
    return [
        Waiting(lookup(table, match.group()) or 0.0, *match.span())
        for match in compiled(";".join(table)).finditer(folded.text)
    ]


def _weekdays(language: str, folded: Folded, posted_on: date) -> list[Waiting]:
    found = []
    for match in _since(language, "weekday").finditer(folded.text):
        weekday = _position(load(language).weekdays, match["name"])
        # The same weekday is last week's: today would be "today".
        days = (posted_on.weekday() - weekday) % 7 or 7
        found.append(Waiting(float(days), *match.span()))
    return found


def _dates(language: str, folded: Folded, posted_on: date) -> list[Waiting]:
    found = []
    for match in _since(language, "month").finditer(folded.text):
        month = _position(load(language).months, match["name"]) + 1
        day = int(match["day"] or match["day_after"] or 1)
        days = _days_since(posted_on, month, day)
        found.append(Waiting(float(days), *match.span()))
    return found


def _days_since(posted_on: date, month: int, day: int) -> int:
    """Days since the last such date; a day that the month doesn't have counts from its end."""
    year = posted_on.year - ((month, day) > (posted_on.month, posted_on.day))
    since = date(max(year, 1), month, 1) + timedelta(days=min(day, 28) - 1)
    return (posted_on - since).days


def _position(names: tuple[str, ...], written: str) -> int:
    return next(n for n, name in enumerate(names) if re.fullmatch(_alternatives((name,)), written))


@cache
def _since(language: str, what: str) -> re.Pattern[str]:
    lexicon = load(language)
    since = rf"{WORD_STARTS}{choice(lexicon.since)}(?:{GAP}(?:el|den|the|il|i|pasado))?"
    if what == "weekday":
        return re.compile(rf"{since}{GAP}(?P<name>{_alternatives(lexicon.weekdays)})s?{WORD_ENDS}")
    day = rf"(?:(?P<day>[0-3]?\d)(?:st|nd|rd|th|\.|º|°)?(?:{GAP}(?:de|of))?{GAP[:-5]}{{1,3}})?"
    after = r"(?:\s(?P<day_after>[0-3]?\d)(?:st|nd|rd|th)?(?![\d.,:]))?"
    name = rf"(?P<name>{_alternatives(lexicon.months)})"
    return re.compile(rf"{since}{GAP}{day}{name}{WORD_ENDS}{after}")


def _alternatives(names: tuple[str, ...]) -> str:
    return "(?:" + "|".join(expression(split(name)[0]) for name in names) + ")"
