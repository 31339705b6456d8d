"""`2026-12-04`, `2026-12-04T15:00`, `3d`: times as one types them."""

from datetime import UTC, datetime, timedelta
from typing import override

import click

from infra.ops import controls
from infra.ops.deployment import Deployment
from infra.ops.span import Span

type Typed = datetime | timedelta

NOON = 12  # UTC: of a day without an hour, it is that day in nearly every time zone


class Moment(click.ParamType[Typed]):
    """A day (at `hour` UTC), a time (UTC unless it says otherwise), or a span from now on."""

    name = "moment"

    def __init__(self, hour: int = NOON) -> None:
        self.hour = hour

    @override
    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Typed:
        if isinstance(value, datetime | timedelta):
            return value
        text = str(value).strip()
        try:
            return _time(text, self.hour)
        except ValueError:
            pass
        try:
            return Span().convert(text, param, ctx)
        except click.BadParameter:
            self.fail(f"{value!r} is no time: say 2026-12-04, 2026-12-04T15:00 or 3d", param, ctx)


def ahead(deployment: Deployment, typed: Typed | None) -> datetime | None:
    """The time that was meant; a span counts from the deployment's now."""
    if isinstance(typed, timedelta):
        return controls.now(deployment) + typed
    return typed


def before(deployment: Deployment, typed: Typed | None) -> datetime | None:
    """The same, of what is over: a span counts back."""
    return ahead(deployment, -typed if isinstance(typed, timedelta) else typed)


def _time(text: str, hour: int) -> datetime:
    found = datetime.fromisoformat(text)
    if len(text) <= len("2026-12-04"):
        found = found.replace(hour=hour)
    return found if found.tzinfo else found.replace(tzinfo=UTC)
