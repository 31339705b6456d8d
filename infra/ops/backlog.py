"""What waits where: each queue with its dead letters, and what the table holds as due."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from infra.ops import controls
from infra.ops.deployment import Deployment
from shared.cases import keys
from shared.cases.attributes import to_item
from shared.clock import iso, utc_now

READERS = ("classification", "escalation", "dispatch", "erasure")  # in flow order


@dataclass(frozen=True, slots=True)
class Backlog:
    """One reader's queue. `oldest_seconds` is None where SQS's age isn't measured (LocalStack)."""

    reader: str
    waiting: int
    in_work: int
    delayed: int
    dead: int
    oldest_seconds: float | None


def backlogs(deployment: Deployment) -> list[Backlog]:
    """Every queue, left to right as a post travels. SQS's numbers are approximate."""
    return [_backlog(deployment, reader) for reader in READERS]


def due(deployment: Deployment) -> int:
    """How many replies, briefs and dates have come due and not yet been taken by follow-up."""
    now = iso(controls.now(deployment))
    return sum(_due_in(deployment, shard, now) for shard in range(keys.DUE_SHARDS))


def _backlog(deployment: Deployment, reader: str) -> Backlog:
    queue = _numbers(deployment, deployment.queue(reader))
    dead = _numbers(deployment, deployment.queue(reader, is_dead_letter=True))
    return Backlog(
        reader,
        waiting=queue[""],
        in_work=queue["NotVisible"],
        delayed=queue["Delayed"],
        dead=sum(dead.values()),
        oldest_seconds=_age(deployment, deployment.queue(reader)),
    )


def _numbers(deployment: Deployment, name: str) -> dict[str, int]:
    sqs, prefix = deployment.client("sqs"), "ApproximateNumberOfMessages"
    url = sqs.get_queue_url(QueueName=name)["QueueUrl"]
    wanted = [prefix, f"{prefix}NotVisible", f"{prefix}Delayed"]
    found = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=wanted)["Attributes"]
    return {key.removeprefix(prefix): int(value) for key, value in found.items()}


def _age(deployment: Deployment, name: str) -> float | None:
    """CloudWatch's newest minute of `ApproximateAgeOfOldestMessage`; it lags by some two."""
    if deployment.endpoint:
        return None
    now = utc_now()
    answer = deployment.client("cloudwatch").get_metric_statistics(
        Namespace="AWS/SQS",
        MetricName="ApproximateAgeOfOldestMessage",
        Dimensions=[{"Name": "QueueName", "Value": name}],
        StartTime=now - timedelta(minutes=10),
        EndTime=now,
        Period=60,
        Statistics=["Maximum"],
    )
    return _newest(answer["Datapoints"])


def _newest(points: list[dict[str, Any]]) -> float | None:
    def at(point: dict[str, Any]) -> datetime:
        found: datetime = point["Timestamp"]
        return found

    return float(max(points, key=at)["Maximum"]) if points else None


def _due_in(deployment: Deployment, shard: int, now: str) -> int:
    pages = (
        deployment.client("dynamodb")
        .get_paginator("query")
        .paginate(
            TableName=deployment.output("TableName"),
            IndexName="due",
            Select="COUNT",
            KeyConditionExpression="due_shard = :shard AND due_at <= :now",
            ExpressionAttributeValues=to_item({":shard": f"due#{shard}", ":now": now}),
        )
    )
    return sum(int(page["Count"]) for page in pages)
