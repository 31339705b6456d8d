"""What has come due: asked by shard, in pages of what is due, never of what is open."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from botocore.exceptions import ClientError

from shared.cases import keys
from shared.cases.attributes import from_item, to_item
from shared.cases.table import Table
from shared.clock import iso

LEASE_SECONDS = 600  # whoever took it has ten minutes before it comes up again


@dataclass(frozen=True, slots=True)
class Due:
    """One due item: its key, its date as it stands in the index, and what it needs to be sent."""

    pk: str
    sk: str
    due_at: str
    event_id: str
    conversation: str

    @property
    def kind(self) -> str:
        """`case`, `reply` or `brief`."""
        return self.sk.split("#", 1)[0]

    @property
    def brand(self) -> str:
        return self.pk.split("#", 1)[0]

    @property
    def case_id(self) -> str:
        return self.pk.rsplit("#", 1)[1]

    @property
    def item_id(self) -> str:
        """The reply's or brief's id."""
        return self.sk.split("#", 1)[-1]


def due(table: Table, now: datetime) -> Iterator[Due]:
    """Everything due by `now`, shard by shard, oldest first in each."""
    for shard in range(keys.DUE_SHARDS):
        yield from _due_in(table, f"due#{shard}", now)


def take(table: Table, item: Due, now: datetime) -> bool:
    """Move its date on, so that it is taken once; False if somebody else took or changed it."""
    try:
        table.client().update_item(
            TableName=table.name,
            Key=to_item({"pk": item.pk, "sk": item.sk}),
            UpdateExpression="SET due_at = :later",
            ConditionExpression="due_at = :before",
            ExpressionAttributeValues=to_item(
                {":later": iso(now + timedelta(seconds=LEASE_SECONDS)), ":before": item.due_at}
            ),
        )
    except ClientError as error:
        if error.response["Error"]["Code"] == "ConditionalCheckFailedException":
            return False
        raise
    return True


def _due_in(table: Table, shard: str, now: datetime) -> Iterator[Due]:
    pages = (
        table.client()
        .get_paginator("query")
        .paginate(
            TableName=table.name,
            IndexName="due",
            KeyConditionExpression="due_shard = :shard AND due_at <= :now",
            ExpressionAttributeValues=to_item({":shard": shard, ":now": iso(now)}),
        )
    )
    for page in pages:
        for item in map(from_item, page["Items"]):
            yield Due(
                pk=item["pk"],
                sk=item["sk"],
                due_at=item["due_at"],
                event_id=item.get("event_id", ""),
                conversation=item.get("conversation", ""),
            )
