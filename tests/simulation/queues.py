"""SQS in memory, as far as its readers can tell: visibility, redelivery, groups, dead letters.

A fake because messages must be doubled, held back and shuffled when a test says so, and because
nothing here may take real time.
"""

# ruff: noqa: ANN401 - AWS's types
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from random import Random
from typing import Any

from tests.fakes.model import check
from tests.fakes.time import Clock

BATCH = 10
VISIBILITY_SECONDS = 180
DEDUPLICATION_SECONDS = 300


@dataclass
class Message:
    """One message of a queue, and what became of it so far."""

    number: int
    body: str
    group: str
    sent_at: datetime
    visible_at: datetime
    receives: int = 0


@dataclass
class Queue:
    """One queue. `is_fifo`: a group's messages one after the other, the same id once."""

    clock: Clock
    is_fifo: bool = False
    max_receives: int = 5
    waiting: list[Message] = field(default_factory=list)
    dead: list[Message] = field(default_factory=list)
    ids: dict[str, datetime] = field(default_factory=dict)
    numbers: Any = field(default_factory=count)

    def send(self, entry: dict[str, Any]) -> None:
        """Take a message, unless FIFO has seen its id lately."""
        now, known = self.clock(), entry.get("MessageDeduplicationId")
        if self.is_fifo and known:
            seen = self.ids.get(known)
            if seen and now - seen < timedelta(seconds=DEDUPLICATION_SECONDS):
                return
            self.ids[known] = now
        self.put(entry["MessageBody"], entry.get("MessageGroupId", ""))

    def put(self, body: str, group: str) -> None:
        now = self.clock()
        self.waiting.append(Message(next(self.numbers), body, group, now, now))

    def receive(self, random: Random | None = None) -> list[Message]:
        """Up to ten that are visible; hidden from others until their time is out."""
        ready = self._ready()
        if random is not None and not self.is_fifo:
            random.shuffle(ready)
        taken = ready[:BATCH]
        for message in taken:
            message.receives += 1
            message.visible_at = self.clock() + timedelta(seconds=VISIBILITY_SECONDS)
        return [message for message in taken if not self._is_dead(message)]

    def delete(self, message: Message) -> None:
        self.waiting.remove(message)

    def give_back(self, message: Message) -> None:
        """Visible again at once: a worker that failed said so."""
        message.visible_at = self.clock()

    def _ready(self) -> list[Message]:
        now = self.clock()
        if not self.is_fifo:
            return [m for m in self.waiting if m.visible_at <= now]
        blocked = {m.group for m in self.waiting if m.visible_at > now}
        return [m for m in self.waiting if m.group not in blocked]

    def _is_dead(self, message: Message) -> bool:
        if message.receives <= self.max_receives:
            return False
        self.waiting.remove(message)
        self.dead.append(message)
        return True


@dataclass
class MemorySqs:
    """The client that stages send with: every queue by its address."""

    queues: dict[str, Queue]

    def send_message_batch(self, **asked: Any) -> dict[str, Any]:
        check("sqs", "SendMessageBatch", asked)
        for entry in asked["Entries"]:
            self.queues[asked["QueueUrl"]].send(entry)
        return {"Successful": [{"Id": e["Id"]} for e in asked["Entries"]], "Failed": []}


def as_records(messages: list[Message]) -> dict[str, Any]:
    """The Lambda event that brings them."""
    return {
        "Records": [
            {
                "messageId": str(message.number),
                "body": message.body,
                "attributes": {
                    "ApproximateReceiveCount": str(message.receives),
                    "SentTimestamp": str(int(message.sent_at.timestamp() * 1000)),
                    "MessageGroupId": message.group,
                },
            }
            for message in messages
        ]
    }
