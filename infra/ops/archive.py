"""The archive of raw deliveries: which hours hold what, and each delivery as it came.

Two kinds of objects: what a batch brought, as JSON lines (classification), and a body of its own
(intake: large, of many posts, or unreadable).
"""

import base64
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from functions.intake.messages import Delivery
from infra.ops.deployment import Deployment

_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Archived:
    """A delivery, and the key of the object that keeps it."""

    delivery: Delivery
    key: str


def objects(deployment: Deployment, since: datetime, until: datetime) -> list[dict[str, Any]]:
    """Every object of the hours that hold any of that time, oldest first.

    The hour is when a stage archived it: seconds after it came, or as long as its queue stood.
    """
    s3, bucket = deployment.client("s3"), deployment.output("ArchiveBucketName")
    pages = s3.get_paginator("list_objects_v2")
    hours = _hours(since, until)
    return [
        found
        for hour in hours
        for page in pages.paginate(Bucket=bucket, Prefix=f"archive/{hour:%Y/%m/%d/%H}/")
        for found in page.get("Contents", [])
    ]


def deliveries(deployment: Deployment, found: dict[str, Any]) -> Iterator[Archived]:
    """What one object keeps."""
    key, data = found["Key"], _read(deployment, found["Key"])
    if _is_batch(key):
        yield from (Archived(one, key) for one in _of_batch(data))
    else:
        platform, name = key.split("/")[-2:]
        delivery_id = name.removesuffix(".json.zz")
        yield Archived(Delivery(platform, delivery_id, found["LastModified"], data), key)


def body_in(deployment: Deployment, key: str, delivery_id: str) -> bytes | None:
    """The body of one delivery that an object keeps."""
    data = _read(deployment, key)
    if not _is_batch(key):
        return data
    return next((one.body for one in _of_batch(data) if one.delivery_id == delivery_id), None)


def _read(deployment: Deployment, key: str) -> bytes:
    bucket = deployment.output("ArchiveBucketName")
    stored = deployment.client("s3").get_object(Bucket=bucket, Key=key)
    return zlib.decompress(stored["Body"].read())


def _is_batch(key: str) -> bool:
    return key.endswith(".jsonl.zz")


def _of_batch(data: bytes) -> Iterator[Delivery]:
    for line in map(json.loads, data.splitlines()):
        body = zlib.decompress(base64.b64decode(line["raw"]))
        received_at = datetime.fromisoformat(line["received_at"])
        yield Delivery(line["platform"], line["delivery_id"], received_at, body)


def _hours(since: datetime, until: datetime) -> Iterator[datetime]:
    hour = since.replace(minute=0, second=0, microsecond=0)
    while hour < until:
        yield hour
        hour += _HOUR
