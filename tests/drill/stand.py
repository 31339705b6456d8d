"""A house, minute by minute, and all that CloudWatch would know of it.

Lambda, SQS and DynamoDB publish metrics of their own: here the stand does, from what its queues,
its table and its clock show. Our own come from what the stages counted, as they leave a function.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from functions.dispatch.handler import RESERVE
from functions.escalation.policy import Policy
from functions.intake.receive import receive
from functions.intake.settings import Settings
from shared.batch import Done, Loop
from shared.cases.items import Channel
from shared.clock import utc_now
from shared.controls import Controls
from shared.messages import AnyMessage
from shared.observability import _metrics
from shared.records import Record
from shared.secrets import Secrets
from tests.architecture.template import functions
from tests.drill.account import Account, Tables
from tests.drill.cloud import MINUTE, Cloud, named
from tests.drill.telling import (
    Numbers,
    lines_to,
    tell_of_dead_letters,
    tell_of_queue,
    tell_of_throttles,
)
from tests.drill.world import TEXTS, Delivery, Moody
from tests.fakes.time import START, Context
from tests.simulation.cast import policy as policy_of_the_cast
from tests.simulation.front import request
from tests.simulation.house import House
from tests.simulation.queues import Queue
from tests.simulation.speech import speech
from tests.simulation.webhooks import ACCOUNTS, Written, bodies
from tests.simulation.works import DISPATCH, ESCALATION, STAGES
from tests.unit.intake.calls import sign

LIMITS_SECONDS = {
    str(f["FunctionName"]["Sub"]).removeprefix("sixday-${Stage}-"): int(f["Timeout"])
    for f in functions().values()
}
OWN_MILLISECONDS = 80.0  # of a call that waits for nobody; the stand's clock stands still in it
RETRY_MINUTES = 5  # a platform brings again what it couldn't deliver


class BrokenError(Exception):
    """What a stage of the stand fails with, where a fault says so."""


@dataclass
class TimeLeft(Context):
    """Lambda's context, on the stand's clock."""

    now: Callable[[], datetime] = utc_now
    until: datetime = START

    def get_remaining_time_in_millis(self) -> int:
        return int((self.until - self.now()).total_seconds() * 1000)


@dataclass
class Stand(House):
    """`poison`: a text that a stage breaks at; `reading`: the stages that read their queues."""

    dynamodb: Tables = field(default_factory=Tables)
    policy: Callable[[], Policy] = policy_of_the_cast
    is_checked: bool = False
    cloud: Cloud = field(default_factory=Cloud)
    poison: str | None = None
    reading: set[str] = field(default_factory=lambda: set(STAGES.values()))
    deaf: set[str] = field(default_factory=set)  # platforms whose webhooks reach nobody
    owed: list[Delivery] = field(default_factory=list)
    signs_with: dict[str, str] = field(default_factory=dict)
    took: dict[str, float] = field(default_factory=dict)  # seconds of the stand's, by event
    at_work: str = "intake"
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
        with lines_to(self._write_line):
            self._deliver()
            self._work(began + MINUTE)
            self._tick()
        self._measure(began)
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
        with self._call("intake"):
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
        with self._call(stage) as time_left:
            return self.step(url, time_left)

    def _tick(self) -> None:
        with self._call("follow-up") as time_left:
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

    @contextmanager
    def _call(self, stage: str) -> Iterator[TimeLeft]:
        """One invocation: what it counted, how long it took, whether it failed."""
        began = self.clock()
        self.at_work, failed = stage, 0
        try:
            yield TimeLeft(now=self.clock, until=began + timedelta(seconds=LIMITS_SECONDS[stage]))
        except (ClientError, BotoCoreError):
            failed = 1
        took = (self.clock() - began).total_seconds() * 1000 + OWN_MILLISECONDS
        for metric, value in (("Invocations", 1), ("Errors", failed), ("Duration", took)):
            for by in ({}, {"Resource": f"sixday-test-{stage}:live"}):
                series = named("AWS/Lambda", metric, {"FunctionName": f"sixday-test-{stage}"} | by)
                self.cloud.put(series, began, [value])
        self._take_counts(stage, began)

    def _take_counts(self, stage: str, at: datetime) -> None:
        """What leaves with the invocation, in the format in which it leaves."""
        counted = _metrics()
        if counted.provider.metric_set:
            counted.add_dimension(name="service", value=stage)
            counted.namespace = "Sixday/test"
            self.cloud.take_embedded(counted.serialize_metric_set(), at)
        counted.clear_metrics()

    def _write_line(self, text: str) -> None:
        """A line of the stage at work; its times are the stand's, not this machine's."""
        line: dict[str, Any] = json.loads(text) | {"stage": self.at_work}
        if "queue_age_seconds" in line:
            line["queue_age_seconds"] -= (utc_now() - self.clock()).total_seconds()
        if "duration_seconds" in line:
            line["duration_seconds"] = self.took.get(str(line.get("correlation_id")), 0.0)
        self.cloud.lines.append((self.clock(), f"/aws/lambda/sixday-test-{self.at_work}", line))

    def _measure(self, at: datetime) -> None:
        """What AWS itself tells of the minute."""
        for url, queue in self.queues.items():
            dead = self.account.queue_name(url, is_dead_letter=True)
            tell_of_queue(self.cloud, queue, self.account.queue_name(url), at)
            tell_of_dead_letters(self.cloud, queue, dead, at)
        tell_of_throttles(self.cloud, "sixday-test", self.dynamodb.refused, at)
        self.dynamodb.refused = 0


def _read_version_2(queue: Queue) -> None:
    """What the next release does with its messages: they say what today's do."""
    for message in queue.waiting:
        message.body = message.body.replace('"version": 2', '"version": 1')
