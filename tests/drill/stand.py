"""A house with customers and platforms around it, lived minute by minute."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from functions.dispatch.handler import RESERVE
from functions.escalation.policy import Policy
from functions.intake.receive import receive
from functions.intake.settings import Settings
from shared.batch import Done, Loop
from shared.cases.items import Channel
from shared.controls import Controls
from shared.messages import AnyMessage
from shared.records import Record
from shared.secrets import Secrets
from tests.drill.account import Account
from tests.drill.cloud import MINUTE
from tests.drill.telling import Numbers, lines_to
from tests.drill.told import Told
from tests.drill.world import TEXTS, Delivery, Moody
from tests.simulation.cast import policy as policy_of_the_cast
from tests.simulation.front import request
from tests.simulation.queues import Queue
from tests.simulation.speech import speech
from tests.simulation.webhooks import ACCOUNTS, Written, bodies
from tests.simulation.works import DISPATCH, ESCALATION, STAGES
from tests.unit.intake.calls import sign

RETRY_MINUTES = 5  # a platform brings again what it couldn't deliver


class BrokenError(Exception):
    """What a stage of the stand fails with, where a fault says so."""


@dataclass
class Stand(Told):
    """`poison`: a text that a stage breaks at; `reading`: the stages that read their queues."""

    policy: Callable[[], Policy] = policy_of_the_cast
    is_checked: bool = False
    poison: str | None = None
    reading: set[str] = field(default_factory=lambda: set(STAGES.values()))
    deaf: set[str] = field(default_factory=set)  # platforms whose webhooks reach nobody
    owed: list[Delivery] = field(default_factory=list)
    signs_with: dict[str, str] = field(default_factory=dict)
    reads_version_2: bool = False  # a release that knows the next version of messages
    written: list[Written] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__post_init__()
        self.platform = self.moody = Moody(self.clock)
        self.account = Account(self)
        self.front = replace(
            self.front,
            secrets=Secrets(lambda: self.account.secrets, self.clock.seconds),
            settings=Settings(self.account.setting),
        )
        self.loops[DISPATCH] = replace(self._speaking(), reserve_milliseconds=RESERVE)
        for queue in self.queues.values():
            queue.is_patient, queue.numbers = True, Numbers()

    def _speaking(self) -> Loop:
        """Dispatch with the account's own secrets: a channel may be connected again."""
        controls = lambda: Controls(self.mode)  # noqa: E731
        stage = speech(
            self.platform, self.table, self.clock, ESCALATION, controls, self.account.secrets
        )
        return self._loop(stage.handle, "dispatch", is_ordered=True)

    def customer(self, number: int, on: Channel, text: str | None = None) -> Written:
        """Somebody who hasn't written before complains."""
        words = text or TEXTS[on.platform][number % len(TEXTS[on.platform])]
        it = Written(
            number, "created", on, f"{7000 + number}", f"{300 + number}", words, self.clock()
        )
        self.written.append(it)
        return it

    def minute(self, text: str | None = None) -> None:
        """A minute: on each platform somebody complains, every stage works, CloudWatch is told.

        `text`: what somebody else writes on the page, besides.
        """
        began, texts = self.clock(), [None, text] if text else [None]
        for on in ACCOUNTS:
            for words in texts if on.platform == "facebook" else [None]:
                it = self.customer(len(self.written) + 1, on, words)
                self.owed += [Delivery(p, body, began) for p, body in bodies([it])]
        with lines_to(self.write_line):
            self._deliver()
            self._work(began + MINUTE)
            self._tick()
        self.measure(began)
        self.clock.moment = max(began + MINUTE, self.clock())

    def _deliver(self) -> None:
        """Whatever the platforms still owe us; what we don't take they bring again later."""
        for it in [it for it in self.owed if it.next_at <= self.clock()]:
            if it.platform not in self.deaf and self._knock(it.platform, it.body) == 200:
                self.owed.remove(it)
            else:
                it.next_at = self.clock() + RETRY_MINUTES * MINUTE

    def _knock(self, platform: str, body: bytes) -> int:
        event = request(platform, body, "delivery")
        event["headers"] = sign(platform, body, self.signs_with[platform])
        with self.call("intake"):
            return int(receive(event, self.front)["statusCode"])

    def _work(self, until: datetime) -> None:
        """Each stage reads its queue until the minute is over, or nothing is left in it."""
        is_busy = True
        while is_busy and self.clock() < until:
            worked = [self._read(url) for url in STAGES]  # each, not until the first
            is_busy = any(worked)

    def _read(self, url: str) -> bool:
        stage = STAGES[url]
        if stage not in self.reading or not self.queues[url].is_ready:
            return False
        if self.reads_version_2:
            _read_version_2(self.queues[url])
        with self.call(stage) as time_left:
            return self.step(url, time_left)

    def _tick(self) -> None:
        with self.call("follow-up") as time_left:
            self.follow_ups().work(lambda: time_left.get_remaining_time_in_millis() < 5_000)

    def loop_of(self, url: str) -> Loop:
        """A stage's loop, which breaks at the poison while there is any."""
        loop = super().loop_of(url)
        return replace(loop, handle=lambda m, r: self._handled(loop, m, r))

    def _handled(self, loop: Loop, message: AnyMessage, record: Record) -> Done:
        if self.poison is not None and self.poison in record.body:
            raise BrokenError
        began = self.clock()
        done = loop.handle(message, record)
        self.took[str(done.line.correlation_id)] = (self.clock() - began).total_seconds()
        return done


def _read_version_2(queue: Queue) -> None:
    """What the next release does with its messages: they say what today's do."""
    for message in queue.waiting:
        message.body = message.body.replace('"version": 2', '"version": 1')
