"""What AWS tells CloudWatch of its own accord: of queues, of the table, and every line of a log."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from shared.observability import logger
from tests.drill.cloud import MINUTE, Cloud, named
from tests.simulation.queues import Message, Queue

POISONED_RECEIVES = 3  # SQS's age leaves out what was received so often


class Numbers:
    """Numbers messages, and says how many were since it was asked last."""

    def __init__(self) -> None:
        self.last = self.told = 0

    def __next__(self) -> int:
        self.last += 1
        return self.last

    def taken(self) -> int:
        since, self.told = self.last - self.told, self.last
        return since


class _Lines(logging.Handler):
    """Hands on what a function would write to its log group."""

    def __init__(self, write: Callable[[str], None]) -> None:
        super().__init__()
        self.write = write

    def emit(self, record: logging.LogRecord) -> None:
        self.write(self.format(record))


@contextmanager
def lines_to(write: Callable[[str], None]) -> Iterator[None]:
    """Every line that the stages log meanwhile, as it would leave a function, and nowhere else."""
    logger()
    ours = logging.getLogger("sixday")
    handler, before = _Lines(write), list(ours.handlers)
    handler.setFormatter(before[0].formatter)
    ours.addHandler(handler)
    for other in before:
        ours.removeHandler(other)
    try:
        yield
    finally:
        for other in before:
            ours.addHandler(other)
        ours.removeHandler(handler)


def tell_of_queue(cloud: Cloud, queue: Queue, name: str, at: datetime) -> None:
    """What SQS measures of a queue in the minute that began at `at`."""
    facts = {
        "ApproximateAgeOfOldestMessage": _age_seconds(queue, at + MINUTE),
        "ApproximateNumberOfMessagesVisible": float(queue.is_ready),
        "NumberOfMessagesSent": float(queue.numbers.taken()),
    }
    for metric, value in facts.items():
        cloud.put(named("AWS/SQS", metric, {"QueueName": name}), at, [value])


def tell_of_dead_letters(cloud: Cloud, queue: Queue, name: str, at: datetime) -> None:
    """The same of what it gave up."""
    series = named("AWS/SQS", "ApproximateNumberOfMessagesVisible", {"QueueName": name})
    cloud.put(series, at, [float(len(queue.dead))])


def tell_of_throttles(cloud: Cloud, table: str, refused: int, at: datetime) -> None:
    """What DynamoDB measures where it refused writes; it says nothing where it didn't."""
    if refused:
        series = named("AWS/DynamoDB", "WriteThrottleEvents", {"TableName": table})
        cloud.put(series, at, [float(refused)])


def _age_seconds(queue: Queue, now: datetime) -> float:
    waiting: list[Message] = [m for m in queue.waiting if m.receives < POISONED_RECEIVES]
    return max(((now - m.sent_at).total_seconds() for m in waiting), default=0.0)
