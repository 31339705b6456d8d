"""Posts that arrive, and their way to the first answer, one event after the other.

A thousand quiet brands write evenly; brand 0 may be in crisis. Every post is answered, but for
those of the crisis that its account's limit puts off. What a stage sends, it sends at its batch's end.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import heappop, heappush
from random import Random

from tests.simulation.fairness import stages
from tests.simulation.fairness.queues import Message
from tests.simulation.fairness.stages import PUT_OFF_SECONDS, Readers, Stage

CRISIS, BRANDS = 0, 1000
INTAKE_SECONDS = 0.03
SPREAD = 0.25  # of a batch's time, as a lognormal's sigma


@dataclass(frozen=True, slots=True)
class Load:
    """Posts a second of all quiet brands, and of the crisis between two moments, in seconds.

    `may_say_a_second`: what the platform lets the account in crisis write.
    """

    quiet_a_second: float
    crisis_a_second: float
    seconds: float
    crisis_from: float = 0.0
    may_say_a_second: float = 4_800 / 3_600

    def arrivals(self, random: Random) -> Iterator[Message]:
        """In order; the quiet ones are the same whether there is a crisis or not."""
        quiet = _poisson(Random(random.random()), self.quiet_a_second, 0.0, self.seconds)  # noqa: S311
        loud = _poisson(random, self.crisis_a_second, self.crisis_from, self.seconds)
        brands = Random(1)  # noqa: S311 - to be repeated
        arrived = [(at, brands.randrange(1, BRANDS + 1)) for at in quiet]
        arrived += [(at, CRISIS) for at in loud]
        yield from (Message(brand, at) for at, brand in sorted(arrived))


@dataclass
class Day:
    """One run. `waited`: each answered post's seconds from its webhook on."""

    load: Load
    stages: dict[str, Stage]
    seed: int = 0
    waited: list[tuple[Message, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.random = Random(self.seed)  # noqa: S311 - to be repeated
        self.events: list[tuple[float, int, str, list[Message]]] = []
        self.number = 0
        self.said = 0.0

    def quiet(self) -> list[float]:
        """How long quiet brands' posts waited that came since the crisis began, or would have."""
        since = self.load.crisis_from
        return [s for m, s in self.waited if m.tenant != CRISIS and m.arrived_at >= since]

    def pass_by(self) -> "Day":
        """Until the last second's post has come; what still waits then has waited so long."""
        for message in self.load.arrivals(Random(self.seed)):  # noqa: S311 - to be repeated
            self._until(message.arrived_at)
            self._later(message.arrived_at + INTAKE_SECONDS, "in", [message])
        self._until(self.load.seconds)
        self._count_who_still_waits()
        return self

    def _until(self, moment: float) -> None:
        while self.events and self.events[0][0] <= moment:
            now, _, what, messages = heappop(self.events)
            self._happen(now, what, messages)

    def _happen(self, now: float, what: str, messages: list[Message]) -> None:
        if what in self.stages:
            self.stages[what].end(messages)
        following = {"in": "classification", "classification": "escalation"}.get(what)
        if what == "escalation":
            following, messages = "dispatch", [m for m in messages if not m.is_settled]
        if what == "dispatch":
            settled = [Message(m.tenant, m.arrived_at, is_settled=True) for m in messages]
            following, messages = "escalation", settled
        for message in messages:
            self.stages[str(following)].queue.put(message)
        for name in {what, str(following)} & self.stages.keys():
            self._work(now, name)

    def _work(self, now: float, name: str) -> None:
        stage = self.stages[name]
        while messages := stage.begin(now):
            at = now + stage.pace.batch_seconds * self._spread()
            for message in messages:
                at += self._takes(stage, message, at, is_said=name == "dispatch")
            self._later(at, name, messages)

    def _takes(self, stage: Stage, message: Message, at: float, *, is_said: bool) -> float:
        seconds = stage.pace.post_seconds * self._spread()
        if not is_said:
            return seconds
        if message.tenant == CRISIS and not self._may_say(at):
            return PUT_OFF_SECONDS
        self.waited.append((message, at + seconds - message.arrived_at))
        return seconds

    def _may_say(self, at: float) -> bool:
        if self.said >= (at - self.load.crisis_from) * self.load.may_say_a_second:
            return False
        self.said += 1
        return True

    def _spread(self) -> float:
        return self.random.lognormvariate(0, SPREAD)

    def _later(self, at: float, what: str, messages: list[Message]) -> None:
        self.number += 1
        heappush(self.events, (at, self.number, what, messages))

    def _count_who_still_waits(self) -> None:
        for stage in self.stages.values():
            for queued in (stage.queue.waiting, *stage.queue.held.values()):
                self.waited += [
                    (m, self.load.seconds - m.arrived_at) for m in queued if not m.is_settled
                ]


def live(load: Load, readers: Readers, *, is_fair: bool = True, seed: int = 0) -> Day:
    """A whole run."""
    return Day(load, stages.of(readers, is_fair=is_fair), seed).pass_by()


def _poisson(random: Random, a_second: float, since: float, until: float) -> Iterator[float]:
    at = since
    while a_second and (at := at + random.expovariate(a_second)) < until:
        yield at
