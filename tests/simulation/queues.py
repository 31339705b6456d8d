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
from tests.simulation.mishaps import Mishaps

BATCH = 10
VISIBILITY_SECONDS = 180
DEDUPLICATION_SECONDS = 300
LATEST_SECONDS = 60.0


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
    """One queue. `is_fifo`: a group's messages one after the other, the same id once.

    `is_patient`: what a worker gave back is seen again when its time is out, as on AWS, and not at
    once.
    """

    clock: Clock
    is_fifo: bool = False
    max_receives: int = 5
    visibility_seconds: float = VISIBILITY_SECONDS
    is_patient: bool = False
    mishaps: Mishaps | None = None
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
        """Take it, now and then twice, now and then for later."""
        now, luck = self.clock(), self.mishaps
        is_doubled = luck is not None and not self.is_fifo and luck.befalls(luck.doubled)
        for _ in range(1 + is_doubled):
            is_late = luck is not None and luck.befalls(luck.late)
            late = luck.random.uniform(1, LATEST_SECONDS) if luck and is_late else 0.0
            at = now + timedelta(seconds=late)
            self.waiting.append(Message(next(self.numbers), body, group, now, at))

    @property
    def next_at(self) -> datetime | None:
        """When the next message can be seen, if there is any; in a group after those in work."""
        if not self.is_fifo:
            return min((message.visible_at for message in self.waiting), default=None)
        groups: dict[str, datetime] = {}
        for message in self.waiting:
            at = groups.get(message.group, message.visible_at)
            groups[message.group] = max(at, message.visible_at)
        return min(groups.values(), default=None)

    @property
    def is_ready(self) -> bool:
        """Whether a worker would get something now."""
        return bool(self._ready())

    def receive(self, random: Random | None = None) -> list[Message]:
        """Up to ten that are visible; hidden from others until their time is out."""
        ready = self._ready()
        if random is not None and not self.is_fifo:
            random.shuffle(ready)
        taken = ready[:BATCH]
        for message in taken:
            message.receives += 1
            message.visible_at = self.clock() + timedelta(seconds=self.visibility_seconds)
        return [message for message in taken if not self._is_dead(message)]

    def delete(self, message: Message) -> None:
        """It is done; another worker, which had it later, may have said so before."""
        if message in self.waiting:
            self.waiting.remove(message)

    def give_back(self, message: Message) -> None:
        """A worker that failed said so: it comes again."""
        if not self.is_patient:
            message.visible_at = self.clock()

    def redrive(self) -> None:
        """An operator brings back what died."""
        for message in self.dead:
            self.put(message.body, message.group)
        self.dead.clear()

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
    mishaps: Mishaps | None = None
    is_checked: bool = True

    def send_message_batch(self, **asked: Any) -> dict[str, Any]:
        if self.is_checked:
            check("sqs", "SendMessageBatch", asked)
        taken, failed = list[dict[str, Any]](), list[dict[str, Any]]()
        for entry in asked["Entries"]:
            (failed if self._is_refused() else taken).append(entry)
        for entry in taken:
            self.queues[asked["QueueUrl"]].send(entry)
        return {
            "Successful": [{"Id": e["Id"]} for e in taken],
            "Failed": [{"Id": e["Id"], "Code": "InternalError"} for e in failed],
        }

    def _is_refused(self) -> bool:
        return self.mishaps is not None and self.mishaps.befalls(self.mishaps.refused)


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
