"""DynamoDB in memory that writes its own bill: request units as AWS counts them.

A unit of writing is 1 KB of the larger of the item before and after, one of reading 4 KB; half for
a read that may be stale; twice for what a transaction writes. Each index whose item changes is
written, too: once, or twice where its key changes. What was refused is billed all the same.
"""

# ruff: noqa: ANN401 - AWS's types
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import ceil
from typing import Any

from tests.fakes.dynamodb import PROJECTED, MemoryDynamoDB
from tests.fakes.shelf import INDEXES

type Item = Any  # an item, a call, an answer

_WRITE_BYTES, _READ_BYTES = 1024, 4096


@dataclass
class MeteredDynamoDB(MemoryDynamoDB):
    """`units`: what was billed, as `write`, `index_write`, `read`."""

    units: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    def get_item(self, **asked: Any) -> Item:
        answer = super().get_item(**asked)
        self._read([answer.get("Item", {})], is_consistent=bool(asked.get("ConsistentRead")))
        return answer

    def batch_get_item(self, **asked: Any) -> Item:
        answer = super().batch_get_item(**asked)
        for table, wanted in asked["RequestItems"].items():
            found = answer["Responses"][table]
            missing: list[Item] = [{}] * (len(wanted["Keys"]) - len(found))
            self._read([*found, *missing], is_consistent=bool(wanted.get("ConsistentRead")))
        return answer

    def get_paginator(self, operation: str) -> Any:
        return _MeteredPages(self, super().get_paginator(operation))

    def put_item(self, **asked: Any) -> Item:
        return self._billed(super().put_item, asked, [asked])

    def update_item(self, **asked: Any) -> Item:
        return self._billed(super().update_item, asked, [asked])

    def delete_item(self, **asked: Any) -> Item:
        return self._billed(super().delete_item, asked, [asked])

    def transact_write_items(self, **asked: Any) -> Item:
        actions = [action for each in asked["TransactItems"] for action in each.values()]
        return self._billed(super().transact_write_items, asked, actions, times=2)

    def _billed(self, call: Any, asked: Item, actions: list[Item], times: int = 1) -> Any:
        places = [self._place(a["TableName"], a.get("Item") or a["Key"]) for a in actions]
        before = [self.items.get(place) or {} for place in places]
        try:
            return call(**asked)
        finally:
            for place, old in zip(places, before, strict=True):
                self._written(old, self.items.get(place) or {}, times)

    def _written(self, old: Item, new: Item, times: int) -> None:
        largest = max(size_of(old), size_of(new))
        self.units["write"] += times * max(1, ceil(largest / _WRITE_BYTES))
        for index, keys in INDEXES.items():
            shown = {*self.key_names, *keys, *PROJECTED[index]}
            self.units["index_write"] += _index_writes(_only(old, shown), _only(new, shown), keys)

    def _read(self, found: list[Item], *, is_consistent: bool) -> None:
        """One by one, each rounded up; what isn't there costs as the smallest."""
        units = sum(max(1, ceil(size_of(item) / _READ_BYTES)) for item in found)
        self.units["read"] += units if is_consistent else units / 2


@dataclass
class _MeteredPages:
    """A query: what it read is rounded up once."""

    store: MeteredDynamoDB
    pages: Any

    def paginate(self, **asked: Any) -> Iterator[Item]:
        total = 0
        for page in self.pages.paginate(**asked):
            total += sum(map(size_of, page["Items"]))
            yield page
        units = max(1, ceil(total / _READ_BYTES))
        self.store.units["read"] += units if asked.get("ConsistentRead") else units / 2


def size_of(item: Item) -> int:
    """Bytes as DynamoDB counts them: names and values."""
    return sum(len(name.encode()) + _value_size(value) for name, value in item.items())


def _value_size(value: Item) -> int:
    ((kind, said),) = value.items()
    match kind:
        case "S":
            return len(said.encode())
        case "N":
            return len(said.strip("-").replace(".", "")) // 2 + 2
        case "BOOL" | "NULL":
            return 1
        case "L":
            return 3 + sum(1 + _value_size(one) for one in said)
        case "M":
            return 3 + sum(1 + len(k.encode()) + _value_size(v) for k, v in said.items())
    return sum(len(str(one).encode()) for one in said)  # a set


def _only(item: Item, names: set[str]) -> Item:
    return {name: value for name, value in item.items() if name in names}


def _index_writes(old: Item, new: Item, keys: tuple[str, str]) -> int:
    was, is_now = all(k in old for k in keys), all(k in new for k in keys)
    if not (was or is_now) or old == new:
        return 0
    moved = was and is_now and any(old[k] != new[k] for k in keys)
    size = max(size_of(old) if was else 0, size_of(new) if is_now else 0)
    return (2 if moved else 1) * max(1, ceil(size / _WRITE_BYTES))
