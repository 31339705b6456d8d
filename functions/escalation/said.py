"""What is said and told of a case, out of all its items. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any

from shared.cases.items import Brief, Entry, Reply

type Items = Iterable[Mapping[str, Any]]


def replies_in(items: Items) -> tuple[Reply, ...]:
    """What was said to the customer, or is to be."""
    return tuple(Reply(**item) for item in items if item["sk"].startswith("reply#"))


def briefs_in(items: Items) -> tuple[Brief, ...]:
    """Who was told of it."""
    return tuple(Brief(**item) for item in items if item["sk"].startswith("brief#"))


def entries_in(items: Items) -> tuple[Entry, ...]:
    """Its timeline."""
    return tuple(Entry(**item) for item in items if item["sk"].startswith("timeline#"))
