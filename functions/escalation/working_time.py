"""Time in which we work: exact over nights, breaks, weekends, holidays and daylight saving. Pure.

Hours are read off the wall in the calendar's zone and measured in UTC: an hour that the clock
skips in spring isn't worked, one that it repeats in autumn is worked twice.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from functions.escalation.policy.calendar import Calendar
from functions.escalation.policy.spans import Span

DAYS_AHEAD = 3660  # nobody's deadline is ten years off: a calendar that never opens ends here

_MINUTE = timedelta(minutes=1)


def add_working(start: datetime, seconds: float, calendar: Calendar) -> datetime:
    """The first moment by which so many seconds were worked since `start`; UTC.

    Raises:
        OverflowError: not within ten years.
    """
    left, moment = timedelta(seconds=seconds), start.astimezone(UTC)
    if left <= timedelta():
        return moment
    for opens, closes in _open_from(moment, moment + timedelta(days=DAYS_AHEAD), calendar):
        if closes - opens >= left:
            return opens + left
        left -= closes - opens
    raise OverflowError("there is not so much working time in ten years: look at the calendar")


def working_between(start: datetime, end: datetime, calendar: Calendar) -> float:
    """Seconds worked from `start` until `end`; 0 where the end comes first."""
    periods = _open_from(start.astimezone(UTC), end.astimezone(UTC), calendar)
    return sum((closes - opens for opens, closes in periods), timedelta()).total_seconds()


def after(start: datetime, span: Span, calendar: Calendar) -> datetime:
    """When a span that begins at `start` is over, in working hours or round the clock."""
    if span.is_working:
        return add_working(start, span.seconds, calendar)
    return start + timedelta(seconds=span.seconds)


def measured(start: datetime, end: datetime, span: Span, calendar: Calendar) -> float:
    """Seconds from `start` until `end`, as the span counts them; 0 where the end is first."""
    if span.is_working:
        return working_between(start, end, calendar)
    return max((end - start).total_seconds(), 0.0)


def is_working(moment: datetime, calendar: Calendar) -> bool:
    """Whether we work at that moment."""
    return working_between(moment, moment + timedelta(microseconds=1), calendar) > 0


def day_of(moment: datetime, calendar: Calendar) -> date:
    """The calendar's day."""
    return moment.astimezone(calendar.zone).date()


def _open_from(
    start: datetime, end: datetime, calendar: Calendar
) -> Iterator[tuple[datetime, datetime]]:
    """Every period that is worked between two moments, cut to them."""
    day, last = day_of(start, calendar), day_of(end, calendar)
    while day <= last:
        for opens, closes in _open_on(day, calendar):
            if max(opens, start) < min(closes, end):
                yield max(opens, start), min(closes, end)
        day += timedelta(days=1)


def _open_on(day: date, calendar: Calendar) -> Iterator[tuple[datetime, datetime]]:
    if day in calendar.closed_days:
        return
    zone = calendar.zone
    for opens, closes in calendar.hours.days[day.weekday()]:
        yield _moment(day, opens, zone), _moment(day, closes, zone)


def _moment(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """When the wall's clock shows that minute first; where it skips it, when it has."""
    wall = datetime(day.year, day.month, day.day) + timedelta(minutes=minute)  # noqa: DTZ001 - a wall's
    while not _exists(wall, zone):
        wall += _MINUTE
    return wall.replace(tzinfo=zone).astimezone(UTC)


def _exists(wall: datetime, zone: ZoneInfo) -> bool:
    there_and_back = wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
    return there_and_back.replace(tzinfo=None) == wall
