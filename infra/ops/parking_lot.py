"""What is parked: listed, and sent back to the stage that parked it."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from infra.ops import channels, event_file
from infra.ops.controls import RefusedError
from infra.ops.deployment import Deployment
from shared.cases.attributes import to_item
from shared.cases.items import Parked
from shared.cases.keys import NO_BRAND, Key
from shared.cases.parked import parked
from shared.queues import Outgoing, send

# Nobody could read these, and trying again makes them no more readable.
SET_ASIDE = frozenset({"unknown_event", "unreadable_body", "account_revoked", "policy_enforcement"})


@dataclass(frozen=True, slots=True)
class Place:
    """Something parked, with its key."""

    key: Key
    parked: Parked


def listed(deployment: Deployment, brand: str | None, months: int, now: datetime) -> list[Parked]:
    """What is parked of a brand (`-`: of nobody's account; None: of all), newest first."""
    wanted = [brand] if brand else [*channels.brands(deployment), NO_BRAND]
    found = [
        item
        for one in wanted
        for month in _months(now, months)
        for item in parked(deployment.table, None if one == NO_BRAND else one, month)
    ]
    return sorted(found, key=lambda item: item.at, reverse=True)


def find(deployment: Deployment, event_id: str) -> Place | None:
    """The event as it is parked now, or None."""
    key = event_file.parked_key(deployment, event_id)
    item = deployment.table.get(key) if key else None
    return Place(key, Parked(**item)) if key and item else None


def retry(deployment: Deployment, place: Place, now: datetime) -> str:
    """Send it back to the queue of the stage that parked it; only then forget that it's parked.

    Whoever dies in between leaves it parked and sent: readers drop what they have done.

    Returns:
        The queue's name.

    Raises:
        RefusedError: another try could change nothing.
        NotSentError: SQS didn't confirm it; it stays parked.
    """
    if place.parked.reason in SET_ASIDE or not place.parked.body:
        raise RefusedError(
            f"{place.parked.reason}: no stage can do more with it, a person has to look: "
            f"sixday parked --show {place.parked.event_id}"
        )
    name = deployment.queue(place.parked.stage)
    send(deployment.client("sqs"), [_outgoing(deployment, place.parked, name, now)])
    deployment.client("dynamodb").delete_item(
        TableName=deployment.output("TableName"), Key=to_item(place.key)
    )
    return name


def _outgoing(deployment: Deployment, item: Parked, name: str, now: datetime) -> Outgoing:
    url = deployment.client("sqs").get_queue_url(QueueName=name)["QueueUrl"]
    head = _head(item.body)
    if name.endswith(".fifo"):
        again = f"{head.get('reply_id', item.event_id)}.retry.{now.timestamp():.0f}"
        return Outgoing(url, item.body, str(head.get("conversation", item.event_id)), again)
    return Outgoing(url, item.body, item.brand or item.platform or NO_BRAND)


def _head(body: str) -> dict[str, Any]:
    try:
        head = json.loads(body)
    except ValueError:
        return {}
    return head if isinstance(head, dict) else {}


def _months(now: datetime, count: int) -> list[datetime]:
    """A day in each of the last months, this one first."""
    found = [now]
    while len(found) < count:
        found.append(found[-1].replace(day=1) - timedelta(days=1))
    return found
