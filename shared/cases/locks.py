"""A lock in the table, for what only one worker may do; who dies holding it loses it in time."""

from datetime import datetime, timedelta
from uuid import uuid4

from botocore.exceptions import ClientError

from shared.cases.attributes import to_item
from shared.cases.keys import Key
from shared.cases.table import Table
from shared.clock import iso

KEEP = timedelta(days=1)  # then the item may be forgotten


def lock(table: Table, key: Key, now: datetime, seconds: float) -> str | None:
    """The holder's name, for `seconds` at most; None while somebody else holds it."""
    holder = uuid4().hex
    until = now + timedelta(seconds=seconds)
    item = {**key, "holder": holder, "held_until": iso(until)}
    try:
        table.client().put_item(
            TableName=table.name,
            Item=to_item({**item, "expires_at": int((until + KEEP).timestamp())}),
            ConditionExpression="attribute_not_exists(pk) OR held_until <= :now",
            ExpressionAttributeValues=to_item({":now": iso(now)}),
        )
    except ClientError as error:
        if error.response["Error"]["Code"] == "ConditionalCheckFailedException":
            return None
        raise
    return holder


def unlock(table: Table, key: Key, holder: str, now: datetime) -> None:
    """Give it back, if it is still this holder's."""
    try:
        table.client().update_item(
            TableName=table.name,
            Key=to_item(key),
            UpdateExpression="SET held_until = :now",
            ConditionExpression="holder = :holder",
            ExpressionAttributeValues=to_item({":now": iso(now), ":holder": holder}),
        )
    except ClientError as error:
        if error.response["Error"]["Code"] != "ConditionalCheckFailedException":
            raise
