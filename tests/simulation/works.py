"""The machinery of a house: its queues, and every stage with all that it stands on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache
from random import Random
from typing import Any

from functions.classification.archive import Archive
from functions.classification.classify import classify
from functions.classification.label import Labelling
from functions.decision.record import Door
from functions.escalation.escalate import Escalation
from functions.escalation.incidents.known import Incidents
from functions.escalation.notify import Notifier
from functions.escalation.policy import Policy
from functions.followup.follow_up import FollowUp
from shared.batch import Loop, work
from shared.channels import Directory
from shared.controls import Controls
from shared.messages import Labels, Mode
from shared.parking import park_in
from shared.queues import Outgoing, send
from tests import samples
from tests.fakes.aws import MemoryBuckets, MemoryTopics
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import Clock, Context
from tests.simulation.crashes import CrashError, Fate
from tests.simulation.front import CLASSIFICATION, front
from tests.simulation.mishaps import Mishaps
from tests.simulation.places import Places
from tests.simulation.queues import MemorySqs, Message, Queue, as_records
from tests.simulation.speech import speech

ESCALATION, DISPATCH = (f"https://sqs.test/{name}" for name in ("escalation", "dispatch.fifo"))
STAGES = {CLASSIFICATION: "classification", ESCALATION: "escalation", DISPATCH: "dispatch"}
MOST_ROUNDS = 500  # of a house that never comes to rest


@dataclass
class Works:
    """All stages at work. `random` shuffles what standard queues deliver; None keeps it so."""

    clock: Clock = field(default_factory=Clock)
    random: Random | None = None
    dynamodb: MemoryDynamoDB = field(default_factory=MemoryDynamoDB)
    topics: MemoryTopics = field(default_factory=MemoryTopics)
    policy: Callable[[], Policy] = samples.policy
    fate: Fate = field(default_factory=lambda: Fate(Random(0)))  # noqa: S311 - to be repeated
    posted: int = 0
    is_held: bool = False  # what happens is taken in, and nobody works on it yet
    is_checked: bool = True  # every call of AWS is held to AWS's own description of it
    mode: Mode = "live"
    restored_at: datetime | None = None

    def __post_init__(self) -> None:
        mortal = self.fate.over(self.dynamodb, "table")
        self.dynamodb.is_checked = self.is_checked
        self.buckets = MemoryBuckets()
        self.archive = self.fate.over(self.buckets, "archive")
        self.mishaps = Mishaps(self.fate.random)
        self.queues = {
            url: Queue(self.clock, is_fifo=url == DISPATCH, mishaps=self.mishaps) for url in STAGES
        }
        sqs = MemorySqs(self.queues, self.mishaps, is_checked=self.is_checked)
        self.sqs = self.fate.over(sqs, "queue")
        self.table = samples.table(mortal)
        self.directory = Directory(self.table)
        self.platform = Places(self.clock)
        dispatch = speech(
            self.fate.over(self.platform, "platform"),
            self.table,
            self.clock,
            ESCALATION,
            lambda: Controls(self.mode, restored_at=self.restored_at),
        )
        self.loops = {
            ESCALATION: self._loop(self._escalation().handle, "escalation"),
            DISPATCH: self._loop(dispatch.handle, "dispatch", is_ordered=True),
        }
        self.front = front(lambda: self.sqs, lambda: self.archive, self.clock)

    def settle(self) -> None:
        """Every stage works until nothing is left to do now."""
        if self.is_held:
            return
        for _ in range(MOST_ROUNDS):
            worked = [self.step(url) for url in self.queues]  # each, not until the first
            if not any(worked):
                return
        raise AssertionError("the house does not come to rest")

    def step(self, url: str, context: Context | None = None) -> bool:
        """One batch of one queue; whether there was one."""
        queue = self.queues[url]
        messages = queue.receive(self.random)
        if not messages:
            return False
        try:
            answer = work(self.loop_of(url), as_records(messages), context or Context())
        except CrashError:
            return True  # what it had taken comes back when its time is out
        _return(queue, messages, {item["itemIdentifier"] for item in answer["batchItemFailures"]})
        return True

    def loop_of(self, url: str) -> Loop:
        """How a stage works a batch off; classification keeps what just this batch brought."""
        if url != CLASSIFICATION:
            return self.loops[url]
        archive = Archive(lambda: self.archive, "archive")
        labelling = Labelling(self.directory, archive, lambda: b"key", ESCALATION, _read)

        def finish(messages: Sequence[Outgoing]) -> None:
            archive.write(self.clock(), f"batch-{self.fate.effects}")
            self._send(messages)

        return replace(self._loop(labelling.handle, "classification"), finish=finish)

    def _loop(self, handle: Callable[..., Any], stage: str, *, is_ordered: bool = False) -> Loop:
        park = park_in(self.table, stage, self.clock)
        return Loop(handle=handle, finish=self._send, park=park, is_ordered=is_ordered)

    def _send(self, messages: Sequence[Outgoing]) -> None:
        send(self.sqs, messages)

    def _escalation(self) -> Escalation:
        policy = self.policy
        return Escalation(
            table=self.table,
            directory=self.directory,
            policy=policy,
            notifier=Notifier(self._people, "arn:aws:sns:::people", policy, self.table),
            now=self.clock,
            dispatch_queue_url=DISPATCH,
            incidents=Incidents(self.table),
            escalation_queue_url=ESCALATION,
        )

    def _people(self) -> Any:  # noqa: ANN401 - an SNS client
        return self.fate.over(self.topics, "people")

    def follow_ups(self) -> FollowUp:
        return FollowUp(
            table=self.table,
            send=self._send,
            now=self.clock,
            is_live=lambda: self.mode == "live",
            escalation_queue_url=ESCALATION,
            dispatch_queue_url=DISPATCH,
        )

    def door(self) -> Door:
        return Door(
            table=self.table,
            send=self._send,
            now=self.clock,
            escalation_queue_url=ESCALATION,
            classification_queue_url=CLASSIFICATION,
        )


def _return(queue: Queue, messages: list[Message], failed: set[str]) -> None:
    for message in messages:
        if str(message.number) in failed:
            queue.give_back(message)
        else:
            queue.delete(message)


@cache
def _read(text: str, *, posted_on: date, fallback_language: str | None) -> Labels:
    """A text is read once, however many lives it is written in: reading takes the longest."""
    return classify(text, posted_on=posted_on, fallback_language=fallback_language)
