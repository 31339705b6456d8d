"""What the slots of a text hold: a customer's facts and our dates, in the words of a language.

A fact that can't be said well isn't said: it is left out, and another text is chosen.
"""

import math
from collections.abc import Iterator
from datetime import date
from typing import Literal

from functions.dispatch.language import Calendar, Formality, Numbers
from functions.dispatch.phrase import phrase, plain
from functions.dispatch.voice import Voice
from shared.messages import Frozen

_DAYS_IN_MONTH, _DAYS_IN_YEAR = 30.4, 365
_SHORTEST_WAIT = 5 / 1440  # days; nobody complains of less, so it was misread
_LOWEST_AMOUNT, _HIGHEST_AMOUNT = 0.01, 10**9  # beyond them a number was misread


class Facts(Frozen):
    """What the customer told and a text may repeat. `waiting_days` may be a fraction of a day;
    `currency` is ISO 4217."""

    place: str | None = None
    product: str | None = None
    reference: str | None = None
    waiting_days: float | None = None
    contact_count: int | None = None
    amount: float | None = None
    currency: str | None = None
    is_recall: bool = False


def facts_said(facts: Facts, voice: Voice, formality: Formality) -> dict[str, str]:
    """Slot → words, without the slots that have nothing to say."""
    grammar, numbers = voice.grammar, voice.numbers
    said = {
        "place": phrase("place", facts.place, grammar, formality),
        "product": phrase("product", facts.product, grammar, formality),
        "reference": plain((facts.reference or "").lstrip("# ")),
        "waiting": duration(facts.waiting_days, numbers),
        "contacts": times(facts.contact_count, numbers),
        "amount": money(facts.amount, facts.currency, numbers),
    }
    return {slot: words for slot, words in said.items() if words}


def duration(days: float | None, numbers: Numbers) -> str | None:
    """A time as people say it: 90 → "three months", 100 → "more than three months"."""
    if days is None or not _SHORTEST_WAIT <= days < math.inf:
        return None
    unit, size = next(_units(days))
    count = max(1, round(days / size))
    if abs(days - count * size) <= size * 0.1:
        return _count(count, numbers.units[unit], numbers)
    lower = max(1, math.floor(days / size))
    words = _count(lower, numbers.units[unit], numbers)
    return numbers.more_than.format(words)


type _Unit = Literal["minute", "hour", "day", "week", "month", "year"]
_MINUTE: tuple[_Unit, float] = ("minute", 1 / 1440)


def _units(days: float) -> Iterator[tuple[_Unit, float]]:
    """The unit that people would have used first, so that theirs comes back: 56 is eight weeks,
    45 is forty-five days, 60 is two months."""
    if days >= _DAYS_IN_YEAR * 0.98:
        yield "year", _DAYS_IN_YEAR
    if days % 7 == 0 and days < 70:
        yield "week", 7
    if days % 5 == 0 and days < 60 and days != 30:
        yield "day", 1
    if days >= 56 or 28 < days <= 31:
        yield "month", _DAYS_IN_MONTH
    if days > 14:
        yield "week", 7
    yield ("day", 1) if days >= 0.98 else ("hour", 1 / 24) if days >= 1 / 24 else _MINUTE


def times(count: int | None, numbers: Numbers) -> str | None:
    """ "thirteen times". A single contact is none that we let pass: None."""
    return _count(count, numbers.units["time"], numbers) if count and 2 <= count < 1000 else None


def _count(count: int, forms: tuple[str, str], numbers: Numbers) -> str:
    words = numbers.words
    number = words[count - 1] if count <= len(words) else str(count)
    return forms[0] if count == 1 else forms[1].format(n=number)


def money(value: float | None, currency: str | None, numbers: Numbers) -> str | None:
    """ "30.000 dólares". None without a currency that this language has a name for."""
    forms = numbers.currencies.get(currency or "")
    if not forms or value is None or not _LOWEST_AMOUNT <= value < _HIGHEST_AMOUNT:
        return None
    return forms[0] if value == 1 else forms[1].format(n=_figure(value, numbers))


def _figure(value: float, numbers: Numbers) -> str:
    whole, cents = divmod(round(value * 100), 100)
    is_grouped = len(str(whole)) >= numbers.group_from
    figure = f"{whole:,}".replace(",", numbers.thousands) if is_grouped else str(whole)
    return f"{figure}{numbers.decimal}{cents:02}" if cents else figure


def day(day: date, calendar: Calendar) -> str:
    """ "el martes 24 de noviembre", in the calendar of the customer's language."""
    return calendar.date.format(
        weekday=calendar.weekdays[day.weekday()], day=day.day, month=calendar.months[day.month - 1]
    )
