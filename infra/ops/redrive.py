"""Sends again what went no further, or drops it, archived and with a reason."""

import hashlib
import json
from datetime import datetime
from uuid import uuid4

from infra.ops.controls import RefusedError
from infra.ops.deployment import Deployment
from infra.ops.stopped import Stopped
from shared.cases.keys import NO_BRAND
from shared.clock import iso
from shared.queues import Outgoing, send
from shared.records import head_of


def redrive(deployment: Deployment, one: Stopped, now: datetime) -> str:
    """Send it back to the queue of the stage where it stopped; only then forget that it did.

    Whoever dies in between leaves it here and sent: readers drop what they have done.

    Returns:
        The queue's name.

    Raises:
        RefusedError: another try could change nothing.
        NotSentError: SQS didn't confirm it; it stays where it is.
    """
    if not one.may_go_again:
        raise RefusedError(why_not(one))
    name = deployment.queue(one.item.stage)
    send(deployment.client("sqs"), [_outgoing(deployment, one, name, now)])
    one.remove()
    return name


def why_not(one: Stopped) -> str:
    """Why another try could change nothing, and what can be done."""
    event_id = one.item.event_id
    return (
        f"{one.item.reason}: no stage can do more with it, a person has to look: "
        f"sixday dlq show {event_id}; then sixday dlq drop {event_id} --reason …"
    )


def drop(deployment: Deployment, one: Stopped, reason: str, now: datetime) -> str:
    """Keep it in the archive, with who dropped it and why; only then take it away.

    Returns:
        Its key in the archive's bucket, which lives as long as the archive's bodies.
    """
    key = f"dropped/{now:%Y/%m/%d}/{one.item.event_id}.{uuid4().hex[:8]}.json"
    kept = {
        "dropped_at": iso(now),
        "dropped_by": deployment.client("sts").get_caller_identity()["Arn"],
        "dropped_because": reason,
        "place": one.place,
        **one.item.model_dump(mode="json"),
    }
    deployment.client("s3").put_object(
        Bucket=deployment.output("ArchiveBucketName"), Key=key, Body=json.dumps(kept).encode()
    )
    one.remove()
    return key


def _outgoing(deployment: Deployment, one: Stopped, name: str, now: datetime) -> Outgoing:
    url = deployment.client("sqs").get_queue_url(QueueName=name)["QueueUrl"]
    item, head = one.item, head_of(one.item.body)
    if name.endswith(".fifo"):
        # Of two messages about one reply neither may be taken for the other.
        which = hashlib.sha256(item.body.encode()).hexdigest()[:8]
        again = f"{head.get('reply_id', item.event_id)}.retry.{which}.{now.timestamp():.0f}"
        group = one.group or str(head.get("conversation", item.event_id))
        return Outgoing(url, item.body, group, again)
    return Outgoing(url, item.body, one.group or item.brand or item.platform or NO_BRAND)
