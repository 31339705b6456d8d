"""Lengths of time as the policy writes them: `30 minutes`, `4 working hours`, `3 days`."""

import re
from typing import Any

from pydantic import GetJsonSchemaHandler, model_serializer, model_validator
from pydantic_core import core_schema

from functions.escalation.policy.strict import Strict

_UNITS = {"minute": 60, "hour": 3600, "day": 86_400}
_PATTERN = r"^\d+(\.\d+)? ((working )?(minute|hour)s?|days?)$"


class Span(Strict):
    """A length of time; `is_working`: of it only the hours count in which we work."""

    seconds: float
    is_working: bool = False

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, value: Any) -> Any:  # noqa: ANN401 - whatever stands in the file
        return _read(str(value)) if isinstance(value, str | int | float) else value

    @model_serializer
    def words(self) -> str:
        """As the policy writes it."""
        fits = [u for u, s in _UNITS.items() if not (self.is_working and u == "day")]
        unit = next((u for u in reversed(fits) if self.seconds % _UNITS[u] == 0), "minute")
        number = f"{self.seconds / _UNITS[unit]:g}"
        return f"{number} {'working ' * self.is_working}{unit}{'s' * (number != '1')}"

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "pattern": _PATTERN, "examples": ["4 working hours", "3 days"]}


def _read(words: str) -> dict[str, Any]:
    if not re.match(_PATTERN, words.strip()):
        raise ValueError(
            f"{words!r} is no length of time: write `30 minutes`, `4 hours`, `4 working hours` "
            "or `3 days` (working time in minutes or hours, since days differ in length)"
        )
    number, *_, unit = words.split()
    seconds = float(number) * _UNITS[unit.rstrip("s")]
    if seconds <= 0:
        raise ValueError("a length of time must be more than nothing")
    return {"seconds": seconds, "is_working": "working" in words}
