"""`sixday doctor` on the deployed stack: silent where all is well, and right where it isn't."""

import json
from typing import Any

import pytest
from click.testing import CliRunner

from infra.local.desk import Desk
from infra.ops.main import sixday
from infra.ops.session import Session, Site
from tests.localstack.faults_planted import FAULTS

pytestmark = pytest.mark.localstack


def _examined(stack: Desk, *arguments: str) -> tuple[int, list[dict[str, Any]]]:
    site = Site(stack.deployment, stack.platforms.base_url)
    session = Session(open=lambda _: site)
    done = CliRunner().invoke(sixday, ["doctor", "--json", *arguments], obj=session)
    return done.exit_code, json.loads(done.stdout)


def _bad(found: list[dict[str, Any]]) -> list[str]:
    return [
        f"{one['subject']}: {one['what']}: {one['why']}" for one in found if one["state"] == "bad"
    ]


def test_stack_as_it_is_deployed_is_well(stack: Desk) -> None:
    code, found = _examined(stack)

    ringing = [one for one in _bad(found) if one.endswith("it rings now")]
    assert [one for one in _bad(found) if one not in ringing] == []
    assert code == bool(ringing)
    assert len(found) > 100


@pytest.mark.parametrize("name", FAULTS)
def test_planted_fault_is_found_with_its_remedy_and_gone_once_it_is_undone(
    stack: Desk, name: str
) -> None:
    fault = FAULTS[name]

    with fault.planted(stack):
        code, found = _examined(stack, "--only", fault.part)

    told = [one for one in _bad(found) if all(word in one for word in fault.says)]
    assert told, _bad(found)
    assert code == 1
    assert all(one["remedy"] for one in found if one["state"] == "bad")
    _, after = _examined(stack, "--only", fault.part)
    assert not set(told) & set(_bad(after))
