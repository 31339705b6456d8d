"""From a body to the queue: archived first where it must be, and confirmed, or an exception."""

import json
import zlib
from typing import Any

from functions.intake.messages import Delivery, group, may_travel, messages
from functions.intake.parse import Parsed
from functions.intake.ports import Ports
from shared.queues import Outgoing, send


def enqueue(parsed: Parsed, delivery: Delivery, ports: Ports) -> list[dict[str, Any]]:
    """Send everything that the body held, and return it; no AWS call where it held nothing.

    Raises:
        NotSentError: SQS didn't confirm every message.
        Exception: whatever botocore raises when SQS or S3 can't be reached.
    """
    if not (parsed.posts or parsed.set_aside):
        return []
    raw_key = None if may_travel(parsed, delivery.body) else _archive(delivery, ports)
    sent = messages(parsed, delivery, raw_key)
    send(ports.sqs(), [outgoing(ports.settings.queue_url, message) for message in sent])
    return sent


def _archive(delivery: Delivery, ports: Ports) -> str:
    hour = delivery.received_at.strftime("%Y/%m/%d/%H")
    key = f"archive/{hour}/{delivery.platform}/{delivery.delivery_id}.json.zz"
    ports.s3().put_object(
        Bucket=ports.settings.archive_bucket, Key=key, Body=zlib.compress(delivery.body)
    )
    return key


def outgoing(queue_url: str, message: dict[str, Any]) -> Outgoing:
    """The message as the classification queue takes it."""
    # Not escaped beyond ASCII: three languages in four would take twice the room.
    body = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
    return Outgoing(queue_url, body, group(message))
