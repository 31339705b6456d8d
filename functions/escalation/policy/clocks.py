"""How long things may take: deadlines that we set ourselves, promises, a person's answer."""

from typing import Annotated, get_args

from pydantic import Field, field_validator

from functions.escalation.policy.spans import Span
from functions.escalation.policy.strict import Strict
from shared.cases.items import Milestone, Promised

SEVERITIES = (1, 2, 3, 4)

type Severity = Annotated[int, Field(ge=1, le=4)]
type Share = Annotated[float, Field(gt=0, lt=1)]
type Days = Annotated[float, Field(gt=0)]
type HoursAhead = Annotated[float, Field(ge=0)]


class Targets(Strict):
    """How long each milestone of a case may take."""

    first_answer: Span
    next_update: Span
    resolution: Span

    def of(self, milestone: Milestone) -> Span:
        """The span of a milestone."""
        found: Span = getattr(self, milestone)
        return found


def _has_each(spans: dict[int, object]) -> None:
    missing = [str(severity) for severity in SEVERITIES if severity not in spans]
    if missing:
        raise ValueError(f"severity {', '.join(missing)} is missing: all of 1 to 4 are needed")


class Deadlines(Strict):
    """By severity. `warn_share`: a warning comes when this share of the time is left.

    Whoever had waited before is owed an answer sooner: their time counts, down to `soonest`.
    """

    warn_share: Share
    soonest: Span
    severity: dict[Severity, Targets]

    @field_validator("severity")
    @classmethod
    def _is_complete(cls, severity: dict[int, Targets]) -> dict[int, Targets]:
        _has_each(dict(severity))
        return severity


_DETAILS = {"remind_after": "24 working hours", "end_after": "40 working hours"}


class Details(Strict):
    """How long we wait for what a customer was asked for.

    After `remind_after` the case's owner is told that it hasn't come; `end_after` that the case
    ends unconfirmed, or is ours again where something is owed.
    """

    remind_after: Span
    end_after: Span


class Promises(Strict):
    """When we come back to a case by ourselves.

    `chase_hours_before` a promise falls due its owner is reminded; `no_news_hours_before` it would
    pass in silence the customer hears that there is no news yet, and that there will be some within
    `no_news_again`, by what was promised. `details` are what customers were asked for. After
    `verify_days` without an answer to "is it fixed?" a case ends unconfirmed; within `reopen_days`
    of its end a new complaint of the same begins it again.
    """

    chase_hours_before: HoursAhead
    no_news_hours_before: HoursAhead
    no_news_again: dict[Promised, Span]
    details: Details = Details.model_validate(_DETAILS)  # older policies hold
    verify_days: Days
    reopen_days: Days

    @field_validator("no_news_again")
    @classmethod
    def _is_complete(cls, again: dict[Promised, Span]) -> dict[Promised, Span]:
        missing = [what for what in get_args(Promised.__value__) if what not in again]
        if missing:
            raise ValueError(f"{', '.join(missing)} is missing: any promise may pass in silence")
        return again


class Acknowledge(Strict):
    """By severity: how long a person has to act on a brief before the next one is asked."""

    severity: dict[Severity, Span]

    @field_validator("severity")
    @classmethod
    def _is_complete(cls, severity: dict[int, Span]) -> dict[int, Span]:
        _has_each(dict(severity))
        return severity
