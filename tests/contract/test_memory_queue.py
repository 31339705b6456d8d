"""The queue in memory keeps the contract that LocalStack's keeps."""

from dataclasses import dataclass

import pytest

from tests.contract.queue_contract import HIDDEN_SECONDS, MOST_RECEIVES, Got, QueueContract
from tests.fakes.time import Clock
from tests.simulation.queues import MemorySqs, Queue

URL = "https://sqs.test/q"


@dataclass
class Held:
    """A queue in memory, behind the client that the stages send with."""

    queue: Queue
    clock: Clock

    def send(self, body: str, group: str = "g", once: str | None = None) -> None:
        entry = {"Id": "0", "MessageBody": body, "MessageGroupId": group}
        entry |= {"MessageDeduplicationId": once} if once else {}
        MemorySqs({URL: self.queue}).send_message_batch(QueueUrl=URL, Entries=[entry])

    def receive(self) -> list[Got]:
        return [Got(str(m.number), m.body, m.receives) for m in self.queue.receive()]

    def delete(self, got: Got) -> None:
        self.queue.delete(next(m for m in self.queue.waiting if str(m.number) == got.handle))

    def pass_by(self, seconds: float) -> None:
        self.clock.pass_by(seconds=seconds)

    def dead(self) -> list[str]:
        return [message.body for message in self.queue.dead]


def _held(*, is_fifo: bool) -> Held:
    clock = Clock()
    queue = Queue(clock, is_fifo, MOST_RECEIVES, visibility_seconds=HIDDEN_SECONDS)
    return Held(queue, clock)


@pytest.fixture
def standard() -> Held:
    return _held(is_fifo=False)


@pytest.fixture
def fifo() -> Held:
    return _held(is_fifo=True)


class TestMemoryQueue(QueueContract):
    """In memory."""
