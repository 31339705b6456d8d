"""`3d`, `6h`, `90m`: spans of time as one types them."""

import re
from datetime import timedelta
from typing import override

import click

_UNITS = {"d": "days", "h": "hours", "m": "minutes", "min": "minutes", "s": "seconds"}
_SPAN = re.compile(r"(\d+(?:\.\d+)?)(d|h|min|m|s)")


class Span(click.ParamType[timedelta]):
    """One number and one unit, more than nothing."""

    name = "span"

    @override
    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> timedelta:
        if isinstance(value, timedelta):
            return value
        found = _SPAN.fullmatch(str(value).strip().lower())
        if found is None or float(found[1]) == 0:
            self.fail(f"{value!r} is no span: say 3d, 6h, 90m or 30s", param, ctx)
        return timedelta(**{_UNITS[found[2]]: float(found[1])})
