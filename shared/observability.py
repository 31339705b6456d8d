"""One JSON line a post and stage, and a closed list of metrics.

`infra/log_line.schema.json` is the line's schema: fields are named here and nowhere else, so that
nothing personal can slip in. Ids never become metric dimensions: they would be billed by the piece.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.metrics import Metrics, MetricUnit


class Metric(StrEnum):
    """Every metric there is. A new one is a decision: each costs 0.30 USD a month."""

    EVENTS_ACCEPTED = "EventsAccepted"
    EVENTS_IGNORED = "EventsIgnored"
    EVENTS_PARKED = "EventsParked"
    SIGNATURES_REFUSED = "SignaturesRefused"
    BODIES_TOO_LARGE = "BodiesTooLarge"
    DUPLICATES_SUPPRESSED = "DuplicatesSuppressed"
    LEFT_TO_PERSON = "LeftToPerson"
    REPLIES_SENT = "RepliesSent"
    REPLIES_FAILED = "RepliesFailed"
    REPLIES_UNKNOWN = "RepliesUnknown"
    REPLIES_PUT_OFF = "RepliesPutOff"
    REPLIES_HELD = "RepliesHeld"
    CHANNELS_HELD = "ChannelsHeld"
    FIRST_ANSWER_SECONDS = "FirstAnswerSeconds"
    DECIDER_SECONDS = "DeciderSeconds"
    TIME_TO_ACTION_SECONDS = "TimeToActionSeconds"
    PROMISES_BROKEN = "PromisesBroken"
    DUE_ITEMS = "DueItems"
    NOT_LIVE = "NotLive"
    POLICIES_REFUSED = "PoliciesRefused"


@dataclass(frozen=True, slots=True)
class Line:
    """What one stage did with one post. Empty fields are left out of the log."""

    outcome: str
    reason: str | None = None
    correlation_id: str | None = None
    brand: str | None = None
    case: str | None = None
    conversation: str | None = None
    platform: str | None = None
    rule: str | None = None
    attempt: int | None = None
    queue_age_seconds: float | None = None
    duration_seconds: float | None = None
    posts: int | None = None
    remedy: str | None = None


@cache
def logger() -> Logger:
    """The process's logger; its level comes from POWERTOOLS_LOG_LEVEL."""
    return Logger(
        service="sixday",
        location=None,
        stage=os.environ.get("FUNCTION_STAGE", "unset"),
        deployment=os.environ.get("STAGE", "unset"),
        version=os.environ.get("AWS_LAMBDA_FUNCTION_VERSION", "unset"),
        utc=True,
    )


@cache
def metrics() -> Metrics:
    # A missing namespace must not turn a delivery that SQS has confirmed into an error.
    namespace = os.environ.get("POWERTOOLS_METRICS_NAMESPACE", "Sixday")
    return Metrics(namespace=namespace, service=os.environ.get("FUNCTION_STAGE", "unset"))


def log(line: Line, *, level: str = "info") -> None:
    """Write the line; its message is the outcome and reason in words."""
    fields = {name: value for name, value in asdict(line).items() if value is not None}
    message = line.outcome if line.reason is None else f"{line.outcome}: {line.reason}"
    getattr(logger(), level)(message, extra=fields)


def count(
    metric: Metric, value: float = 1, *, seconds: bool = False, platform: str | None = None
) -> None:
    """Add to a metric; it leaves with the invocation, as CloudWatch's embedded format.

    With a `platform`, which an invocation names once, all that it counts is counted by that too.
    """
    unit = MetricUnit.Seconds if seconds else MetricUnit.Count
    metrics().add_metric(name=metric.value, unit=unit, value=value)
    if platform:
        metrics().add_dimensions(platform=platform)


@contextmanager
def observed(context: Any) -> Iterator[None]:  # noqa: ANN401 - Lambda's context has no public type
    """Stamp what an invocation logs with its request, and flush its metrics when it ends."""
    logger().append_keys(cold_start=_Process.is_cold, request_id=context.aws_request_id)
    _Process.is_cold = False
    try:
        yield
    finally:
        if metrics().metric_set:
            metrics().flush_metrics()


class _Process:
    is_cold = True
