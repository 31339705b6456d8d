"""TransactWriteItems for moto: checks every condition, then applies; touches only its own items."""

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from localstack.aws.api.dynamodb import CancellationReason, TransactionCanceledException
from moto.dynamodb.comparisons import get_filter_expression
from moto.dynamodb.exceptions import (
    MultipleTransactionsException,
    TooManyTransactionsException,
    TransactWriteSingleOpException,
)
from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models.dynamo_type import DynamoType, Item
from moto.dynamodb.models.table import Table

MOST_ACTIONS = 100


class Action(NamedTuple):
    """One part of a transaction: what is done to which item."""

    kind: str  # Put, Update, Delete or ConditionCheck
    table: Table
    key: dict[str, Any]
    details: dict[str, Any]

    @property
    def place(self) -> tuple[str, str]:
        """The same for two actions on one item."""
        return self.table.name, str(sorted(self.key.items()))

    def item(self) -> Item | None:
        """The item as it stands."""
        return self.table.get_item(*_key_values(self.table, self.key))


def transact_write_items(backend: DynamoDBBackend, transact_items: list[dict[str, Any]]) -> None:
    """Apply all actions or none.

    Stands in for moto's own method. `transact_items` is as in the API. Raises
    TransactionCanceledException with a reason for each action, or moto's exceptions for a request
    that is wrong in itself.
    """
    actions = [_action(backend, entry) for entry in transact_items]
    if len(actions) > MOST_ACTIONS:
        raise TooManyTransactionsException
    if len({action.place for action in actions}) < len(actions):
        raise MultipleTransactionsException
    _check(actions)
    with _undone_on_error(actions):
        for action in actions:
            _apply(backend, action)


def _action(backend: DynamoDBBackend, entry: dict[str, Any]) -> Action:
    if len(entry) != 1:
        raise TransactWriteSingleOpException
    kind, details = next(iter(entry.items()))
    table = backend.get_table(details["TableName"])
    source = details["Item"] if kind == "Put" else details["Key"]
    names = [table.hash_key_attr, table.range_key_attr]
    key = {name: source[name] for name in names if name and name in source}
    backend.get_keys_value(table, key)  # refuses a key with a part missing
    return Action(kind, table, key, details)


def _check(actions: list[Action]) -> None:
    reasons = [_reason(action) for action in actions]
    if all(reason["Code"] == "None" for reason in reasons):
        return
    codes = ", ".join(str(reason["Code"]) for reason in reasons)
    canceled = TransactionCanceledException(
        f"Transaction cancelled, please refer cancellation reasons for specific reasons [{codes}]"
    )
    canceled.CancellationReasons = reasons
    raise canceled


def _reason(action: Action) -> CancellationReason:
    item = action.item()
    if _holds(action, item):
        return {"Code": "None"}
    reason: CancellationReason = {
        "Code": "ConditionalCheckFailed",
        "Message": "The conditional request failed",
    }
    if item and action.details.get("ReturnValuesOnConditionCheckFailure") == "ALL_OLD":
        reason["Item"] = item.to_json()["Attributes"]
    return reason


def _holds(action: Action, item: Item | None) -> bool:
    condition = get_filter_expression(
        action.details.get("ConditionExpression"),
        action.details.get("ExpressionAttributeNames"),
        action.details.get("ExpressionAttributeValues"),
    )
    return bool(condition.expr(item))


def _apply(backend: DynamoDBBackend, action: Action) -> None:
    name, details = action.table.name, action.details
    if action.kind == "Put":
        backend.put_item(name, details["Item"])
    elif action.kind == "Delete":
        backend.delete_item(name, action.key)
    elif action.kind == "Update":
        backend.update_item(
            name,
            action.key,
            update_expression=details["UpdateExpression"],
            expression_attribute_names=details.get("ExpressionAttributeNames") or {},
            expression_attribute_values=details.get("ExpressionAttributeValues") or {},
        )


@contextmanager
def _undone_on_error(actions: list[Action]) -> Iterator[None]:
    before = [(action, copy.deepcopy(action.item())) for action in actions]
    try:
        yield
    except Exception:
        for action, item in before:
            _restore(action, item)
        raise


def _restore(action: Action, item: Item | None) -> None:
    hash_key, range_key = _key_values(action.table, action.key)
    if item is None:
        action.table.delete_item(hash_key, range_key)
    elif range_key is None:
        action.table.items[hash_key] = item
    else:
        action.table.items[hash_key][range_key] = item


def _key_values(table: Table, key: dict[str, Any]) -> tuple[DynamoType, DynamoType | None]:
    ranged = DynamoType(key[table.range_key_attr]) if table.range_key_attr else None
    return DynamoType(key[table.hash_key_attr]), ranged
