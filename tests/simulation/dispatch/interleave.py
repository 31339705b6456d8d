"""Workers that take turns: one runs at a time, and hands on at each call, as the seed says.

Real threads, but never two at once and none that sleeps: time stands still until all who could run
wait for it, then it moves to the first who does. The same seed gives the same story.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from threading import Lock, Thread, get_ident

from tests.fakes.time import Clock


class Crash(BaseException):
    """A process ends in the middle of what it does; nothing of ours may catch it."""


@dataclass
class _Worker:
    thread: Thread
    turn: Lock = field(default_factory=Lock)
    wakes_at: datetime | None = None
    is_over: bool = False
    error: BaseException | None = None

    def __post_init__(self) -> None:
        self.turn.acquire()


@dataclass
class Interleaver:
    """Lets workers run in an order that `random` chooses, on a clock that nobody waits for."""

    random: Random
    clock: Clock
    _back: Lock = field(default_factory=Lock)
    _workers: list[_Worker] = field(default_factory=list)
    _by_thread: dict[int, _Worker] = field(default_factory=dict)

    def run(self, *works: Callable[[], None]) -> None:
        """Run all to their end; what one of them raises is raised here."""
        self._back.acquire()
        for work in works:
            self._start(work)
        while alive := [worker for worker in self._workers if not worker.is_over]:
            worker = self.random.choice(self._awake(alive))
            worker.turn.release()
            self._back.acquire()
            if worker.error is not None:
                raise worker.error
        self._back.release()

    def switch(self) -> None:
        """Whoever calls may have to wait for others here."""
        worker = self._by_thread.get(get_ident())
        if worker is not None:
            self._back.release()
            worker.turn.acquire()

    def sleep(self, seconds: float) -> None:
        """Wait, in the story's time."""
        worker = self._by_thread[get_ident()]
        worker.wakes_at = self.clock() + timedelta(seconds=seconds)
        self.switch()

    def _awake(self, alive: list[_Worker]) -> list[_Worker]:
        now = self.clock()
        ready = [w for w in alive if w.wakes_at is None or w.wakes_at <= now]
        if not ready:
            self.clock.moment = min(w.wakes_at for w in alive if w.wakes_at is not None)
            return self._awake(alive)
        for worker in ready:
            worker.wakes_at = None
        return ready

    def _start(self, work: Callable[[], None]) -> None:
        def body() -> None:
            self._by_thread[get_ident()] = worker
            worker.turn.acquire()
            try:
                work()
            except BaseException as error:
                worker.error = error
            worker.is_over = True
            self._back.release()

        worker = _Worker(Thread(target=body, daemon=True))
        self._workers.append(worker)
        worker.thread.start()
        while worker.thread.ident not in self._by_thread:
            pass
