"""Alarms are told with what to do first; a stage that reads no longer is set to read again."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest

from infra.ops.alarm_board import Told, told
from infra.ops.session import Site
from shared.clock import utc_now
from tests.fakes.model import check
from tests.unit.ops.conftest import Aws, Run

WORDS = """Symptom: Posts wait, and
  wait.
Impact: Customers wait too: in public.
Runbook: infra/runbooks/queues.md#a-queue-is-old
Query: sixday/test/failures
Command: sixday queues
"""


@dataclass
class Watch:
    """CloudWatch with alarms in two pages."""

    firing: set[str] = field(default_factory=set)

    def get_paginator(self, operation: str) -> "Watch":
        assert operation == "describe_alarms"
        return self

    def paginate(self, **asked: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - AWS's
        check("cloudwatch", "DescribeAlarms", asked)
        yield {"MetricAlarms": [self._alarm("escalation-queue-age", WORDS)], "CompositeAlarms": []}
        yield {"MetricAlarms": [], "CompositeAlarms": [self._alarm("page", "Customers suffer.")]}

    def _alarm(self, name: str, words: str) -> dict[str, Any]:
        return {
            "AlarmName": f"sixday-test-{name}",
            "AlarmDescription": words,
            "StateValue": "ALARM" if name in self.firing else "OK",
            "StateUpdatedTimestamp": utc_now() - timedelta(minutes=5),
        }


@dataclass
class Mappings:
    """Lambda with one event source mapping a stage."""

    enabled: dict[str, bool] = field(default_factory=lambda: {"escalation": False})

    def list_event_source_mappings(self, **asked: Any) -> dict[str, Any]:  # noqa: ANN401 - AWS's
        check("lambda", "ListEventSourceMappings", asked)
        stage = asked["FunctionName"].removeprefix("sixday-test-").removesuffix(":live")
        state = "Enabled" if self.enabled.get(stage, True) else "Disabled"
        return {"EventSourceMappings": [{"UUID": stage.ljust(36, "-"), "State": state}]}

    def update_event_source_mapping(self, **asked: Any) -> None:  # noqa: ANN401 - AWS's
        check("lambda", "UpdateEventSourceMapping", asked)
        self.enabled[asked["UUID"].rstrip("-")] = asked["Enabled"]


def site(aws: Aws, **clients: object) -> Site:
    plain = aws.deployment()
    return Site(replace(plain, clients=plain.clients | clients))


def test_what_fires_is_told_with_whom_it_hurts_and_what_to_do_first(aws: Aws, run: Run) -> None:
    done = run("alarms", site=site(aws, cloudwatch=Watch({"escalation-queue-age", "page"})))

    assert done.exit_code == 1
    assert "escalation-queue-age, for 5 min" in done.stdout
    assert "Posts wait, and wait." in done.stdout
    assert "sixday queues" in done.stdout
    assert "page" not in done.stdout  # it fires because another does


def test_quiet_is_an_answer_too(aws: Aws, run: Run) -> None:
    done = run("alarms", site=site(aws, cloudwatch=Watch()))

    assert done.exit_code == 0
    assert "quiet" in done.stdout


def test_all_alarms_are_listed_where_that_is_wanted(aws: Aws, run: Run) -> None:
    done = run("alarms", "--all", site=site(aws, cloudwatch=Watch()))

    assert done.exit_code == 0
    assert "escalation-queue-age" in done.stdout
    assert "page" in done.stdout


def test_a_description_is_read_line_by_line_and_a_foreign_one_is_none() -> None:
    assert told(WORDS) == Told(
        "Posts wait, and wait.",
        "Customers wait too: in public.",
        "infra/runbooks/queues.md#a-queue-is-old",
        "sixday/test/failures",
        "sixday queues",
    )
    assert told("Somebody's own alarm.") is None
    assert told("") is None


@pytest.mark.parametrize(("switch", "state"), [("on", "Enabled"), ("off", "Disabled")])
def test_a_stage_is_set_to_read_its_queue_or_to_leave_it(
    aws: Aws, run: Run, switch: str, state: str
) -> None:
    mappings = Mappings({"escalation": switch == "off"})
    done = run("reading", switch, "escalation", "--json", site=site(aws, **{"lambda": mappings}))

    assert done.exit_code == 0, done.output
    assert mappings.enabled == {"escalation": switch == "on"}
    assert f'"escalation": "{state}"' in done.stdout


def test_which_stage_must_be_said(aws: Aws, run: Run) -> None:
    mappings = Mappings()
    done = run("reading", "on", site=site(aws, **{"lambda": mappings}))

    assert done.exit_code == 2
    assert mappings.enabled == {"escalation": False}
