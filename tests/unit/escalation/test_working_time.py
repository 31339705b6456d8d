"""Working time: exact over nights, breaks, weekends, holidays and daylight saving."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.escalation.policy import Calendar
from functions.escalation.working_time import add_working, day_of, is_working, working_between

HOUR = 3600
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
OFFICE = dict.fromkeys(WEEKDAYS, "09:00-12:00, 13:00-17:00")
ALWAYS = dict.fromkeys((*WEEKDAYS, "saturday", "sunday"), "00:00-24:00")


def calendar(hours: dict[str, str] = OFFICE, zone: str = "Europe/Oslo", **given_: Any) -> Calendar:  # noqa: ANN401
    return Calendar.model_validate({"time_zone": zone, "hours": hours} | given_)


def at(text: str, zone: str = "Europe/Oslo") -> datetime:
    """A wall's time in a zone, as UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("2026-11-02T09:00", 2, "2026-11-02T11:00"),
        ("2026-11-02T11:00", 2, "2026-11-02T14:00"),  # over lunch
        ("2026-11-02T12:30", 1, "2026-11-02T14:00"),  # from within lunch
        ("2026-11-02T16:00", 1, "2026-11-02T17:00"),  # until closing, not until the next opening
        ("2026-11-02T16:00", 2, "2026-11-03T10:00"),  # over night
        ("2026-11-06T16:00", 2, "2026-11-09T10:00"),  # over a weekend
        ("2026-11-07T11:00", 7, "2026-11-09T17:00"),  # from a Saturday
        ("2026-11-02T09:00", 70, "2026-11-13T17:00"),  # two weeks
        ("2026-11-02T20:00", 0, "2026-11-02T20:00"),
    ],
)
def test_hours_are_counted_only_while_we_work(start: str, hours: float, end: str) -> None:
    assert add_working(at(start), hours * HOUR, calendar()) == at(end)
    assert working_between(at(start), at(end), calendar()) == hours * HOUR


def test_a_closed_day_and_a_public_holiday_are_left_out() -> None:
    off = calendar(
        closed=["2026-12-24"], holidays=["NO"], public_holidays=["2026-12-25", "2026-12-26"]
    )
    assert add_working(at("2026-12-23T16:00"), 2 * HOUR, off) == at("2026-12-28T10:00")
    assert add_working(at("2026-12-23T16:00"), 2 * HOUR, calendar()) == at("2026-12-24T10:00")


def test_an_hour_that_the_clock_repeats_is_worked_twice_and_a_skipped_one_not_at_all() -> None:
    day = calendar({"saturday": "00:00-24:00", "sunday": "00:00-24:00"})
    autumn, spring = at("2026-10-25T00:00"), at("2026-03-29T00:00")
    assert working_between(autumn, at("2026-10-26T00:00"), day) == 25 * HOUR
    assert working_between(spring, at("2026-03-30T00:00"), day) == 23 * HOUR
    assert add_working(autumn, 25 * HOUR, day) == at("2026-10-26T00:00")


@pytest.mark.parametrize(
    ("hours", "worked"),
    [
        ("02:15-02:45", 0),  # within the hour that there isn't
        ("02:30-04:00", 1),
        ("01:00-02:30", 1),
        ("01:30-02:15, 02:30-03:30", 1),
    ],
)
def test_hours_that_fall_into_a_skipped_hour_begin_and_end_where_it_does(
    hours: str, worked: float
) -> None:
    spring = calendar({"sunday": hours})
    day = at("2026-03-29T00:00"), at("2026-03-30T00:00")
    assert working_between(*day, spring) == worked * HOUR


def test_eight_hours_are_eight_hours_on_both_sides_of_the_change() -> None:
    for friday in ("2026-03-27T15:00", "2026-10-23T15:00"):
        end = add_working(at(friday), 4 * HOUR, calendar())
        assert end.astimezone(ZoneInfo("Europe/Oslo")).strftime("%a %H:%M") == "Mon 11:00"


def test_the_same_moment_belongs_to_different_days_in_different_zones() -> None:
    late = datetime(2026, 11, 2, 23, 30, tzinfo=UTC)
    assert day_of(late, calendar()) == date(2026, 11, 3)
    assert day_of(late, calendar(zone="America/New_York")) == date(2026, 11, 2)
    assert not is_working(late, calendar())
    assert is_working(late, calendar(ALWAYS))


def test_a_page_tells_times_as_the_clock_on_our_wall_does() -> None:
    assert calendar().told(at("2026-11-02T09:05")) == "Mon 2 Nov 2026, 09:05 CET"
    assert calendar().told(at("2026-07-02T09:05")) == "Thu 2 Jul 2026, 09:05 CEST"
    assert calendar(zone="America/New_York").told(at("2026-11-02T01:00")) == (
        "Sun 1 Nov 2026, 19:00 EST"
    )


def test_a_calendar_that_never_opens_again_is_no_endless_search() -> None:
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(5000)]
    with pytest.raises(OverflowError):
        add_working(at("2026-11-02T09:00"), 1, calendar(closed=days))


MINUTES = st.lists(st.integers(0, 96), min_size=2, max_size=8, unique=True)
ZONES = st.sampled_from(
    ("Europe/Oslo", "America/Santiago", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC")
)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001


def _hours(quarters: list[int]) -> str:
    times = [f"{q // 4:02d}:{q % 4 * 15:02d}" for q in sorted(quarters)]
    return ", ".join(f"{a}-{b}" for a, b in zip(times[::2], times[1::2], strict=False))


WEEKS = st.fixed_dictionaries(
    {"monday": MINUTES.map(_hours)},
    optional={day: MINUTES.map(_hours) for day in (*WEEKDAYS[1:], "saturday", "sunday")},
)
CALENDARS = st.builds(
    lambda hours, zone, closed: calendar(hours, zone, closed=closed),
    WEEKS,
    ZONES,
    st.lists(st.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=20),
)
SECONDS = st.integers(1, 40 * HOUR)


@given(CALENDARS, MOMENTS, SECONDS)
def test_what_was_added_is_what_lies_between(when: Calendar, start: datetime, seconds: int) -> None:
    end = add_working(start, seconds, when)
    assert working_between(start, end, when) == seconds
    assert working_between(start, end - timedelta(seconds=1), when) == seconds - 1


@given(CALENDARS, MOMENTS, SECONDS, SECONDS)
def test_two_steps_are_one(when: Calendar, start: datetime, one: int, other: int) -> None:
    assert add_working(add_working(start, one, when), other, when) == add_working(
        start, one + other, when
    )


@given(CALENDARS, MOMENTS, MOMENTS, MOMENTS)
def test_time_is_neither_lost_nor_won_where_it_is_cut(
    when: Calendar, one: datetime, two: datetime, three: datetime
) -> None:
    first, middle, last = sorted((one, two, three))
    parts = working_between(first, middle, when) + working_between(middle, last, when)
    assert working_between(first, last, when) == pytest.approx(parts)
    assert working_between(last, first, when) == 0 or first == last


@given(ZONES, MOMENTS, SECONDS)
def test_around_the_clock_an_hour_is_an_hour(zone: str, start: datetime, seconds: int) -> None:
    assert add_working(start, seconds, calendar(ALWAYS, zone)) == start + timedelta(seconds=seconds)
