"""What is parked in the table: listed, and found by its event."""

from datetime import datetime, timedelta

from infra.ops import channels, event_file
from infra.ops.deployment import Deployment
from infra.ops.stopped import Stopped
from shared.cases.attributes import to_item
from shared.cases.items import Parked
from shared.cases.keys import NO_BRAND, Key, parked_key
from shared.cases.parked import parked


def listed(deployment: Deployment, brand: str | None, months: int, now: datetime) -> list[Stopped]:
    """What is parked of a brand (`-`: of nobody's account; None: of all), newest first."""
    wanted = [brand] if brand else [*channels.brands(deployment), NO_BRAND]
    found = [
        _stopped(deployment, parked_key(item.brand, item.at, item.event_id), item)
        for one in wanted
        for month in _months(now, months)
        for item in parked(deployment.table, None if one == NO_BRAND else one, month)
    ]
    return sorted(found, key=lambda one: one.item.at, reverse=True)


def find(deployment: Deployment, event_id: str) -> Stopped | None:
    """The event as it is parked now, or None."""
    key = event_file.parked_key(deployment, event_id)
    item = deployment.table.get(key) if key else None
    return _stopped(deployment, key, Parked(**item)) if key and item else None


def _stopped(deployment: Deployment, key: Key, item: Parked) -> Stopped:
    def remove() -> None:
        deployment.client("dynamodb").delete_item(
            TableName=deployment.output("TableName"), Key=to_item(key)
        )

    return Stopped(item, "parked", remove)


def _months(now: datetime, count: int) -> list[datetime]:
    """A day in each of the last months, this one first."""
    found = [now]
    while len(found) < count:
        found.append(found[-1].replace(day=1) - timedelta(days=1))
    return found
