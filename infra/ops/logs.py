"""What the functions logged about one event."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from botocore.exceptions import ClientError

from infra.ops.deployment import Deployment

FUNCTIONS = (
    "intake",
    "classification",
    "escalation",
    "dispatch",
    "follow-up",
    "decision",
    "erasure",
)


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line; `fields` holds whatever `infra/log_line.schema.json` allows."""

    at: datetime
    function: str
    fields: dict[str, Any]


def lines_about(deployment: Deployment, event_id: str, since: datetime) -> list[LogLine]:
    """Every line with this correlation id, of all functions, oldest first."""
    found = [
        line
        for function in FUNCTIONS
        for line in _lines(deployment, function, event_id, since)
        if line.fields.get("correlation_id") == event_id
    ]
    return sorted(found, key=lambda line: line.at)


def lines_of(deployment: Deployment, function: str, term: str, since: datetime) -> list[LogLine]:
    """Every line of one function that holds a term, oldest first."""
    return sorted(_lines(deployment, function, term, since), key=lambda line: line.at)


def raw_lines(deployment: Deployment, function: str, term: str, since: datetime) -> list[str]:
    """The same, as they were written: Lambda's own lines are no JSON."""
    return [str(event["message"]) for event in _events(deployment, function, term, since)]


def _lines(deployment: Deployment, function: str, term: str, since: datetime) -> Iterator[LogLine]:
    return (_read(event, function) for event in _events(deployment, function, term, since))


def _events(
    deployment: Deployment, function: str, term: str, since: datetime
) -> Iterator[dict[str, Any]]:
    client = deployment.client("logs")
    request: dict[str, Any] = {
        "logGroupName": deployment.log_group(function),
        "startTime": int(since.timestamp() * 1000),
        "filterPattern": f'"{term}"',
    }
    try:
        for page in client.get_paginator("filter_log_events").paginate(**request):
            yield from page["events"]
    except ClientError as error:
        if error.response["Error"]["Code"] != "ResourceNotFoundException":
            raise  # a function that never ran has no group on LocalStack


def _read(event: dict[str, Any], function: str) -> LogLine:
    at = datetime.fromtimestamp(event["timestamp"] / 1000, UTC)
    try:
        fields = json.loads(event["message"])
    except ValueError:
        return LogLine(at, function, {})
    if not isinstance(fields, dict):
        return LogLine(at, function, {})
    return LogLine(_logged_at(fields, at), function, fields)


def _logged_at(fields: dict[str, Any], otherwise: datetime) -> datetime:
    """When it was written, by the function's own word: CloudWatch may stamp a batch later."""
    try:
        return datetime.strptime(str(fields["timestamp"]), "%Y-%m-%d %H:%M:%S,%f%z")
    except (KeyError, ValueError):
        return otherwise
