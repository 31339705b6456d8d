"""One conditional write of a reply: it stands as the condition says, or nothing is written."""

from typing import Any

from botocore.exceptions import ClientError

from shared.cases import keys
from shared.cases.attributes import from_item, to_item
from shared.cases.items import Reply
from shared.cases.table import Table

_RESERVED = {"state": "#state", "text": "#text"}  # words of DynamoDB's own


def rewritten(
    table: Table,
    reply: Reply,
    sets: dict[str, Any],
    condition: str,
    values: dict[str, Any],
    removes: str = "",
) -> Reply | None:
    """The reply after the write; None where the condition doesn't hold. None isn't set."""
    given = {name: value for name, value in sets.items() if value is not None}
    assignments = ", ".join(f"{_RESERVED.get(name, name)} = :set_{name}" for name in given)
    names = {"#state": "state"} | ({"#text": "text"} if "text" in given else {})
    try:
        answer = table.client().update_item(
            TableName=table.name,
            Key=to_item(keys.reply_key(reply.brand, reply.case_id, reply.reply_id)),
            UpdateExpression=f"SET {assignments} {removes}",
            ConditionExpression=condition,
            ExpressionAttributeNames=names,
            ExpressionAttributeValues=to_item(
                values | {f":set_{name}": value for name, value in given.items()}
            ),
            ReturnValues="ALL_NEW",
        )
    except ClientError as error:
        if error.response["Error"]["Code"] == "ConditionalCheckFailedException":
            return None
        raise
    return Reply(**from_item(answer["Attributes"]))
