"""One update of one item, as a transaction takes it."""

from collections.abc import Mapping
from typing import Any

from shared.cases.attributes import to_item
from shared.cases.keys import Key

type Operation = dict[str, dict[str, Any]]


def update(
    key: Key,
    expression: str,
    condition: str | None = None,
    *,
    values: Mapping[str, Any] | None = None,
    names: Mapping[str, str] | None = None,
) -> Operation:
    """`values` and `names` by their placeholders; DynamoDB minds those that nothing uses."""
    more: dict[str, Any] = {}
    if condition:
        more["ConditionExpression"] = condition
    if values:
        more["ExpressionAttributeValues"] = to_item(values)
    if names:
        more["ExpressionAttributeNames"] = dict(names)
    return {"Update": {"Key": to_item(key), "UpdateExpression": expression, **more}}
