"""What complaints cost in calls and bytes: `python -m tests.bench.traffic` writes it down.

All stages run, on fakes that count. A complaint here is one post of somebody new, of one of the
five stories, answered in public. Durations come from a stack: --stack.
"""

import io
import json
import sys
import time
from collections import Counter
from contextlib import redirect_stdout
from dataclasses import asdict
from typing import Any

from functions.intake.receive import receive
from infra.local.desk import furnish, stories
from infra.local.launcher import localstack
from infra.local.platforms import sandbox
from infra.local.stack import SCRATCH
from infra.ops.cost import read
from infra.ops.cost.bill import Running
from shared.clock import utc_now
from shared.observability import observed
from tests.bench import calls
from tests.bench.crowd import alone, together
from tests.bench.metered import MeteredDynamoDB, size_of
from tests.fakes.time import Context
from tests.simulation.front import request
from tests.simulation.house import House
from tests.simulation.webhooks import ACCOUNTS, Written, bodies
from tests.simulation.works import STAGES

_PRINTED = io.StringIO()  # the process's one: the logger keeps what it was given first
COMPLAINTS = 500
BUSY = 10  # webhooks that wait for each other, and so share a batch
BURSTS = 12  # of so many, on a stack
_REST_SECONDS = 5  # until what was logged can be read
_BILLED = ("intake", "classification", "escalation", "dispatch")
_LOG_EVENT_BYTES = 26  # CloudWatch's own, for each line
_ID = "6f1b7c6e-0000-4000-8000-000000000000"
_LAMBDA_LINES = (
    f"START RequestId: {_ID} Version: $LATEST",
    f"END RequestId: {_ID}",
    f"REPORT RequestId: {_ID}\tDuration: 123.45 ms\tBilled Duration: 124 ms\t"
    "Memory Size: 512 MB\tMax Memory Used: 100 MB\t",
)


def main() -> None:
    """Measure both, and a stack's durations where asked for, and write them down."""
    told: dict[str, Any] = {
        "idle": traffic(COMPLAINTS, 1),
        "busy": traffic(COMPLAINTS, BUSY),
        "tick": tick(),
    }
    if "--stack" in sys.argv:
        told |= _durations() | {"running_on": "LocalStack on a machine of two cores"}
    known = json.loads(read.MEASURED.read_text("utf-8")) if read.MEASURED.exists() else {}
    known |= {"measured_at": f"{utc_now():%Y-%m-%d}", "complaints": COMPLAINTS, **told}
    read.MEASURED.write_text(json.dumps(known, indent=2) + "\n", "utf-8")
    sys.stdout.write(json.dumps(told, indent=2) + "\n")


def traffic(complaints: int, at_once: int) -> dict[str, float]:
    """Everything billable for one complaint, on average."""
    house, counts, before = _house(), Counter[str](), _PRINTED.tell()
    with redirect_stdout(_PRINTED):
        for start in range(0, complaints, at_once):
            _let_in(house, range(start, start + at_once), counts)
            _work_off(house, counts)
    _books(house, counts, _PRINTED.getvalue()[before:])
    return {name: round(value / complaints, 4) for name, value in sorted(counts.items())}


def _durations() -> dict[str, Any]:
    """How long the real functions are billed for, warm, on a stack of this machine: called one by
    one; and for each of the complaints that came ten at once.
    """
    with localstack(SCRATCH) as stood, sandbox() as platforms:
        desk = furnish(stood, platforms, stage="cost")
        alone(desk, 4, "warm")
        time.sleep(_REST_SECONDS)
        since = utc_now()
        alone(desk, 20, "alone")
        for _ in range(5):
            follow_up = f"sixday-{desk.deployment.stage}-follow-up"
            desk.deployment.client("lambda").invoke(FunctionName=follow_up, Qualifier="live")
        time.sleep(_REST_SECONDS)
        running, since = read.running(desk.deployment, since), utc_now()
        for burst in range(BURSTS):
            together(desk, BUSY, f"burst{burst}")
        time.sleep(_REST_SECONDS)
        whole = read.billed(desk.deployment, since)
    return {
        "running": {name: asdict(one) for name, one in running.items()},
        "together": {name: _of_each(told) for name, (told, _) in whole.items() if name in _BILLED},
    }


