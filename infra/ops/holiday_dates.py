"""Public holidays as dates: looked up where a policy is built or put, never in a function.

The library takes half a second to begin with, which each cold start would pay.
"""

from datetime import date

YEARS_BEFORE, YEARS_AFTER = 1, 5


class NoSuchPlaceError(ValueError):
    """The library knows no such country or region; the message says which there are."""


def public_holidays(places: tuple[str, ...], year: int) -> tuple[date, ...]:
    """The holidays of places (`NO`, `ES-MD`) from the year before `year` to five years after it.

    Raises:
        NoSuchPlaceError: of a place that nobody knows.
    """
    years = range(year - YEARS_BEFORE, year + YEARS_AFTER + 1)
    found = {day for place in places for day in _of_place(place, years)}
    return tuple(sorted(found))


def _of_place(place: str, years: range) -> set[date]:
    from holidays import country_holidays, list_supported_countries

    country, _, region = place.partition("-")
    known = list_supported_countries()
    if country not in known:
        raise NoSuchPlaceError(f"no holidays are known of {country}: write it as in ISO 3166, NO")
    if region and region not in known[country]:
        there = ", ".join(known[country]) or "none"
        raise NoSuchPlaceError(f"{country} has no region {region}; it has: {there}")
    return set(country_holidays(country, subdiv=region or None, years=years))
