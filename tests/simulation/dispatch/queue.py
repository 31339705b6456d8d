"""A FIFO queue: groups in order, one batch of a group in flight, redelivery, deduplication."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from tests.fakes.time import Clock

VISIBILITY = timedelta(seconds=180)
DEDUPLICATION = timedelta(minutes=5)
MOST = 10  # messages of one batch


@dataclass
class _Message:
    number: int
    body: str
    group: str
    visible_at: datetime
    receives: int = 0


@dataclass
class FifoQueue:
    """What of SQS matters here. `parked` are those that were received too often."""

    clock: Clock
    waiting: list[_Message] = field(default_factory=list)
    known: dict[str, datetime] = field(default_factory=dict)
    sent: int = 0

    def send(self, body: str, group: str, deduplication_id: str) -> None:
        known_at = self.known.get(deduplication_id)
        if known_at is None or self.clock() - known_at > DEDUPLICATION:
            self.known[deduplication_id] = self.clock()
            self.sent += 1
            self.waiting.append(_Message(self.sent, body, group, self.clock()))

    def receive(self) -> list[_Message]:
        """Up to ten messages; none of a group that somebody holds."""
        now = self.clock()
        held = {m.group for m in self.waiting if m.visible_at > now}
        batch = [m for m in self.waiting if m.group not in held][:MOST]
        for message in batch:
            message.visible_at = now + VISIBILITY
            message.receives += 1
        return batch

    def settle(self, batch: list[_Message], failed: set[str]) -> None:
        """Delete what is done, give back what failed."""
        for message in batch:
            if str(message.number) in failed:
                message.visible_at = self.clock()
            elif message in self.waiting:
                self.waiting.remove(message)


def as_event(batch: list[_Message], now: datetime) -> dict[str, Any]:
    """The batch as Lambda brings it."""
    return {
        "Records": [
            {
                "messageId": str(message.number),
                "body": message.body,
                "attributes": {
                    "ApproximateReceiveCount": str(message.receives),
                    "SentTimestamp": str(int(now.timestamp() * 1000)),
                    "MessageGroupId": message.group,
                },
            }
            for message in batch
        ]
    }
