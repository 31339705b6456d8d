"""A worker of a house: takes whatever queue has something, until none has."""

from dataclasses import dataclass
from random import Random

from tests.fakes.time import Context
from tests.simulation.house import House
from tests.simulation.turns import Turns

BATCHES = (60, 60, 4, 1)  # of a worker, until the next step: what it leaves, others meet there
SHORT_SHARE = 0.03  # of all invocations: their time is almost out
SHORT_MILLISECONDS, LOOK_MILLISECONDS = 6_000, 1_500


@dataclass(frozen=True)
class Labour:
    """One worker, of any stage. `skips`: a queue that it leaves alone; `looks`: how often it looks
    again before it goes, where it found nothing.
    """

    house: House
    random: Random
    turns: Turns
    skips: str | None = None
    looks: int = 0

    def work(self) -> None:
        """Batch after batch; the last ones of a life that goes on wait for the next step."""
        for _ in range(self.random.choice(BATCHES)):
            ready = self._awaited()
            if not ready:
                return
            self.house.step(self.random.choice(ready), self._context())
            self.turns.pause()

    def _awaited(self) -> list[str]:
        for _ in range(self.looks):
            if ready := self._ready():
                return ready
            self.turns.pause()
        return self._ready()

    def _ready(self) -> list[str]:
        queues = self.house.queues.items()
        return [url for url, queue in queues if url != self.skips and queue.is_ready]

    def _context(self) -> Context:
        if self.turns.random is None or self.random.random() > SHORT_SHARE:
            return Context()
        return Context(SHORT_MILLISECONDS, LOOK_MILLISECONDS)
