"""Clients whose own time can be taken off: what is left is what our code costs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from time import process_time
from typing import Any

from tests.bench.metered import MeteredDynamoDB
from tests.fakes.dynamodb import MemoryDynamoDB

_OPERATIONS = frozenset(
    f"{verb}_item" for verb in ("get", "batch_get", "put", "update", "delete")
) | {"transact_write_items"}


@dataclass
class Stopwatch:
    """Seconds of CPU inside of clients, however they call each other."""

    seconds: float = 0.0
    depth: int = 0

    def over(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*args: Any, **asked: Any) -> Any:  # noqa: ANN401 - AWS's types
            began, self.depth = process_time(), self.depth + 1
            try:
                return call(*args, **asked)
            finally:
                self.depth -= 1
                if not self.depth:
                    self.seconds += process_time() - began

        return timed


@dataclass
class Timed:
    """Any client."""

    client: Any
    watch: Stopwatch

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a client's
        return self.watch.over(getattr(self.client, name))


@dataclass
class TimedDynamoDB(MeteredDynamoDB):
    """The table's fake, on a stopwatch."""

    watch: Stopwatch = field(default_factory=Stopwatch)

    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401 - a client's
        found = super().__getattribute__(name)
        return self.watch.over(found) if name in _OPERATIONS else found

    def get_paginator(self, operation: str) -> Any:  # noqa: ANN401 - a client's
        return _Pages(self.watch, MemoryDynamoDB.get_paginator(self, operation))


@dataclass
class _Pages:
    watch: Stopwatch
    pages: Any

    def paginate(self, **asked: Any) -> Iterator[Any]:  # noqa: ANN401 - AWS's types
        yield from self.watch.over(lambda: list(self.pages.paginate(**asked)))()
