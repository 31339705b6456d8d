"""One life of a house: its steps are taken, alone or at once, and then it comes to rest.

A life is its weather and its steps. The same seed is the same life, to the last crash.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from itertools import count
from random import Random
from typing import Any

from aws_lambda_powertools.metrics import Metrics

from functions.intake.receive import receive
from shared.messages import Mode
from shared.observability import logger
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import Clock
from tests.simulation.cast import policy
from tests.simulation.crashes import CrashError, Fate
from tests.simulation.decided import Decided
from tests.simulation.doings import DOINGS
from tests.simulation.front import request
from tests.simulation.house import House
from tests.simulation.labour import Labour
from tests.simulation.moments import Step, Weather
from tests.simulation.rest import until_quiet
from tests.simulation.turns import Turns
from tests.simulation.watched import Watched
from tests.simulation.webhooks import ACCOUNTS, Written, bodies
from tests.simulation.works import DISPATCH

LOOKS = 40  # of a worker in a race, until it goes home


@dataclass
class Life:
    """A house, and what was done to it. `accepted`: what intake answered 200 for.

    `owed`: webhooks that it didn't take, which the platform brings again; `decided`: what the door
    answered 202 for; `modes`: since when which held; `days` of rest at the end.
    """

    weather: Weather
    steps: list[Step]
    days: float = 0.1
    posts: dict[int, Written] = field(default_factory=dict)
    accepted: list[Written] = field(default_factory=list)
    owed: list[list[Written]] = field(default_factory=list)
    decided: list[Decided] = field(default_factory=list)
    modes: list[tuple[datetime, Mode]] = field(default_factory=list)
    has_gone_back: bool = False
    deliveries: Any = field(default_factory=count)

    def __post_init__(self) -> None:
        clock = Clock()
        self.turns, self.fate = Turns(clock), Fate(Random(0))  # noqa: S311 - to be repeated
        self.watched = Watched()
        dynamodb = MemoryDynamoDB(items=self.watched)
        self.house = House(clock, None, dynamodb, policy=policy, fate=self.fate, is_checked=False)
        self.house.connect(*ACCOUNTS)
        self.fate.turns, self.house.fate = self.turns, self.fate
        for queue in self.house.queues.values():
            queue.is_patient = True

    def live(self) -> "Life":
        """Everything that happens, and then a rest in which nobody dies."""
        told = logger().log_level
        logger().setLevel("CRITICAL")  # what the lives log would fill disks
        try:
            for group in _at_once(self.steps):
                self._take(group)
            self._calm()
            until_quiet(self, self.days)
        finally:
            logger().setLevel(told)
            Metrics().clear_metrics()
        return self

    def now(self) -> datetime:
        return self.house.clock()

    def switch(self, mode: Mode) -> None:
        """Somebody turns the switch."""
        self.house.mode = mode
        self.modes.append((self.now(), mode))

    def deliver(self, written: list[Written]) -> None:
        """Platforms bring it; what isn't taken they bring again, later."""
        for platform, body in bodies(written):
            brought = [it for it in written if it.on.platform == platform]
            delivery_id = f"d-{next(self.deliveries)}"
            answer: dict[str, Any] = {"statusCode": 502}
            with suppress(CrashError):
                answer = receive(request(platform, body, delivery_id), self.house.front)
            if answer["statusCode"] == 200:
                self.accepted += brought
            else:
                self.owed.append(brought)

    def bring_again(self) -> None:
        """What intake didn't take."""
        owed, self.owed = self.owed, []
        for written in owed:
            self.deliver(written)

    def _take(self, group: list[Step]) -> None:
        first = group[0]
        random = Random(first.luck)  # noqa: S311 - to be repeated
        self._befall(first, random)
        works = [partial(self._do, step) for step in group]
        workers = 1 if first.is_alone else self.weather.workers
        skips, looks = DISPATCH if first.is_unsaid else None, LOOKS if first.is_race else 0
        labour = Labour(self.house, random, self.turns, skips, looks)
        labours = [labour.work for _ in range(workers)]
        self.turns.run(*works, *labours)
        self.turns.random = None

    def _do(self, step: Step) -> None:
        with suppress(CrashError):
            DOINGS[step.what](self, step)

    def _befall(self, step: Step, random: Random) -> None:
        """What may go wrong in a step."""
        house, weather = self.house, self.weather
        self.turns.random = None if step.is_alone else random
        house.random = None if step.is_alone else random
        self.fate.random = house.mishaps.random = house.platform.random = random
        if step.is_calm:
            self._calm()
            return
        self.fate.share, self.fate.refused = weather.crash, weather.refused
        self.fate.lost, house.platform.trouble = weather.lost, weather.platform
        house.mishaps.doubled, house.mishaps.late = weather.doubled, weather.late
        house.mishaps.refused = weather.partly

    def _calm(self) -> None:
        self.fate.calm()
        self.house.mishaps.calm()
        self.house.platform.trouble = 0.0


def _at_once(steps: list[Step]) -> Iterator[list[Step]]:
    """Steps that happen together."""
    group: list[Step] = []
    for step in steps:
        if group and not step.is_with:
            yield group
            group = []
        group.append(step)
    if group:
        yield group
