"""AWS calls of a complaint, from its webhook to its recorded first answer, in batches of ten.

Counted at the clients, while the real stages work in one process. Not counted is what a process
keeps (secrets, switches and the policy, each read some times a minute, however much comes).
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from rich.table import Table as Shown

from functions.dispatch.foresee import foresee as look_at_replies
from functions.dispatch.say import Dispatch
from functions.escalation.escalate import Escalation
from functions.escalation.foresee import foresee as look_at_posts
from functions.intake.receive import receive
from shared.cases.items import Channel
from shared.queues import Outgoing
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.simulation.front import request
from tests.simulation.house import House
from tests.simulation.webhooks import ACCOUNTS, Written, bodies
from tests.simulation.works import DISPATCH, ESCALATION

BATCH, BATCHES = 10, 6
MOST_CALLS = 9  # of a complaint

type Calls = dict[str, Counter[str]]


class _Counted(MemoryDynamoDB):
    """A query is one call: the pages of this memory are too small to be anybody's bill."""

    last: Any = None

    def _called(self, operation: str, asked: dict[str, Any]) -> None:
        before = self.calls[operation]
        super()._called(operation, asked)
        if operation == "Query" and asked is self.last:
            self.calls[operation] = before
        self.last = asked


class _Tally:
    """A client, and how often it was called."""

    def __init__(self, client: Any, calls: Counter[str]) -> None:  # noqa: ANN401 - a client
        self.client, self.calls = client, calls

    def __getattr__(self, name: str) -> Callable[..., Any]:
        self.calls[name.title().replace("_", "")] += 1
        found: Callable[..., Any] = getattr(self.client, name)
        return found


def measure(platform: str) -> Calls:
    """Calls a complaint, by stage and operation; every complaint is answered, or this fails."""
    store = _Counted()
    house = House(dynamodb=store)
    house.connect(*ACCOUNTS)
    house.sqs, house.archive = (_Tally(c, store.calls) for c in (house.sqs, house.archive))
    _as_deployed(house)
    (on,) = (account for account in ACCOUNTS if account.platform == platform)
    _bring(house, on, 0)  # what a process keeps is kept from then on
    found = [_bring(house, on, batch) for batch in range(1, BATCHES)]
    answered = sum(reply.state == "sent" for case in house.cases for reply in house.replies(case))
    assert answered == BATCH * BATCHES, f"{answered} of {BATCH * BATCHES} were answered"
    stages = dict.fromkeys(stage for calls in found for stage in calls)
    return {stage: _average([calls[stage] for calls in found]) for stage in stages}


def a_complaint(calls: Calls) -> float:
    """All stages together."""
    return sum(sum(stage.values()) for stage in calls.values()) / 100


def shown() -> Shown:
    """By stage and operation, for both kinds of webhooks."""
    title = f"Webhook to recorded answer, in batches of ten: at most {MOST_CALLS}"
    table = Shown("AWS calls a complaint", title=title)
    measured = {name: measure(name) for name in ("facebook", "x")}
    for name in measured:
        table.add_column(name, justify="right")
    for stage in measured["x"]:
        _add(table, stage, [sum(calls[stage].values()) for calls in measured.values()])
        for operation in sorted({o for calls in measured.values() for o in calls[stage]}):
            _add(table, f"  {operation}", [calls[stage][operation] for calls in measured.values()])
    _add(table, "together", [a_complaint(calls) * 100 for calls in measured.values()])
    return table


def _add(table: Shown, name: str, hundredths: Sequence[float]) -> None:
    table.add_row(name, *(f"{number / 100:.2f}" for number in hundredths))


def _average(found: list[Counter[str]]) -> Counter[str]:
    """Hundredths of a call a complaint."""
    total = sum(found, Counter[str]())
    return Counter({name: round(100 * n / BATCH / len(found)) for name, n in total.items()})


def _bring(house: House, on: Channel, batch: int) -> Calls:
    """Ten people complain; the calls of each stage until all of them have their answer."""
    house.clock.pass_by(seconds=20)
    written = [_written(house, on, BATCH * batch + n) for n in range(BATCH)]
    before, calls = house.dynamodb.calls.copy(), dict[str, Counter[str]]()
    for platform, body in bodies(written):
        receive(request(platform, body, f"d-{batch}"), house.front)
    calls["intake"] = house.dynamodb.calls - before
    is_busy = True
    while is_busy:
        is_busy = False
        for url in house.queues:
            before = house.dynamodb.calls.copy()
            is_busy |= house.step(url)
            stage = url.rsplit("/")[-1].removesuffix(".fifo")
            calls.setdefault(stage, Counter()).update(house.dynamodb.calls - before)
    return calls


def _written(house: House, on: Channel, number: int) -> Written:
    texts = (
        f"The charger at bay {number} in Lillehammer has been broken for two days",
        f"My bill of {100 + number} euros is twice what we agreed on",
        f"My parcel never came, I have waited for {3 + number} days",
    )
    at = house.clock() - timedelta(seconds=5)
    text, author = texts[number % len(texts)], f"77{number:04}"
    return Written(number, "created", on, author, f"9{number:04}", text, at)


def _as_deployed(house: House) -> None:
    """Each stage reads ahead and ends its batches as its handler does."""
    for url, looks in ((ESCALATION, look_at_posts), (DISPATCH, look_at_replies)):
        loop = house.loops[url]
        stage = loop.handle.__self__  # type: ignore[attr-defined] # a method of the stage's
        ends = partial(_end, house, stage)
        ahead = partial(looks, stage.table if url == ESCALATION else stage)
        house.loops[url] = replace(loop, foresee=ahead, finish=ends)


def _end(house: House, stage: Escalation | Dispatch, messages: Sequence[Outgoing]) -> None:
    house._send(messages)
    if isinstance(stage, Escalation):
        stage.incidents.flush()
    else:
        stage.preparation.limits.leases.give_back(house.clock())
