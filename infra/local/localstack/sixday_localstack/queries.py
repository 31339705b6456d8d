"""Queries for moto that look only at what they can find.

moto sorts the whole table for each query: a table of some thousand cases would make every post
dearer than the one before, and hide whether we do.
"""

from typing import Any

from moto.dynamodb.models.dynamo_type import DynamoType, Item
from moto.dynamodb.models.table import Table

_query, _all_items = Table.query, Table.all_items
_INDEX_NAME = 7  # its place among the arguments of moto's method


def query(table: Table, *given: Any, **filters: Any) -> Any:  # noqa: ANN401 - as moto's own
    """moto's own, on the items of one partition key. Only for callers that come one at a time."""
    table.found = _with_key(table, given[0], given[_INDEX_NAME])
    try:
        return _query(table, *given, **filters)
    finally:
        del table.found


def all_items(table: Table) -> list[Item]:
    """What the query at hand may find; outside of one all there is, in order."""
    found: list[Item] | None = getattr(table, "found", None)
    return _all_items(table) if found is None else found


def _with_key(table: Table, key: DynamoType, index_name: str | None) -> list[Item]:
    if index_name not in {index.name for index in table.all_indexes()}:  # none, or a wrong one
        return list(table.items.get(key, {}).values()) if table.range_key_attr else _all(table)
    name = next(k["AttributeName"] for k in table.get_index(index_name).schema)
    keys = ((item, item.attrs.get(name)) for item in _all(table))
    return [item for item, own in keys if own and own.value == key.value]


def _all(table: Table) -> list[Item]:
    if not table.range_key_attr:
        return list(table.items.values())
    return [item for one in table.items.values() for item in one.values()]
