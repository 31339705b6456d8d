"""A policy's file, as it becomes what functions read: YAML, with its holidays looked up."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from functions.escalation.policy import Fault, Policy, PolicyError, read_policy
from infra.ops.holiday_dates import NoSuchPlaceError, public_holidays

SHIPPED_FILE = Path(__file__).parents[1] / "policy" / "default.yaml"

_AT = ("calendar", "holidays")
_ANY_YEAR = 2026


def shipped() -> Policy:
    """The policy of this release."""
    return read_policy(compiled(SHIPPED_FILE.read_text("utf-8")))


def compiled(source: str) -> dict[str, Any]:
    """The policy of a YAML text as functions read it, with the holidays that it names as dates.

    They reach from the year before that of its version to five years after it: the same text is
    always the same policy.

    Raises:
        PolicyError: everything that is wrong with it.
        yaml.YAMLError: it isn't YAML.
    """
    try:
        data: Any = yaml.safe_load(source)
    except (ArithmeticError, RecursionError, ValueError) as error:  # 2026-02-30, [[[[…
        raise PolicyError((Fault((), f"a value of it can't be read: {error}"),)) from None
    if not isinstance(data, dict):
        raise PolicyError((Fault((), "a policy is a mapping: version, calendar, people, …"),))
    faults = tuple(_holiday_faults(data))
    with_days = _with_holidays(data, () if faults else _places(data))
    try:
        read_policy(with_days)
    except PolicyError as error:
        faults += error.faults
    if faults:
        raise PolicyError(faults)
    return with_days


def _with_holidays(data: dict[str, Any], places: tuple[str, ...]) -> dict[str, Any]:
    calendar = data.get("calendar")
    if not isinstance(calendar, dict):
        return data
    days = [day.isoformat() for day in public_holidays(places, _year(data))]
    return data | {"calendar": calendar | {"public_holidays": days}}


def _holiday_faults(data: dict[str, Any]) -> Iterator[Fault]:
    for number, place in enumerate(_places(data)):
        try:
            public_holidays((place,), _year(data))
        except NoSuchPlaceError as error:
            yield Fault((*_AT, number), str(error))


def _places(data: dict[str, Any]) -> tuple[str, ...]:
    calendar = data.get("calendar")
    places = calendar.get("holidays") if isinstance(calendar, dict) else None
    return tuple(p for p in places if isinstance(p, str)) if isinstance(places, list) else ()


def _year(data: dict[str, Any]) -> int:
    """That of its version; where that is none, any does: the policy is refused for it."""
    year = str(data.get("version", ""))[:4]
    return int(year) if year.isdecimal() and year.startswith("20") else _ANY_YEAR
