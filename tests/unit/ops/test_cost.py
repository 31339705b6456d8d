"""`sixday cost`: what was measured, multiplied by prices that have a source."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from infra.ops.cost import read
from infra.ops.cost.bill import Bill, Price, Running, Use, standing
from infra.ops.cost.savings import savings
from shared.clock import utc_now
from tests.architecture.template import ROOT
from tests.bench.metered import MeteredDynamoDB
from tests.unit.ops.conftest import Aws, Run

ONE = Price(1.0, 1)
NAMES = (
    "lambda_requests", "lambda_gb_seconds_x86_64", "lambda_gb_seconds_arm64", "rest_api_calls",
    "http_api_calls", "function_url_calls", "sqs_standard_requests", "sqs_fifo_requests",
    "sqs_fair_requests", "ddb_write_units", "ddb_read_units", "ddb_gb_months",
    "ddb_backup_gb_months", "s3_puts", "s3_gb_months", "sns_publishes", "log_gb", "log_gb_months",
    "secrets",
)  # fmt: skip
PRICES = dict.fromkeys(NAMES, ONE) | {
    "http_api_calls": Price(0.5, 1),
    "function_url_calls": Price(0.0, 1, is_sure=False),
    "lambda_gb_seconds_arm64": Price(0.8, 1),
}
IDLE = {
    "api_calls": 1, "intake_invocations": 1, "classification_invocations": 1,
    "escalation_invocations": 2, "dispatch_invocations": 1, "sqs_standard_sends": 3,
    "sqs_fifo_sends": 1, "ddb_write_units": 30, "ddb_read_units": 5, "log_bytes": 1024**3,
}  # fmt: skip
BUSY = IDLE | {"classification_invocations": 0.1, "sqs_standard_sends": 1.2}
RUNNING = {"intake": Running(1000, 1024), "classification": Running(500, 2048)}
BILL = Bill(PRICES, Use(IDLE, BUSY, {"ddb_read_units": 8}, RUNNING), complaints=10)


def _usd(bill: Bill) -> dict[str, float]:
    return {line.what: line.usd for line in bill.lines()}


def test_every_line_is_units_times_price() -> None:
    usd = _usd(BILL)

    assert usd["API calls"] == 10
    assert usd["Lambda calls"] == 50
    assert usd["Lambda GB-seconds, x86_64"] == 10 * (1 * 1 + 0.5 * 2)
    assert usd["SQS requests, standard"] == 10 * (3 + 2 * 3)  # sent, received, deleted
    assert usd["SQS requests, FIFO"] == 10 * (1 + 2)
    assert usd["table: write units"] == 300
    assert usd["log lines, GB"] == 10


def test_complaints_that_came_together_are_billed_as_they_were_measured_together() -> None:
    together = {"intake": Running(200, 1024)}
    use = Use(IDLE, BUSY, {}, RUNNING, together)
    gb_seconds = "Lambda GB-seconds, x86_64"
    assert _usd(replace(BILL, use=use))[gb_seconds] == 10 * (1 * 1 + 0.5 * 2)
    assert _usd(replace(BILL, use=use, regime="busy"))[gb_seconds] == 10 * (0.2 * 1 + 0.5 * 2)


def test_a_stacks_own_durations_count_more_than_those_of_another() -> None:
    found = read.measured() | {"together": {"intake": {"billed_ms": 1, "memory_mb": 512}}}
    assert set(read.use_of(found, {}).together) == {"intake"}
    assert read.use_of(found, RUNNING).together == {}


def test_twice_as_many_cost_twice_as_much() -> None:
    assert replace(BILL, complaints=20).total() == pytest.approx(2 * BILL.total())


def test_another_door_and_another_architecture_are_priced() -> None:
    assert _usd(replace(BILL, door="http_api_calls"))["API calls"] == 5
    arm = _usd(replace(BILL, is_arm=True))
    assert arm["Lambda GB-seconds, arm64"] == pytest.approx(10 * 0.8)  # all but classification
    assert arm["Lambda GB-seconds, x86_64"] == 10


def test_savings_are_the_difference_and_the_largest_comes_first() -> None:
    found = savings(BILL)

    assert [s.usd for s in found] == sorted((s.usd for s in found), reverse=True)
    assert found[0].how.startswith("a batching window")
    assert found[0].usd == pytest.approx(BILL.total() - replace(BILL, regime="busy").total())


def test_busy_pace_makes_no_computing_cheaper_than_was_measured() -> None:
    both = (_usd(BILL), _usd(replace(BILL, regime="busy")))

    idle, busy = ({k: v for k, v in usd.items() if "GB-seconds" in k} for usd in both)
    assert idle == busy


def test_price_that_wasnt_looked_up_marks_its_line() -> None:
    door = replace(BILL, door="function_url_calls")

    assert [line.what for line in door.lines() if not line.is_sure] == ["API calls"]


def test_month_without_complaints_has_its_ticks_and_what_stands() -> None:
    lines = {line.what: line for line in standing(PRICES, BILL.use, {"secrets": 4})}

    assert lines["secrets"].usd == 4
    assert lines["follow-up: read units"].units == 30 * 24 * 60 * 8


@pytest.fixture(scope="module")
def now() -> dict[str, float]:
    """The same measurement, of few complaints; in a process whose log is its own."""
    code = "import json; from tests.bench.traffic import traffic; print(json.dumps(traffic(20, 1)))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, cwd=ROOT)
    told: dict[str, float] = json.loads(done.stdout)
    return told


def _told(run: Run, *arguments: str) -> Any:  # noqa: ANN401 - JSON
    return json.loads(run("cost", *arguments, "--json").stdout)


def test_measured_use_of_the_house_is_billed_with_the_price_list(run: Run) -> None:
    told = _told(run)

    assert told["complaints"] == 1_000_000
    assert told["usd"] == pytest.approx(sum(line["usd"] for line in told["lines"]), abs=0.01)
    assert told["usd"] > _told(run, "--pace", "busy")["usd"] > 0
    assert told["measured_at"]
    assert told["durations"]


def test_people_are_shown_every_line_and_the_next_saving(run: Run) -> None:
    shown = run("cost").stdout

    for part in ("API calls", "table: write units", "log lines", "instead of the REST API", "~"):
        assert part in shown


def test_every_price_has_a_source_or_is_marked() -> None:
    around, prices = read.price_list()

    assert around["region"]
    assert around["looked_up_on"]
    assert all(price.source or not price.is_sure for price in prices.values())
    assert set(NAMES) <= set(prices)


def test_measurement_answers_every_complaint_and_has_every_stage() -> None:
    found = read.measured()

    for pace in ("idle", "busy"):
        assert found[pace]["replies"] == 1.0
        assert found[pace]["intake_invocations"] == 1.0
    assert found["idle"]["classification_invocations"] == 1.0
    assert {"intake", "classification", "escalation", "dispatch"} <= set(found["running"])


@pytest.mark.parametrize(
    "what", ["ddb_write_units", "ddb_index_write_units", "sqs_standard_sends", "log_bytes"]
)
def test_what_was_written_down_still_holds(now: dict[str, float], what: str) -> None:
    told = read.measured()["idle"][what]

    assert now[what] == pytest.approx(told, rel=0.25), "python -m tests.bench.traffic"


def test_live_takes_the_stacks_own_durations_where_it_has_some(aws: Aws, run: Run) -> None:
    for number in range(5):
        line = f"REPORT RequestId: {number}\tDuration: 1 ms\tBilled Duration: {100 + number} ms\t"
        _log(aws, "intake", f"{line}Memory Size: 512 MB\tMax Memory Used: 80 MB")
    _log(aws, "dispatch", "REPORT RequestId: 1\tBilled Duration: 9 ms\tMemory Size: 512 MB")

    since = utc_now() - timedelta(days=1)
    assert read.running(aws.deployment(), since) == {"intake": Running(102.0, 512, "x86_64")}
    assert _told(run, "--live")["durations"] == "of the stack: intake"


def _log(aws: Aws, function: str, message: str) -> None:
    event = {"timestamp": int(utc_now().timestamp() * 1000), "message": message}
    aws.logs.events.setdefault(f"/aws/lambda/sixday-test-{function}", []).append(event)


@pytest.mark.parametrize(
    ("size", "units"), [(100, 1), (1023, 1), (1100, 2)], ids=["small", "just", "over"]
)
def test_meter_counts_whole_units_twice_in_a_transaction(size: int, units: int) -> None:
    store = MeteredDynamoDB()
    item = {"pk": {"S": "p"}, "sk": {"S": "s"}, "x": {"S": "x" * (size - 7)}}
    put = {"TableName": "t", "Item": item}

    store.put_item(**put)
    assert store.units["write"] == units
    store.transact_write_items(TransactItems=[{"Put": put}])
    assert store.units["write"] == 3 * units
    assert store.units["index_write"] == 0


def test_meter_counts_an_index_that_appears_moves_and_stays() -> None:
    store = MeteredDynamoDB()

    def put(**more: str) -> float:
        before = store.units["index_write"]
        values = {"pk": "p", "sk": "s", **more}
        store.put_item(TableName="t", Item={name: {"S": v} for name, v in values.items()})
        return store.units["index_write"] - before

    assert put(list_key="l", listed_at="1") == 1
    assert put(list_key="l", listed_at="2") == 2
    assert put(list_key="l", listed_at="2", other="y") == 0
    assert put() == 1
