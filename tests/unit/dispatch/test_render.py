"""Facts and dates in the words of each language."""

from datetime import date

import pytest

from functions.dispatch.render import day, duration, money, times
from tests.unit.dispatch.speaking import voice


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "el martes 24 de noviembre"),
        ("nb", "tirsdag 24. november"),
        ("it", "martedì 24 novembre"),
        ("en", "Tuesday 24 November"),
    ],
)
def test_a_date_is_said_with_its_weekday(language: str, said: str) -> None:
    assert day(date(2026, 11, 24), voice(language).calendar) == said


@pytest.mark.parametrize(
    ("language", "days", "said"),
    [
        ("es", 90, "tres meses"),
        ("es", 30, "un mes"),
        ("es", 100, "más de tres meses"),
        ("es", 1 / 24, "una hora"),
        ("es", 40 / 1440, "40 minutos"),
        ("nb", 14, "to uker"),
        ("nb", 365, "et år"),
        ("nb", 5, "fem dager"),
        ("it", 2 / 24, "due ore"),
        ("it", 2.5, "più di due giorni"),
        ("it", 7, "una settimana"),
        ("en", 45, "45 days"),
        ("en", 56, "eight weeks"),
        ("en", 92, "three months"),
        ("en", 20, "20 days"),
        ("en", 40, "40 days"),
        ("en", 17, "more than two weeks"),
    ],
)
def test_a_time_is_said_as_people_say_it(language: str, days: float, said: str) -> None:
    assert duration(days, voice(language).numbers) == said


@pytest.mark.parametrize("days", [None, 0, -3, 0.001, float("nan"), float("inf")])
def test_a_time_that_nobody_waits_is_not_said(days: float | None) -> None:
    assert duration(days, voice("es").numbers) is None


@pytest.mark.parametrize(
    ("language", "value", "currency", "said"),
    [
        ("es", 30_000, "USD", "30.000 dólares"),
        ("es", 4500, "EUR", "4500 euros"),
        ("nb", 30_000, "USD", "30\u00a0000 dollar"),
        ("nb", 499.5, "NOK", "499,50 kroner"),
        ("it", 4500, "EUR", "4.500 euro"),
        ("en", 30_000, "USD", "30,000 dollars"),
        ("en", 0.4, "USD", "0.40 dollars"),
        ("en", 12.5, "GBP", "£12.50"),
    ],
)
def test_money_is_said_with_its_currency(
    language: str, value: float, currency: str, said: str
) -> None:
    assert money(value, currency, voice(language).numbers) == said


@pytest.mark.parametrize(
    ("value", "currency"),
    [(30, None), (30, "XYZ"), (None, "EUR"), (-1, "EUR"), (float("nan"), "EUR"), (0.001, "EUR")],
)
def test_money_that_is_in_doubt_is_not_said(value: float | None, currency: str | None) -> None:
    assert money(value, currency, voice("es").numbers) is None


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "trece veces"),
        ("nb", "tretten ganger"),
        ("it", "tredici volte"),
        ("en", "thirteen times"),
    ],
)
def test_contacts_are_counted_in_times(language: str, said: str) -> None:
    assert times(13, voice(language).numbers) == said
    assert times(1, voice(language).numbers) is None
