"""Since when trouble lasts: "since Monday", "desde el 3 de marzo", "day four"."""

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


class Waiting(NamedTuple):
    """Days (a fraction for hours and minutes), and where in the folded text they are said."""

    days: float
    start: int
    end: int


def nth_days(language: str, folded: Folded) -> list[Waiting]:
    """ "Day four", "på tredje dagen"."""
    ordinals = dict(load(language).ordinals)
    found = []
    for match in _nth_pattern(language).finditer(folded.text):
        written = next(group for group in match.groups() if group)
        days = lookup(ordinals, written) or value_of(language, written) or 0.0
        if days > 1:  # "from day one" is a way of speaking
            found.append(Waiting(float(days), *match.span()))
    return found


@cache
def _nth_pattern(language: str) -> re.Pattern[str]:
    lexicon = load(language)
    nth = rf"(\d{{1,3}}|{any_of(lexicon.ordinals)}|{any_of(lexicon.numbers)})"
    phrases = (expression(phrase) for phrase in split(lexicon.nth_days))
    said = "|".join(phrase.replace("#", nth) for phrase in phrases)
    return re.compile(rf"{WORD_STARTS}(?:{said}){WORD_ENDS}")


def since(language: str, folded: Folded, posted_on: date) -> list[Waiting]:
    """Every point in time that trouble is said to last from, as days before the post."""
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
