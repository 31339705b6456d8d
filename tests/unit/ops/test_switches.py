"""`sixday mode`, `clock`, `follow-up` and `queues`."""

import json

import pytest

from infra.ops.session import Site
from shared.cases.change import Change
from tests import samples
from tests.fakes.time import START
from tests.unit.ops.conftest import Aws, Run


def test_mode_is_shown_and_set_and_the_clock_stays(aws: Aws, run: Run) -> None:
    aws.parameters.value = json.dumps({"mode": "draft", "clock_offset_seconds": 60})

    assert run("mode").stdout.startswith("draft")
    assert json.loads(run("mode", "live", "--json").stdout)["mode"] == "live"
    assert aws.parameters.switches == {"mode": "live", "clock_offset_seconds": 60}


def test_unknown_mode_is_wrong_usage(run: Run) -> None:
    assert run("mode", "loud").exit_code == 2


def test_production_goes_live_only_when_sure_and_off_at_once(aws: Aws, run: Run) -> None:
    production = Site(aws.deployment("prod"))

    assert run("mode", "live", stdin="n\n", site=production).exit_code == 1
    assert aws.parameters.switches["mode"] == "draft"
    assert run("mode", "live", "--yes", site=production).exit_code == 0
    assert run("mode", "off", site=production).exit_code == 0
    assert aws.parameters.switches["mode"] == "off"


@pytest.mark.parametrize(("span", "seconds"), [("3d", 259_200), ("6h", 21_600), ("90m", 5_400)])
def test_clock_moves_on_and_adds_up(aws: Aws, run: Run, span: str, seconds: int) -> None:
    run("clock", "advance", span)
    done = run("clock", "advance", span, "--json")

    assert json.loads(done.stdout)["ahead_seconds"] == 2 * seconds
    assert aws.parameters.switches["mode"] == "draft"


def test_clock_of_production_isnt_moved(aws: Aws, run: Run) -> None:
    done = run("clock", "advance", "1h", site=Site(aws.deployment("prod")))

    assert done.exit_code == 1
    assert "clock_offset_seconds" not in aws.parameters.switches


@pytest.mark.parametrize("span", ["-3d", "3", "three days", "0h", "d"])
def test_what_is_no_span_is_wrong_usage(run: Run, span: str) -> None:
    assert run("clock", "advance", "--", span).exit_code == 2


def test_clock_alone_tells_the_time(run: Run) -> None:
    assert "the real time" in run("clock").stdout


def test_follow_up_is_run_once_and_tells_what_it_sent(aws: Aws, run: Run) -> None:
    assert run("follow-up").stdout == "2 due item(s) enqueued\n"
    assert aws.functions.called == ["sixday-test-follow-up"]


def test_failing_follow_up_is_a_no(aws: Aws, run: Run) -> None:
    aws.functions.payload, aws.functions.is_failing = {"errorType": "SettingError"}, True

    done = run("follow-up")

    assert done.exit_code == 1
    assert "SettingError" in done.stderr


def test_queues_stand_in_flow_order_and_dead_letters_say_where_to_look(aws: Aws, run: Run) -> None:
    aws.queues.waiting = {"sixday-test-escalation": 7, "sixday-test-dispatch-dlq.fifo": 2}

    told = run("queues").stdout

    order = [told.index(name) for name in ("classification", "escalation", "dispatch")]
    assert order == sorted(order)
    assert "2 in sixday-test-dispatch-dlq.fifo" in told


def test_queues_as_json_with_what_is_due(aws: Aws, run: Run) -> None:
    aws.table.commit(Change(replies=(samples.reply(),)), START)

    told = json.loads(run("queues", "--json").stdout)

    assert told["due"] == 1
    assert told["queues"][0] == {
        "reader": "classification", "waiting": 0, "in_work": 0, "delayed": 0, "dead": 0,
        "oldest_seconds": None,
    }  # fmt: skip
