"""One table's items, whatever they are: by key, by query, by list."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import batched
from typing import Any

from shared.cases import keys
from shared.cases.ahead import Ahead
from shared.cases.attributes import from_item, to_item

MOST_KEYS = 100  # of one BatchGetItem


@dataclass(frozen=True, slots=True)
class Rows:
    """One table. `retention_days` is how long anything about a person is kept."""

    client: Callable[[], Any]
    name: str
    retention_days: int = 400
    ahead: Ahead = field(default_factory=Ahead, compare=False)

    @contextmanager
    def reading_ahead(self) -> Iterator[None]:
        """Whatever is foreseen within stays within."""
        try:
            yield
        finally:
            self.ahead.items.clear()

    def foresee(self, wanted: Sequence[keys.Key]) -> dict[tuple[str, str], dict[str, Any]]:
        """Read now, in hundreds, what will be asked for one by one; what there is of it."""
        found: dict[tuple[str, str], dict[str, Any]] = {}
        for some in batched(_once(wanted), MOST_KEYS, strict=False):
            found |= self._read_many(some)
        self.ahead.keep(wanted, found)
        return found

    def get(self, key: keys.Key, *, consistent: bool = True) -> dict[str, Any] | None:
        """One item as a plain mapping, or None."""
        if self.ahead.has(key):
            taken = self.ahead.take(key)
            return dict(taken) if taken is not None else None
        return self.anew(key, consistent=consistent)

    def anew(self, key: keys.Key, *, consistent: bool = True) -> dict[str, Any] | None:
        """The same, whatever was read ahead: where nothing guards what is done because of it."""
        answer = self.client().get_item(
            TableName=self.name, Key=to_item(key), ConsistentRead=consistent
        )
        return from_item(answer["Item"]) if "Item" in answer else None

    def listed(self, list_key: str, since: str = "", until: str = "~") -> Iterator[dict[str, Any]]:
        """What stands in a list, in the order of `listed_at` (ISO 8601): whole items, read anew.

        The index may be some milliseconds behind; what left the list since is still shown.
        """
        condition = "list_key = :list AND listed_at BETWEEN :since AND :until"
        values = {":list": list_key, ":since": since or "0", ":until": until}
        pointers = self.query(condition, values, index="listed")
        for some in batched(pointers, 100, strict=False):
            wanted = [{"pk": pointer["pk"], "sk": pointer["sk"]} for pointer in some]
            found = self.get_many(wanted)
            yield from (found[k["pk"], k["sk"]] for k in wanted if (k["pk"], k["sk"]) in found)

    def query(
        self,
        condition: str,
        values: dict[str, Any],
        index: str | None = None,
        *,
        page_size: int | None = None,
    ) -> Iterator[dict[str, Any]]:
        """The items of a query, page by page; consistent but where an index is asked.

        A page holds `page_size` items, or a megabyte: who wants few needn't pay for more.
        """
        where: dict[str, Any] = {"IndexName": index} if index else {"ConsistentRead": True}
        if page_size is not None:
            where["Limit"] = page_size
        pages = (
            self.client()
            .get_paginator("query")
            .paginate(
                TableName=self.name,
                KeyConditionExpression=condition,
                ExpressionAttributeValues=to_item(values),
                **where,
            )
        )
        for page in pages:
            yield from map(from_item, page["Items"])

    def get_many(self, wanted: Sequence[keys.Key]) -> dict[tuple[str, str], dict[str, Any]]:
        """Up to 100 items by their keys, those that there are; consistent."""
        here = [key for key in wanted if self.ahead.has(key)]
        others = [key for key in wanted if key not in here]
        found = self._read_many(others) if others else {}
        taken = {(key["pk"], key["sk"]): self.ahead.take(key) for key in here}
        return found | {place: dict(item) for place, item in taken.items() if item is not None}

    def _read_many(self, wanted: Sequence[keys.Key]) -> dict[tuple[str, str], dict[str, Any]]:
        request = {self.name: {"Keys": [to_item(k) for k in wanted], "ConsistentRead": True}}
        found: dict[tuple[str, str], dict[str, Any]] = {}
        while request:  # a throttled table gives back what it didn't read
            answer = self.client().batch_get_item(RequestItems=request)
            items = [from_item(item) for item in answer["Responses"].get(self.name, [])]
            found |= {(item["pk"], item["sk"]): item for item in items}
            request = answer.get("UnprocessedKeys", {})
        return found

    def expires_at(self, now: datetime) -> int:
        """Unix seconds at which what is written now may be forgotten."""
        return int((now + timedelta(days=self.retention_days)).timestamp())


def _once(wanted: Sequence[keys.Key]) -> list[keys.Key]:
    return list({(key["pk"], key["sk"]): key for key in wanted}.values())
