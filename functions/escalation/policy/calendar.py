"""When we work: a week of hours in one time zone, less the days on which we are closed."""

import re
from datetime import date, datetime
from functools import cached_property
from itertools import pairwise
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import (
    BeforeValidator,
    Field,
    PlainSerializer,
    WithJsonSchema,
    field_validator,
    model_validator,
)

from functions.escalation.policy.strict import Strict

CLOSED = "closed"
_TIME = r"([01]\d|2[0-3]):[0-5]\d"
_PERIOD = rf"{_TIME}-({_TIME}|24:00)"
_HOURS = rf"^({CLOSED}|{_PERIOD}(, *{_PERIOD})*)$"

type Period = tuple[int, int]  # minutes of the day, from and until


def _read_hours(value: Any) -> Any:  # noqa: ANN401 - whatever stands in the file
    if not isinstance(value, str):
        return value
    if not re.match(_HOURS, value.strip()):
        raise ValueError(
            f"{value!r} are no hours: write `09:00-12:00, 13:00-17:00`, `00:00-24:00` or `closed`"
        )
    periods = [_read_period(p) for p in value.split(",")] if value.strip() != CLOSED else []
    ends = [minute for period in periods for minute in period]
    if any(later <= earlier for earlier, later in pairwise(ends)):
        raise ValueError(f"{value!r}: each time must be later than the one before it")
    return periods


def _read_period(text: str) -> Period:
    start, end = (_minute(time) for time in text.strip().split("-"))
    return start, end


def _minute(time: str) -> int:
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


def _write_hours(periods: tuple[Period, ...]) -> str:
    return ", ".join(f"{_time(a)}-{_time(b)}" for a, b in periods) or CLOSED


def _time(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


type Hours = Annotated[
    tuple[Period, ...],
    BeforeValidator(_read_hours),
    PlainSerializer(_write_hours),
    WithJsonSchema(
        {"type": "string", "pattern": _HOURS, "examples": ["09:00-12:00, 13:00-17:00", CLOSED]}
    ),
]


class Week(Strict):
    """The hours of each day of the week; a day that isn't named is closed."""

    monday: Hours = ()
    tuesday: Hours = ()
    wednesday: Hours = ()
    thursday: Hours = ()
    friday: Hours = ()
    saturday: Hours = ()
    sunday: Hours = ()

    @model_validator(mode="after")
    def _has_hours(self) -> "Week":
        if not any(self.days):
            raise ValueError("there are no working hours: give at least one day some")
        return self

    @cached_property
    def days(self) -> tuple[tuple[Period, ...], ...]:
        """Monday first."""
        midweek = (self.monday, self.tuesday, self.wednesday, self.thursday)
        return (*midweek, self.friday, self.saturday, self.sunday)


class Calendar(Strict):
    """When we work. `holidays` names countries and regions, ISO 3166: `NO`, `ES-MD`.

    `public_holidays` are those days themselves. They are looked up where the policy is built or
    put (`infra/ops/policy_file.py`): the functions carry no library of holidays.
    """

    time_zone: str
    hours: Week
    holidays: tuple[Annotated[str, Field(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")], ...] = ()
    closed: tuple[date, ...] = ()
    public_holidays: tuple[date, ...] | None = None

    @field_validator("time_zone")
    @classmethod
    def _is_a_time_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ValueError, OSError, LookupError):
            raise ValueError(f"{name!r} is no time zone: write one like Europe/Oslo") from None
        return name

    @model_validator(mode="after")
    def _knows_its_holidays(self) -> "Calendar":
        if self.holidays and self.public_holidays is None:
            raise ValueError(
                "the holidays were not looked up: `make build` or `sixday policy put` does that"
            )
        return self

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    def told(self, moment: datetime) -> str:
        """As our people read a time: `Tue 3 Nov 2026, 09:20 CET`."""
        return f"{moment.astimezone(self.zone):%a %-d %b %Y, %H:%M %Z}"

    @cached_property
    def closed_days(self) -> frozenset[date]:
        """Every day on which we don't work whatever weekday it is."""
        return frozenset(self.closed) | frozenset(self.public_holidays or ())
