"""What couldn't be handled: kept with its reason, where `sixday dlq` shows it."""

from datetime import datetime, timedelta
from typing import Any

from botocore.exceptions import ClientError

from shared.cases import keys
from shared.cases.attributes import from_item, to_item
from shared.cases.items import Parked
from shared.cases.table import Table

KEEP_DAYS = 60  # longer than any archive or dead-letter queue
_NEXT = timedelta(milliseconds=1)  # the table's keys know no shorter time


def park(table: Table, parked: Parked) -> None:
    """Keep it; a second time changes nothing. Another message of the event, parked in the same
    millisecond, is kept as of the next one.
    """
    while not _is_kept(table, parked):
        parked = parked.model_copy(update={"at": parked.at + _NEXT})


def _is_kept(table: Table, parked: Parked) -> bool:
    """Whether it stands there now; False where another message has its place."""
    values = parked.model_dump(mode="json", exclude_none=True)
    expires_at = int((parked.at + timedelta(days=KEEP_DAYS)).timestamp())
    key = keys.parked_key(parked.brand, parked.at, parked.event_id)
    item = {**values, **key, "trace_id": parked.event_id, "expires_at": expires_at}
    try:
        table.client().put_item(
            TableName=table.name,
            Item=to_item(item),
            ConditionExpression="attribute_not_exists(pk) OR (stage = :stage AND body = :body)",
            ExpressionAttributeValues=to_item({":stage": parked.stage, ":body": parked.body}),
        )
    except ClientError as error:
        if error.response["Error"]["Code"] != "ConditionalCheckFailedException":
            raise
        return False
    return True


def unpark(table: Table, item: Parked) -> None:
    """It isn't kept any longer."""
    key = keys.parked_key(item.brand, item.at, item.event_id)
    table.client().delete_item(TableName=table.name, Key=to_item(key))


def parked(table: Table, brand: str | None, month: datetime) -> list[Parked]:
    """What is parked of a brand (None: of nobody's account) in a month, newest first."""
    pages = (
        table.client()
        .get_paginator("query")
        .paginate(
            TableName=table.name,
            KeyConditionExpression="pk = :pk",
            ExpressionAttributeValues=to_item({":pk": keys.parked_key(brand, month, "")["pk"]}),
            ScanIndexForward=False,
        )
    )
    items: list[dict[str, Any]] = [from_item(item) for page in pages for item in page["Items"]]
    return [Parked(**item) for item in items]
