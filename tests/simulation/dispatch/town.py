"""Dispatch as it is deployed: workers that die, a queue that repeats, follow-up, a platform."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from random import Random
from typing import Any

from functions.dispatch.ending import Ending
from functions.dispatch.foresee import foresee
from functions.dispatch.lease import Leases
from functions.dispatch.limits import Limits
from functions.dispatch.prepare import Preparation
from functions.dispatch.say import Dispatch
from functions.dispatch.speak import Speaker
from functions.dispatch.tokens import Tokens
from functions.dispatch.words import Words
from functions.followup.follow_up import FollowUp
from shared.batch import Done, Loop, work
from shared.cases.attributes import from_item
from shared.cases.change import Change
from shared.cases.items import Reply
from shared.cases.table import Table
from shared.channels import Directory
from shared.controls import Controls
from shared.messages import AnyMessage, ReplyRequested, ReplySettled, read
from shared.parking import park_in
from shared.queues import Outgoing
from shared.records import Record
from shared.secrets import Secrets
from tests import samples
from tests.fakes.aws import MemorySecrets
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import START, Clock, Context
from tests.simulation.dispatch.interleave import Crash, Interleaver
from tests.simulation.dispatch.queue import FifoQueue, as_event
from tests.simulation.dispatch.wall import Troubles, Wall
from tests.unit.dispatch.speaking import house

WORKERS = 6
IDLE_SECONDS = 5.0
TICK_SECONDS = 60.0
ENOUGH = timedelta(hours=6)  # by then everything has ended, or never will

type Handle = Callable[[AnyMessage, Record], Done]


@dataclass
class _Client:
    """The table, before each call of which another worker may be faster, or this one die."""

    table: MemoryDynamoDB
    turns: Interleaver
    troubles: Troubles

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the client has
        self.turns.switch()
        if name != "get_paginator" and self.turns.random.random() < self.troubles.crash:
            raise Crash
        return getattr(self.table, name)


@dataclass
class Town:
    """Everything that happens to some replies. `handler` makes a worker's stage."""

    seed: int
    troubles: Troubles
    settled: list[ReplySettled] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.clock, self.store = Clock(), MemoryDynamoDB()
        self.turns = Interleaver(Random(self.seed), self.clock)  # noqa: S311 - a story, no secret
        self.wall, self.queue = Wall(self.turns, self.troubles), FifoQueue(self.clock)
        samples.connect(self.store, samples.channel())
        self.quiet, self.busy = samples.table(self.store), 0

    def decide(self, reply: Reply, *, is_sent: bool = True) -> None:
        """What escalation commits, and then sends, unless it dies before."""
        self.quiet.commit(Change(replies=(reply,)), self.clock())
        if is_sent:
            self.queue.send(_request(reply), reply.conversation, reply.reply_id)

    def live(
        self,
        *others: Callable[[], None],
        handler: "Callable[[Town], Handle] | None" = None,
    ) -> None:
        """Let all workers, follow-up and `others` go on until nothing is left to do."""
        self.busy = len(others)
        works = [lambda: self._worker(handler or Town.dispatch) for _ in range(WORKERS)]
        self.turns.run(*(self._counted(other) for other in others), self._ticks, *works)

    def dispatch(self) -> Handle:
        """A new process of dispatch."""
        table = Table(lambda: _Client(self.store, self.turns, self.troubles), samples.TABLE)
        secrets = Secrets(lambda: MemorySecrets({_SECRET: '{"access_token": "t"}'}))
        tokens = Tokens(table, secrets, {}, lambda _name, _secret: None)
        speaker = Speaker(
            Directory(table, self.clock.seconds), {"facebook": self.wall, "x": self.wall}, tokens
        )
        limits = Limits(Leases(table))
        return Dispatch(
            table=table,
            preparation=Preparation(speaker, _WORDS, limits),
            ending=Ending(table, speaker, limits, self.clock, "escalation"),
            controls=lambda: Controls("live"),
            now=self.clock,
        ).handle

    def replies(self) -> list[Reply]:
        """Every reply as it stands."""
        items = self.store.rows("reply#")
        return [Reply(**from_item(item)) for item in items]

    @property
    def is_over(self) -> bool:
        """Whether nothing waits any more: no reply is due, no message in the queue."""
        is_due = any("due_at" in item for item in self.store.items.values())
        return not is_due and not self.queue.waiting and not self.busy

    def _counted(self, other: Callable[[], None]) -> Callable[[], None]:
        def work() -> None:
            other()
            self.busy -= 1

        return work

    def _worker(self, handler: "Callable[[Town], Handle]") -> None:
        handle = handler(self)
        while not self._is_done():
            batch = self.queue.receive()
            if not batch:
                self.turns.sleep(IDLE_SECONDS)
                continue
            try:
                answer = work(self._loop(handle), as_event(batch, self.clock()), Context())
            except Crash:
                handle = handler(self)  # Lambda starts another; the batch comes again in its time
                continue
            failed = {each["itemIdentifier"] for each in answer["batchItemFailures"]}
            self.queue.settle(batch, failed)

    def _loop(self, handle: Handle) -> Loop:
        park = park_in(self.quiet, "dispatch", self.clock)
        stage = getattr(handle, "__self__", None)  # the naive baseline foresees nothing
        ahead = partial(foresee, stage) if isinstance(stage, Dispatch) else None
        return Loop(handle, self._hear, park, is_ordered=True, foresee=ahead)

    def _hear(self, messages: Sequence[Outgoing]) -> None:
        heard = (read(message.body) for message in messages)
        self.settled += [message for message in heard if isinstance(message, ReplySettled)]

    def _ticks(self) -> None:
        follow_up = FollowUp(
            table=self.quiet,
            send=self._bring,
            now=self.clock,
            is_live=lambda: True,
            escalation_queue_url="escalation",
            dispatch_queue_url="dispatch",
        )
        while not self._is_done():
            self.turns.sleep(TICK_SECONDS)
            follow_up.work(lambda: False)

    def _bring(self, messages: Sequence[Outgoing]) -> None:
        for message in messages:
            self.queue.send(message.body, message.group, str(message.deduplication_id))

    def _is_done(self) -> bool:
        return self.is_over or self.clock() - START > ENOUGH


def _request(reply: Reply) -> str:
    return ReplyRequested(
        event_id=reply.event_id,
        brand=reply.brand,
        case_id=reply.case_id,
        reply_id=reply.reply_id,
        conversation=reply.conversation,
    ).model_dump_json()


_SECRET = samples.channel().secret_name
_WORDS = Words(house, says_it_is_automatic=True)
