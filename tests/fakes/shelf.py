"""A table's items by their keys, and at hand by the partitions of the table and of its indexes."""

from collections import defaultdict
from typing import Any

from tests.fakes.expressions import Item

type Place = tuple[str, str, str]
INDEXES = {
    "due": ("due_shard", "due_at"),
    "by_event": ("trace_id", "sk"),
    "listed": ("list_key", "listed_at"),
}
_PARTITIONS = frozenset({"pk", "PK", *(name for name, _ in INDEXES.values())})


class Shelf(dict[Place, Item]):
    """A mapping that a query needn't read through. An item is replaced, never changed in place."""

    def __init__(self) -> None:
        super().__init__()
        self._by_partition: defaultdict[tuple[str, str], dict[Place, Item]] = defaultdict(dict)

    def __setitem__(self, place: Place, item: Item) -> None:
        if place in self:
            self._leave(place)
        super().__setitem__(place, item)
        for name in _PARTITIONS & item.keys():
            self._by_partition[name, item[name]["S"]][place] = item

    def __delitem__(self, place: Place) -> None:
        self._leave(place)
        super().__delitem__(place)

    def pop(self, place: Place, *default: Any) -> Any:  # noqa: ANN401 - as dict says it
        if place in self:
            self._leave(place)
        return super().pop(place, *default)

    def partition(self, name: str, value: str) -> list[Item]:
        """Every item whose attribute has the value."""
        return list(self._by_partition.get((name, value), {}).values())

    def _leave(self, place: Place) -> None:
        item = self[place]
        for name in _PARTITIONS & item.keys():
            self._by_partition[name, item[name]["S"]].pop(place, None)
