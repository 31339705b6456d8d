"""How long a stage takes, and how much of it Lambda runs at once.

Seconds are what `make bench` counts and measures: AWS calls a batch and a post, at 10 ms each and
20 ms a transaction, and CPU; 20 ms for Lambda to pass a batch on; 300 ms for a platform to answer.
"""

from dataclasses import dataclass, field

from tests.simulation.fairness.queues import BATCH, Message, Queue

STARTS_WITH = 5  # batches at once, of any queue
MORE_A_SECOND = 300 / 60  # while something waits (services-sqs-scaling)


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds for a batch as such, and for each message of it."""

    batch_seconds: float
    post_seconds: float


CLASSIFICATION = Pace(0.04, 0.004)
ESCALATION = Pace(0.07, 0.027)
DISPATCH = Pace(0.05, 0.34)
PUT_OFF_SECONDS = 0.02  # a reply that its account's limit doesn't let go now


@dataclass
class Stage:
    """A queue and its readers. `most`: batches at once, by concurrency."""

    pace: Pace
    most: int
    queue: Queue = field(default_factory=Queue)
    busy: int = 0
    allowed: float = STARTS_WITH
    asked_at: float = 0.0

    def begin(self, now: float) -> list[Message]:
        """The next batch, or none: nothing waits, or all readers are busy."""
        if not len(self.queue):
            self.asked_at = now
            return []
        if self.busy >= int(self.allowed):
            more = MORE_A_SECOND * (now - self.asked_at)
            self.allowed, self.asked_at = min(self.most, self.allowed + more), now
        if self.busy >= int(self.allowed):
            return []
        self.busy += 1
        return self.queue.take()

    def end(self, messages: list[Message]) -> None:
        self.busy -= 1
        self.queue.done(messages)


@dataclass(frozen=True, slots=True)
class Readers:
    """Batches at once, by stage; `replies_a_batch` is what one reader of dispatch says in a row."""

    classification: int = 1000
    escalation: int = 1000
    dispatch: int = 1000
    replies_a_batch: int = BATCH


def of(readers: Readers, *, is_fair: bool) -> dict[str, Stage]:
    """All stages behind intake. Dispatch's queue is FIFO by conversation, and knows no tenant."""
    spoken = Queue(is_fair=False, batch=readers.replies_a_batch)
    return {
        "classification": Stage(CLASSIFICATION, readers.classification, Queue(is_fair)),
        "escalation": Stage(ESCALATION, readers.escalation, Queue(is_fair)),
        "dispatch": Stage(DISPATCH, readers.dispatch, spoken),
    }
