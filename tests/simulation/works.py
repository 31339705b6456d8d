"""The machinery of a house: its queues, and every stage with all that it stands on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
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
from shared.messages import Labels
from shared.parking import park_in
from shared.queues import Outgoing, send
from tests import samples
from tests.fakes.aws import MemoryBuckets, MemoryTopics
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import Clock, Context
from tests.simulation.crashes import CrashError, Fate
from tests.simulation.places import Places
from tests.simulation.queues import MemorySqs, Queue, as_records
from tests.simulation.speech import speech

CLASSIFICATION, ESCALATION, DISPATCH = (
    f"https://sqs.test/{name}" for name in ("classification", "escalation", "dispatch.fifo")
)
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

    def __post_init__(self) -> None:
        mortal = self.fate.over(self.dynamodb, "table")
        self.queues = {
            url: Queue(self.clock, is_fifo=url == DISPATCH)
            for url in (CLASSIFICATION, ESCALATION, DISPATCH)
        }
        self.sqs = self.fate.over(MemorySqs(self.queues), "queue")
        self.table = samples.table(mortal)
        self.directory = Directory(self.table)
        self.platform = Places(self.clock)
        dispatch = speech(
            self.fate.over(self.platform, "platform"), self.table, self.clock, ESCALATION
        )
        self.loops = {
            CLASSIFICATION: self._loop(self._labelling().handle, "classification"),
            ESCALATION: self._loop(self._escalation().handle, "escalation"),
            DISPATCH: self._loop(dispatch.handle, "dispatch", is_ordered=True),
        }

    def settle(self) -> None:
        """Every stage works until nothing is left to do now."""
        if self.is_held:
            return
        for _ in range(MOST_ROUNDS):
            worked = [self.step(url) for url in self.queues]  # each, not until the first
            if not any(worked):
                return
        raise AssertionError("the house does not come to rest")

    def step(self, url: str) -> bool:
        """One batch of one queue; whether there was one."""
        queue = self.queues[url]
        messages = queue.receive(self.random)
        if not messages:
            return False
        try:
            answer = work(self.loops[url], as_records(messages), Context())
        except CrashError:
            return True  # what it had taken comes back when its time is out
        failed = {item["itemIdentifier"] for item in answer["batchItemFailures"]}
        for message in messages:
            if str(message.number) in failed:
                queue.give_back(message)
            else:
                queue.delete(message)
        return True

    def _loop(self, handle: Callable[..., Any], stage: str, *, is_ordered: bool = False) -> Loop:
        park = park_in(self.table, stage, self.clock)
        return Loop(handle=handle, finish=self._send, park=park, is_ordered=is_ordered)

    def _send(self, messages: Sequence[Outgoing]) -> None:
        send(self.sqs, messages)

    def _labelling(self) -> Labelling:
        archive = Archive(lambda: MemoryBuckets(), "archive")
        return Labelling(self.directory, archive, lambda: b"key", ESCALATION, _read)

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
            is_live=lambda: True,
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


@cache
def _read(text: str, *, posted_on: date, fallback_language: str | None) -> Labels:
    """A text is read once, however many lives it is written in: reading takes the longest."""
    return classify(text, posted_on=posted_on, fallback_language=fallback_language)
