"""A policy's file, as it becomes what functions read: YAML, with its holidays looked up."""

import re
from typing import Any

import yaml

from infra.ops.holiday_dates import NoSuchPlaceError, public_holidays


def compiled(source: str) -> dict[str, Any]:
    """The policy of a YAML text, with the public holidays that it names as dates.

    They reach from the year before the policy's own to five years after it: the same text is
    always the same policy.
    """
    data: dict[str, Any] = yaml.safe_load(source)
    calendar = data.get("calendar") if isinstance(data, dict) else None
    if isinstance(calendar, dict) and calendar.get("holidays"):
        data["calendar"] = calendar | {"public_holidays": _looked_up(data, calendar)}
    return data


def _looked_up(data: dict[str, Any], calendar: dict[str, Any]) -> list[str] | None:
    """None where they can't be: reading the policy then says why."""
    year = re.match(r"^(\d{4})-", str(data.get("version", "")))
    if year is None:
        return None
    try:
        days = public_holidays(tuple(map(str, calendar["holidays"])), int(year[1]))
    except (NoSuchPlaceError, TypeError):
        return None
    return [day.isoformat() for day in days]