def _of_each(whole: Running) -> dict[str, Any]:
    return asdict(whole) | {"billed_ms": round(whole.billed_ms / (BURSTS * BUSY), 1)}


def tick() -> dict[str, float]:
    """What follow-up costs in a minute in which nothing is due."""
    house = _house()
    house.dynamodb.calls.clear()
    with redirect_stdout(_PRINTED):
        house.follow_up()
    return {"ddb_read_units": _units(house)["read"], "queries": house.dynamodb.calls["Query"]}


def _house() -> House:
    house = House(dynamodb=MeteredDynamoDB(), is_checked=False)
    house.connect(*ACCOUNTS)
    _units(house).clear()
    house.sqs = _Counted(house.sqs)
    calls.as_deployed(house)
    return house


def _let_in(house: House, numbers: range, counts: Counter[str]) -> None:
    for number in numbers:
        body = _body(house, number)
        counts["api_calls"] += 1
        counts["api_bytes"] += len(body)
        counts["intake_invocations"] += 1
        with observed(Context()):
            receive(request("facebook", body, f"d-{number}"), house.front)


def _work_off(house: House, counts: Counter[str]) -> None:
    """Each queue's batches, until none is left."""
    worked = True
    while worked:
        worked = False
        for url, stage in STAGES.items():
            with observed(Context()):
                did = house.step(url)
            worked |= did
            counts[f"{stage}_invocations"] += did


def _body(house: House, number: int) -> bytes:
    """A comment on the page, as the platform writes it; each by somebody else."""
    told = [story["text"] for story in stories()["posts"]]
    text = f"{told[number % len(told)]} {number}"
    page, author = ACCOUNTS[0], f"guest{number}"
    it = Written(number, "created", page, author, f"55_{number}", text, house.clock())
    ((_, body),) = bodies([it])
    return body


def _books(house: House, counts: Counter[str], printed: str) -> None:
    for name, units in _units(house).items():
        counts[f"ddb_{name}_units"] += units  # type: ignore[assignment] # halves are billed, too
    for name, times in house.dynamodb.calls.items():
        counts[f"calls_{name}"] += times
    for (name, what), many in house.sqs.counted.items():
        counts[f"sqs_{name}_{what}"] += many
    counts["s3_puts"] += len(house.buckets.objects)
    counts["s3_bytes"] += sum(map(len, house.buckets.objects.values()))
    counts["sns_publishes"] += len(house.topics.published)
    counts["replies"] += len(house.platform.said)
    counts["stored_bytes"] += sum(map(_stored, house.dynamodb.items.values()))
    invocations = sum(v for k, v in counts.items() if k.endswith("_invocations"))
    lines = printed.splitlines()
    counts["log_bytes"] += sum(len(line.encode()) + _LOG_EVENT_BYTES for line in lines)
    own = sum(len(line) + _LOG_EVENT_BYTES for line in _LAMBDA_LINES)
    counts["log_bytes"] += round(invocations * own)


def _stored(item: dict[str, Any]) -> int:
    return size_of(item) + 100  # DynamoDB's own, for each item


def _units(house: House) -> dict[str, float]:
    assert isinstance(house.dynamodb, MeteredDynamoDB)
    return house.dynamodb.units


class _Counted:
    """SQS: calls, and the chunks of 64 KB that each is billed by."""

    def __init__(self, sqs: Any) -> None:  # noqa: ANN401
        self.sqs, self.counted = sqs, Counter[tuple[str, str]]()

    def send_message_batch(self, **asked: Any) -> Any:  # noqa: ANN401
        name = "fifo" if asked["QueueUrl"].endswith(".fifo") else "standard"
        size = sum(len(entry["MessageBody"].encode()) for entry in asked["Entries"])
        self.counted[name, "sends"] += max(1, -(-size // 65_536))
        self.counted[name, "messages"] += len(asked["Entries"])
        self.counted[name, "bytes"] += size
        return self.sqs.send_message_batch(**asked)


if __name__ == "__main__":
    main()
