"""Many workers that write as fast as their limits let them, and a platform that counts."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from functions.dispatch.allowances import Allowance, Window
from functions.dispatch.lease import Leases
from functions.dispatch.limits import Ask, Limits
from functions.dispatch.platforms.outcome import PutOff, Sent
from shared.cases.table import Table
from tests import samples
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import Clock
from tests.simulation.dispatch.interleave import Interleaver

SLOWEST_ANSWER_SECONDS = 3.0
TICK_SECONDS = 60.0  # what is put off comes back with follow-up's next tick
BATCH = 5  # replies of one invocation: what it leased and didn't need is given back
URGENT_SHARE = 0.1


@dataclass
class _Client:
    """The table, with a moment before each call in which another worker may be faster."""

    table: MemoryDynamoDB
    turns: Interleaver

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the client has
        self.turns.switch()
        return getattr(self.table, name)


@dataclass
class Crowd:
    """Workers with nothing in common but the table."""

    seed: int
    windows: tuple[Window, ...]
    sent: list[datetime] = field(default_factory=list)
    urgent_waits: list[float] = field(default_factory=list)

    def work(self, workers: int, hours: int) -> list[datetime]:
        """When the platform saw each write, in some hours of more work than there is room."""
        clock, random = Clock(), Random(self.seed)  # noqa: S311 - a story, no secret
        turns = Interleaver(random, clock)
        table = Table(lambda: client, samples.TABLE)
        client = _Client(MemoryDynamoDB(), turns)
        end = clock() + timedelta(hours=hours)
        turns.run(*(lambda: self._worker(table, turns, end) for _ in range(workers)))
        return [at for at in self.sent if at < end]

    def _worker(self, table: Table, turns: Interleaver, end: datetime) -> None:
        limits = Limits(Leases(table))
        while turns.clock() < end:
            for _ in range(BATCH):
                self._write(limits, turns)
            limits.leases.give_back(turns.clock())

    def _write(self, limits: Limits, turns: Interleaver) -> None:
        is_urgent = turns.random.random() < URGENT_SHARE
        ask = Ask(samples.channel(), Allowance("post", self.windows), "t", 80 if is_urgent else 20)
        began = turns.clock()
        while isinstance(permit := limits.take(ask, turns.clock()), PutOff):
            limits.leases.give_back(turns.clock())
            ask = Ask(ask.channel, ask.allowance, "t", ask.priority, has_waited=True)
            turns.sleep(permit.seconds + turns.random.uniform(0, TICK_SECONDS))
        if is_urgent:
            self.urgent_waits.append((turns.clock() - began).total_seconds())
        turns.sleep(turns.random.uniform(0, SLOWEST_ANSWER_SECONDS))
        self.sent.append(turns.clock())
        limits.learn(permit, Sent("theirs"), turns.clock())
