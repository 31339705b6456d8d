"""Workers that run one at a time, each where it stands: at every effect another may go on.

Who goes on is drawn, so the same seed is the same story. Outside `run` nobody waits for anybody.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from greenlet import getcurrent, greenlet

from tests.fakes.time import Clock

SLOW_SHARE = 0.02  # of all steps: the worker waits for an answer, and time passes
SLOWEST_SECONDS = 3.0


@dataclass
class Turns:
    """`random`: who is next, and how long it takes; None runs each to its end, in order."""

    clock: Clock
    random: Random | None = None
    _hub: greenlet | None = None

    def run(self, *works: Callable[[], object]) -> None:
        """Run all to their end; what one of them raises is raised here."""
        if self.random is None:
            for work in works:
                work()
            return
        self._hub, alive = getcurrent(), [greenlet(work) for work in works]
        while alive:
            self.random.choice(alive).switch()
            alive = [worker for worker in alive if not worker.dead]
        self._hub = None

    def pause(self) -> None:
        """Whoever calls may have to wait for others here."""
        if self._hub is None or self.random is None or getcurrent() is self._hub:
            return
        if self.random.random() < SLOW_SHARE:
            self.clock.moment += timedelta(seconds=self.random.uniform(0.1, SLOWEST_SECONDS))
        self._hub.switch()
