"""DynamoDB in memory: one item store, its conditions and transactions, and its sparse indexes.

A fake because a unit test needs thousands of tables, and races that happen when it says so.
`tests/contract/test_memory_transactions.py` holds it to the contract that LocalStack keeps.
"""

# ruff: noqa: ANN401 - AWS's names and types
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from threading import RLock
from typing import Any

from tests.fakes.expressions import Item, holds
from tests.fakes.model import check, client_error
from tests.fakes.shelf import INDEXES, Shelf
from tests.fakes.writes import applied, placeholders, put, refusal

PAGE = 5  # items: so few that every test of a list meets a second page
PROJECTED = {"due": {"event_id", "conversation"}, "by_event": set[str](), "listed": set[str]()}

type Answer = dict[str, Any]


@dataclass
class MemoryDynamoDB:
    """A client. `calls` and `items_read` are the bill; `before_transaction` is who slips in.

    `faults`: errors to raise instead of the next transactions, by their codes. `is_checked`: every
    call is held to AWS's own description, which takes a third of a simulated life.
    """

    key_names: tuple[str, str] = ("pk", "sk")
    items: Shelf = field(default_factory=Shelf)
    calls: Counter[str] = field(default_factory=Counter)
    items_read: int = 0
    before_transaction: list[Callable[[], object]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    is_down: bool = False
    is_checked: bool = True
    _lock: Any = field(default_factory=RLock)
    _tokens: dict[str, Any] = field(default_factory=dict)

    def get_item(self, **asked: Any) -> Answer:
        self._called("GetItem", asked)
        item = self.items.get(self._place(asked["TableName"], asked["Key"]))
        return {} if item is None else {"Item": item}

    def batch_get_item(self, **asked: Any) -> Answer:
        self._called("BatchGetItem", asked)
        found = {
            table: [
                self.items[place]
                for key in wanted["Keys"]
                if (place := self._place(table, key)) in self.items
            ]
            for table, wanted in asked["RequestItems"].items()
        }
        return {"Responses": found, "UnprocessedKeys": {}}

    def put_item(self, **asked: Any) -> Answer:
        self._called("PutItem", asked)
        self._write("PutItem", "Put", asked)
        return {}

    def update_item(self, **asked: Any) -> Answer:
        self._called("UpdateItem", asked)
        after = self._write("UpdateItem", "Update", asked)
        return {"Attributes": after} if asked.get("ReturnValues") == "ALL_NEW" else {}

    def delete_item(self, **asked: Any) -> Answer:
        self._called("DeleteItem", asked)
        before = self.items.get(self._place(asked["TableName"], asked["Key"]))
        self._write("DeleteItem", "Delete", asked)
        return {"Attributes": before} if before and "ReturnValues" in asked else {}

    def transact_write_items(self, **asked: Any) -> Answer:
        self._called("TransactWriteItems", asked)
        if self.before_transaction:
            self.before_transaction.pop(0)()
        if self.faults:
            raise client_error("TransactWriteItems", self.faults.pop(0))
        with self._lock:
            if not self._is_repeated(asked):
                self._commit(asked["TransactItems"])
        return {}

    def get_paginator(self, operation: str) -> "_Pages":
        assert operation == "query", "the only list that Sixday asks for"
        return _Pages(self)

    def rows(self, starts: str = "") -> list[Item]:
        """Items whose sort key begins so, for a test to look at."""
        return [item for (_, _, sk), item in sorted(self.items.items()) if sk.startswith(starts)]

    def _commit(self, actions: list[dict[str, Any]]) -> None:
        """Try all, each on its own item; nothing is written if one fails."""
        wanted = [(kind, action) for each in actions for kind, action in each.items()]
        places = [self._place(a["TableName"], a.get("Item") or a["Key"]) for _, a in wanted]
        if len(set(places)) < len(places):
            raise client_error("TransactWriteItems", "ValidationException", "one item, twice")
        written, reasons = list[Item | None](), list[dict[str, Any]]()
        for (kind, action), place in zip(wanted, places, strict=True):
            before = self.items.get(place)
            is_fine, after = applied("TransactWriteItems", kind, action, before)
            reasons.append({"Code": "None"} if is_fine else refusal(action, before))
            written.append(after)
        if any(reason["Code"] != "None" for reason in reasons):
            raise client_error(
                "TransactWriteItems", "TransactionCanceledException", CancellationReasons=reasons
            )
        for place, after in zip(places, written, strict=True):
            put(self.items, place, after)

    def _write(self, operation: str, kind: str, asked: dict[str, Any]) -> Item:
        with self._lock:
            place = self._place(asked["TableName"], asked.get("Item") or asked["Key"])
            is_fine, after = applied(operation, kind, asked, self.items.get(place))
            if not is_fine:
                raise client_error(operation, "ConditionalCheckFailedException")
            put(self.items, place, after)
            return after or {}

    def _is_repeated(self, asked: dict[str, Any]) -> bool:
        token = asked.get("ClientRequestToken")
        if token is None:
            return False
        if self._tokens.setdefault(token, asked["TransactItems"]) != asked["TransactItems"]:
            raise client_error("TransactWriteItems", "IdempotentParameterMismatchException")
        known = f"{token} done" in self._tokens
        self._tokens[f"{token} done"] = True
        return known

    def _called(self, operation: str, asked: dict[str, Any]) -> None:
        if self.is_checked:
            check("dynamodb", operation, asked)
        self.calls[operation] += 1
        if self.is_down:
            raise client_error(operation, "InternalServerError", "somebody@example.com was here")

    def _place(self, table: str, key: Item) -> tuple[str, str, str]:
        pk, sk = self.key_names
        return table, key[pk]["S"], key[sk]["S"]


@dataclass
class _Pages:
    """The paginator of `query`."""

    store: MemoryDynamoDB

    def paginate(self, **asked: Any) -> Iterator[Answer]:
        found = self._found(asked)
        pages = [found[start : start + PAGE] for start in range(0, len(found), PAGE)]
        for page in pages or [[]]:
            self.store._called("Query", asked)
            self.store.items_read += len(page)
            yield {"Items": page}

    def _found(self, asked: dict[str, Any]) -> list[Item]:
        index = asked.get("IndexName")
        keys = INDEXES[index] if index else self.store.key_names
        name, value = _partition(asked)
        items = self.store.items.partition(name, value["S"])
        items = [item for item in items if keys[1] in item]
        scope = placeholders(asked)
        found = [i for i in items if holds(asked["KeyConditionExpression"], i, scope)]
        is_descending = not asked.get("ScanIndexForward", True)
        found.sort(key=lambda item: str(item[keys[1]]["S"]), reverse=is_descending)
        return [self._projected(item, index) for item in found]

    def _projected(self, item: Item, index: str | None) -> Item:
        if index is None:
            return item
        shown = {*self.store.key_names, *INDEXES[index], *PROJECTED[index]}
        return {name: value for name, value in item.items() if name in shown}


def _partition(asked: dict[str, Any]) -> tuple[str, Any]:
    """A query's partition key and its value, which DynamoDB wants first: few items are left."""
    name, value = asked["KeyConditionExpression"].split(" AND ")[0].split(" = ")
    return name, asked["ExpressionAttributeValues"][value]
