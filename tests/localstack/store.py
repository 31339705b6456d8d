"""A table to try transactions on, and the actions that the contract tries."""
# ruff: noqa: ANN401, N803 - boto3 names and types its arguments like this

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, Protocol

import pytest
from botocore.exceptions import ClientError

Item = dict[str, Any]  # attributes in DynamoDB's own notation: {"S": "text"}, {"N": "1"}
_serial = count()


class Client(Protocol):
    """The part of boto3's DynamoDB client that the contract needs."""

    def transact_write_items(
        self, *, TransactItems: Sequence[Any], ClientRequestToken: str = ...
    ) -> Any:
        """All or nothing."""

    def put_item(self, *, TableName: str, Item: Mapping[str, Any]) -> Any:
        """Write one item."""

    def get_item(
        self, *, TableName: str, Key: Mapping[str, Any], ConsistentRead: bool = ...
    ) -> Any:
        """Read one item."""


@dataclass(frozen=True)
class Store:
    """A table whose keys are the strings PK and SK, and a way to it."""

    client: Client
    table: str

    def put(self, key: Item, **attributes: Any) -> None:
        """Write an item unconditionally."""
        self.client.put_item(TableName=self.table, Item=key | attributes)

    def get(self, key: Item) -> Item | None:
        """The item without its key, or None."""
        answer = self.client.get_item(TableName=self.table, Key=key, ConsistentRead=True)
        item = answer.get("Item")
        return item and {name: value for name, value in item.items() if name not in key}

    def transact(self, *actions: tuple[str, Item], token: str | None = None) -> None:
        """Write all or nothing."""
        items = [{kind: details | {"TableName": self.table}} for kind, details in actions]
        extra = {"ClientRequestToken": token} if token else {}
        self.client.transact_write_items(TransactItems=items, **extra)

    def reasons(self, *actions: tuple[str, Item]) -> list[Item]:
        """Why a transaction that has to fail was cancelled, for each action."""
        with pytest.raises(ClientError) as failure:
            self.transact(*actions)
        assert failure.value.response["Error"]["Code"] == "TransactionCanceledException"
        return [dict(reason) for reason in failure.value.response["CancellationReasons"]]


def fresh_key() -> Item:
    """A key that no test has used."""
    return {"PK": {"S": f"brand#{next(_serial)}"}, "SK": {"S": "case"}}


def put_new(key: Item, **attributes: Any) -> tuple[str, Item]:
    """Write an item that must not be there."""
    return "Put", {"Item": key | attributes, "ConditionExpression": "attribute_not_exists(PK)"}


def bump(key: Item, version: int) -> tuple[str, Item]:
    """Raise an item's version by one, where it still has the one that was read."""
    return "Update", {
        "Key": key,
        "UpdateExpression": "SET version = :next",
        "ConditionExpression": "version = :now",
        "ExpressionAttributeValues": {
            ":now": {"N": str(version)},
            ":next": {"N": str(version + 1)},
        },
    }


def add_one(key: Item) -> tuple[str, Item]:
    """Count one up."""
    return "Update", {
        "Key": key,
        "UpdateExpression": "ADD seen :one",
        "ExpressionAttributeValues": {":one": {"N": "1"}},
    }


def must_exist(key: Item) -> tuple[str, Item]:
    """Demand an item."""
    return "ConditionCheck", {"Key": key, "ConditionExpression": "attribute_exists(PK)"}


def delete(key: Item) -> tuple[str, Item]:
    """Delete an item that must be there."""
    return "Delete", {"Key": key, "ConditionExpression": "attribute_exists(PK)"}


def has_won(store: Store, *actions: tuple[str, Item]) -> bool:
    """Whether a transaction went through; any failure but a lost race is an error."""
    try:
        store.transact(*actions)
    except ClientError as lost:
        codes = {reason["Code"] for reason in lost.response["CancellationReasons"]}
        assert codes <= {"None", "ConditionalCheckFailed", "TransactionConflict"}
        return False
    return True
