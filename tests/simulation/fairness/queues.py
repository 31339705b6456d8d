"""SQS as its developer guide tells of it, as far as a waiting tenant can tell.

A standard queue whose messages name their tenant marks a tenant as noisy when it has more than a
tenth of what is in flight, and at least thirty messages. While it is, everybody else's messages go
first; its own are neither dropped nor slowed. The mark goes when none of its messages waits.
(sqs-fair-queues-detailed. Its second measure, the share of recent time, says no window and is left
out: it would only mark sooner.)
"""

from collections import Counter, deque
from dataclasses import dataclass, field

BATCH = 10
NOISY_SHARE, NOISY_MESSAGES = 0.1, 30


@dataclass(slots=True)
class Message:
    """One post's message. `arrived_at`: when its webhook came, in seconds."""

    tenant: int
    arrived_at: float
    is_settled: bool = False


@dataclass
class Queue:
    """What waits and what is in flight. `is_fair`: it knows its messages' tenants.

    `batch`: messages that a reader takes at once, at most.
    """

    is_fair: bool = True
    batch: int = BATCH
    waiting: deque[Message] = field(default_factory=deque)
    held: dict[int, deque[Message]] = field(default_factory=dict)
    backlog: Counter[int] = field(default_factory=Counter)
    in_flight: Counter[int] = field(default_factory=Counter)
    flying: int = 0

    def put(self, message: Message) -> None:
        self.backlog[message.tenant] += 1
        self.held.get(message.tenant, self.waiting).append(message)

    def take(self) -> list[Message]:
        """Up to a batch: first of quiet tenants, then of the noisy one with the least in flight."""
        taken: list[Message] = []
        while len(taken) < self.batch and (found := self._next()):
            taken.append(found)
            self._started(found.tenant)
        return taken

    def done(self, messages: list[Message]) -> None:
        for message in messages:
            self.in_flight[message.tenant] -= 1
        self.flying -= len(messages)

    def __len__(self) -> int:
        return len(self.waiting) + sum(map(len, self.held.values()))

    def _next(self) -> Message | None:
        while self.waiting:
            message = self.waiting.popleft()
            if message.tenant not in self.held:
                return message
            self.held[message.tenant].append(message)
        noisy = [tenant for tenant, messages in self.held.items() if messages]
        if not noisy:
            return None
        return self.held[min(noisy, key=self.in_flight.__getitem__)].popleft()

    def _started(self, tenant: int) -> None:
        self.backlog[tenant] -= 1
        self.in_flight[tenant] += 1
        self.flying += 1
        if self.held and self.backlog[tenant] == 0:
            self.held.pop(tenant, None)
        elif self.is_fair and tenant not in self.held and self._is_noisy(tenant):
            self.held[tenant] = deque()

    def _is_noisy(self, tenant: int) -> bool:
        own = self.in_flight[tenant]
        return own >= NOISY_MESSAGES and own > NOISY_SHARE * self.flying
