"""What has come due: asked by shard, in pages of what is due, never of what is open."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from botocore.exceptions import ClientError

from shared.cases import keys
from shared.cases.attributes import to_item
from shared.cases.table import Table
from shared.clock import iso

_EVER = "9999"
LEASE_SECONDS = 600  # whoever took it has ten minutes before it comes up again


@dataclass(frozen=True, slots=True)
class Due:
    """One due item: its key, its date as it stands in the index, and what it needs to be sent."""

    pk: str
    sk: str
    shard: str
    due_at: str
    event_id: str
    conversation: str

    @property
    def kind(self) -> str:
        """`case`, `reply`, `brief` or `incident`."""
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


def due(table: Table, now: datetime, *, is_live: bool = False) -> Iterator[Due]:
    """Everything due by `now`, shard by shard, oldest first in each.

    While the stage `is_live` that is also every reply that was held until it would be.
    """
    for shard in range(keys.DUE_SHARDS):
        yield from _due_in(table, f"due#{shard}", iso(now))
    for shard in range(keys.DUE_SHARDS):
        yield from _due_in(table, f"held#{shard}", _EVER if is_live else iso(now))


def take(table: Table, item: Due, now: datetime) -> bool:
    """Move its date on, so that it is taken once; False if somebody else took or changed it.

    What was held is so no longer: it is due, like anything that didn't arrive.
    """
    try:
        table.client().update_item(
            TableName=table.name,
            Key=to_item({"pk": item.pk, "sk": item.sk}),
            UpdateExpression="SET due_at = :later, due_shard = :shard",
            ConditionExpression="due_at = :before",
            ExpressionAttributeValues=to_item(
                {
                    ":later": iso(now + timedelta(seconds=LEASE_SECONDS)),
                    ":shard": item.shard.replace("held#", "due#"),
                    ":before": item.due_at,
                }
            ),
        )
    except ClientError as error:
        if error.response["Error"]["Code"] == "ConditionalCheckFailedException":
            return False
        raise
    return True


def _due_in(table: Table, shard: str, until: str) -> Iterator[Due]:
    values = {":shard": shard, ":until": until}
    for item in table.query("due_shard = :shard AND due_at <= :until", values, index="due"):
        yield Due(
            pk=item["pk"],
            sk=item["sk"],
            shard=shard,
            due_at=item["due_at"],
            event_id=item.get("event_id", ""),
            conversation=item.get("conversation", ""),
        )
