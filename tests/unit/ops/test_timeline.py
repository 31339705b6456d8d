"""`sixday timeline`."""

import json
from datetime import datetime, timedelta
from typing import Any

from shared.cases.change import Change, SeenPost
from shared.cases.items import Entry, Parked
from shared.cases.parked import park
from tests import samples
from tests.fakes.time import START
from tests.unit.ops.conftest import Aws, Run

EVENT = samples.EVENT


def _entry(what: str, at: datetime, entry_id: str) -> Entry:
    return Entry(
        brand="acme", case_id=samples.CASE, entry_id=entry_id, event_id=EVENT,
        at=samples.POSTED if what.startswith("post") else at, recorded_at=at,
        what=what, by="rule x",
    )  # fmt: skip


def _answered(aws: Aws) -> None:
    sent = {"state": "sent", "sending_at": START + timedelta(seconds=2), "due_at": None}
    at = START + timedelta(seconds=3)
    aws.table.commit(
        Change(
            case=samples.case(),
            entries=(_entry("post created", START, "1"), _entry("reply sent", at, "2")),
            replies=(samples.reply(**sent, settled_at=at, attempt=1, platform_id="9"),),
        ),
        START,
    )


def _line(aws: Aws, function: str, at: datetime, **fields: Any) -> None:  # noqa: ANN401
    stamp = f"{at:%Y-%m-%d %H:%M:%S},{at.microsecond // 1000:03d}+0000"
    message = json.dumps({"timestamp": stamp, "correlation_id": EVENT, **fields})
    late = int((at + timedelta(seconds=30)).timestamp() * 1000)  # CloudWatch's own, of a batch
    group = aws.deployment().log_group(function)
    aws.logs.events.setdefault(group, []).append({"timestamp": late, "message": message})


def _steps(run: Run) -> list[tuple[str, str]]:
    told = json.loads(run("timeline", EVENT, "--json").stdout)
    return [(step["where"], step["what"]) for step in told["steps"]]


def test_table_and_logs_are_one_list_in_the_order_of_time(aws: Aws, run: Run) -> None:
    _answered(aws)
    _line(aws, "intake", START - timedelta(seconds=9), outcome="accepted")
    _line(aws, "dispatch", START + timedelta(seconds=2.5), outcome="sent", attempt=1)

    assert _steps(run) == [
        ("platform", "post created"),
        ("intake", "accepted"),
        ("escalation", "recorded: post created"),
        ("escalation", "reply planned"),
        ("dispatch", "sending"),
        ("dispatch", "sent"),
        ("escalation", "recorded: reply sent"),
        ("dispatch", "reply sent"),
    ]


def test_first_lines_tell_case_and_outcome_and_each_gap_is_shown(aws: Aws, run: Run) -> None:
    _answered(aws)

    told = run("timeline", EVENT).stdout

    assert f"{samples.CASE} of acme" in told
    assert "answered" in told
    assert "123.0 s after it was written" in told
    assert "2000" in told  # from planned to sending


def test_lines_of_other_events_and_lines_that_are_no_json_are_left_out(aws: Aws, run: Run) -> None:
    _answered(aws)
    _line(aws, "intake", START, outcome="accepted", correlation_id="e-other")
    group = aws.deployment().log_group("intake")
    aws.logs.events[group].append({"timestamp": 0, "message": f"START {EVENT}"})

    assert ("intake", "accepted") not in _steps(run)


def test_event_that_only_the_logs_know_is_on_its_way_or_lost(aws: Aws, run: Run) -> None:
    _line(aws, "intake", START, outcome="accepted")

    told = run("timeline", EVENT)

    assert told.exit_code == 0
    assert "sixday queues" in told.stdout


def test_post_without_a_case_tells_the_rule_that_left_it(aws: Aws, run: Run) -> None:
    seen = SeenPost("acme", samples.post(), None, "Buy!", EVENT, "advertising")
    aws.table.commit(Change(seen=seen), START)

    assert "rule advertising" in run("timeline", EVENT).stdout


def test_parked_event_tells_cause_and_remedy(aws: Aws, run: Run) -> None:
    item = Parked(event_id=EVENT, at=START, stage="classification", reason="unknown_account")
    park(aws.table, item)

    told = run("timeline", EVENT).stdout

    assert "unknown_account at classification" in told
    assert f"sixday dlq redrive {EVENT}" in told


def test_moved_clock_doesnt_hide_the_logs(aws: Aws, run: Run) -> None:
    _answered(aws)
    aws.parameters.value = json.dumps({"mode": "live", "clock_offset_seconds": 86_400})

    told = run("timeline", EVENT)

    assert "clock was moved" in told.stdout
    asked = aws.logs.asked[0]["startTime"] / 1000
    assert asked < (START - timedelta(days=1)).timestamp()


def test_nothing_known_and_a_case_given_instead_are_a_no(run: Run) -> None:
    assert run("timeline", "e-none").exit_code == 1
    assert "sixday case c-1" in run("timeline", "c-1").stderr
