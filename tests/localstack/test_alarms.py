"""The alarms of a deployed stack, and the switch that a runbook names, as they are typed."""

import json

import pytest
from click.testing import CliRunner, Result

from infra.local.desk import Desk
from infra.ops.main import sixday
from infra.ops.session import Session, Site
from tests.architecture.watched import alarms, composites
from tests.localstack.on_stack import until

pytestmark = pytest.mark.localstack


def run(stack: Desk, *arguments: str) -> Result:
    site = Site(stack.deployment, stack.platforms.base_url)
    return CliRunner().invoke(sixday, arguments, obj=Session(open=lambda _: site))


def test_every_alarm_is_deployed_and_says_what_to_do_first(stack: Desk) -> None:
    done = run(stack, "alarms", "--all", "--json")
    found = {alarm["name"]: alarm["told"] for alarm in json.loads(done.stdout)}

    assert set(found) == {alarm.name for alarm in alarms()} | set(composites())
    assert all(told["command"] for name, told in found.items() if name not in composites())


def test_a_stage_that_is_set_to_leave_its_queue_does_and_reads_again(stack: Desk) -> None:
    def state() -> str:
        return str(json.loads(run(stack, "reading", "--json").stdout)["erasure"])

    assert run(stack, "reading", "off", "erasure").exit_code == 0
    assert until(lambda: state() == "Disabled")
    assert run(stack, "reading", "on", "erasure").exit_code == 0
    assert until(lambda: state() == "Enabled")
