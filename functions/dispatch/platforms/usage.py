"""What Meta's headers say of how much is used up, and how long to wait. Pure."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

_PERCENT = ("call_count", "total_cputime", "total_time")
_USED_UP = 100
_HEADERS = ("x-app-usage", "x-page-usage", "x-business-use-case-usage")


def wait_seconds(headers: Mapping[str, str]) -> float | None:
    """How long Meta asks to wait, or None where it doesn't say."""
    if (seconds := headers.get("retry-after", "")).isdigit():
        return max(float(seconds), 1.0)
    minutes = [float(u.get("estimated_time_to_regain_access") or 0) for u in _usages(headers)]
    return 60 * max(minutes, default=0.0) or None


def is_used_up(headers: Mapping[str, str]) -> bool:
    """Whether the next call would be one too many."""
    usages = _usages(headers)
    return any(float(usage.get(name) or 0) >= _USED_UP for usage in usages for name in _PERCENT)


def _usages(headers: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for name in _HEADERS:
        try:
            value = json.loads(headers.get(name, ""))
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict):
            yield from _objects(value)


def _objects(value: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The header itself, and what stands by business in the last of the three."""
    yield value
    for listed in value.values():
        if isinstance(listed, list):
            yield from (each for each in listed if isinstance(each, dict))
