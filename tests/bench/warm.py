"""What a warm stage costs for a post, alone and in a batch of ten: CPU, log lines and bytes.

The real stages work in one process; the time inside of AWS's clients is taken off.
"""

import io
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from datetime import timedelta
from statistics import median
from time import process_time
from typing import Any

from functions.intake.receive import receive
from shared.cases.items import Channel
from shared.observability import logger, observed
from tests.bench import calls
from tests.bench.timed import Stopwatch, Timed, TimedDynamoDB
from tests.fakes.time import Context
from tests.simulation.front import request
from tests.simulation.house import House
from tests.simulation.webhooks import ACCOUNTS, Written, bodies
from tests.simulation.works import STAGES

PRINTED = io.StringIO()
BATCHES = 15
_TEXTS = (
    "The charger at bay {} in Lillehammer has been broken for two days",
    "My bill of {} euros is twice what we agreed on, and I paid it",
    "My parcel {} never came, I have waited for three weeks",
    "Bestellung {} kam kaputt an, und niemand antwortet mir",
    "Mi módem número {} no funciona desde hace tres meses",
)


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one message of one stage: CPU, its lines at INFO, all that it printed, its longest line.

    `cpu_ms` is the median of batches.
    """

    cpu_ms: float
    info_lines: float
    printed_bytes: float
    longest_line: int


@dataclass(frozen=True, slots=True)
class _Batch:
    messages: int
    cpu_ms: float
    printed: str


@contextmanager
def quietly() -> Iterator[io.StringIO]:
    """All that is logged goes where it can be read again: lines, and metrics, which are printed."""
    handler = logger().registered_handler
    before = handler.setStream(PRINTED)  # type: ignore[attr-defined] # it writes to a stream
    try:
        with redirect_stdout(PRINTED):
            yield PRINTED
    finally:
        handler.setStream(before or sys.stdout)  # type: ignore[attr-defined]


def measure(at_once: int, batches: int = BATCHES) -> dict[str, Cost]:
    """By stage. The first batch is left out: a process's first work isn't warm."""
    watch = Stopwatch()
    house = House(dynamodb=TimedDynamoDB(watch=watch), is_checked=False)
    house.connect(*ACCOUNTS)
    house.sqs, house.archive = Timed(house.sqs, watch), Timed(house.archive, watch)
    calls.as_deployed(house)
    found: defaultdict[str, list[_Batch]] = defaultdict(list)
    with quietly():
        for batch in range(batches):
            for stage, done in _bring(house, watch, ACCOUNTS[0], batch, at_once):
                if batch:
                    found[stage].append(done)
    return {stage: _cost(done) for stage, done in found.items()}


def _bring(
    house: House, watch: Stopwatch, on: Channel, batch: int, at_once: int
) -> Iterator[tuple[str, _Batch]]:
    house.clock.pass_by(seconds=20)
    written = [_written(house, on, at_once * batch + n) for n in range(at_once)]
    for platform, body in bodies(written):
        asked = request(platform, body, f"d-{batch}")
        with _measured(watch) as taken:
            receive(asked, house.front)
        yield "intake", _Batch(at_once, *taken)
    is_busy = True
    while is_busy:
        is_busy = False
        for url, stage in STAGES.items():
            before = len(house.queues[url].waiting)
            with _measured(watch) as taken:
                is_busy |= house.step(url)
            if before:
                yield stage, _Batch(min(before, 10), *taken)


@contextmanager
def _measured(watch: Stopwatch) -> Iterator[list[Any]]:
    taken: list[Any] = []
    offset, inside, began = PRINTED.tell(), watch.seconds, process_time()
    with observed(Context()):
        yield taken
    spent = process_time() - began - (watch.seconds - inside)
    taken += [1000 * spent, PRINTED.getvalue()[offset:]]


def _written(house: House, on: Channel, number: int) -> Written:
    at = house.clock() - timedelta(seconds=5)
    text = _TEXTS[number % len(_TEXTS)].format(number)
    return Written(number, "created", on, f"77{number:04}", f"9{number:04}", text, at)


def _cost(done: list[_Batch]) -> Cost:
    messages = sum(batch.messages for batch in done)
    lines = [line for batch in done for line in batch.printed.splitlines()]
    info = [line for line in lines if json.loads(line).get("level") == "INFO"]
    return Cost(
        median(batch.cpu_ms / batch.messages for batch in done),
        len(info) / messages,
        sum(len(line.encode()) + 1 for line in lines) / messages,
        max((len(line.encode()) for line in info), default=0),
    )
