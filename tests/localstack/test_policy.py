"""A policy is changed while the stack runs: it decides from then on, and a bad one never does."""

import time
from collections.abc import Iterator

import pytest

from functions.escalation.policy.packed import pack
from infra.local.desk import Desk
from infra.ops import policy_store
from infra.ops.policy_file import SHIPPED_FILE, compiled, shipped
from tests.localstack.on_stack import CONTROLS_SECONDS, say, settled

pytestmark = [pytest.mark.localstack, pytest.mark.asks_everything]

SOURCE = SHIPPED_FILE.read_text("utf-8")
NEWER = SOURCE.replace(shipped().version, "2099-01-01.1")


@pytest.fixture(autouse=True)
def _put_back(stack: Desk) -> Iterator[None]:
    """Who comes after lives under the release's own policy again."""
    yield
    policy_store.put_shipped(stack.deployment)
    time.sleep(CONTROLS_SECONDS)


def _put(stack: Desk, source: str) -> None:
    policy_store.put(stack.deployment, compiled(source), shipped())
    time.sleep(CONTROLS_SECONDS)


def _decided_by(stack: Desk, author: str) -> tuple[str, str]:
    """The version that decided about a new complaint: on its case, and in its timeline."""
    text = "Laderen i Sandvika har vært ødelagt siden mandag"
    seen = settled(stack, "aurora-facebook", say(stack, "aurora-facebook", text, author))
    assert seen.case is not None
    entries = stack.deployment.table.entries(seen.case.brand, seen.case.case_id)
    return seen.case.policy_version, entries[0].detail["policy"]


def test_what_is_put_decides_within_seconds_and_stands_in_the_timeline(stack: Desk) -> None:
    before = shipped().version
    assert _decided_by(stack, "policy-1") == (before, before)
    _put(stack, NEWER.replace("threshold: 3", "threshold: 4"))
    assert _decided_by(stack, "policy-2") == ("2099-01-01.1", "2099-01-01.1")
    policy_store.put_shipped(stack.deployment)
    time.sleep(CONTROLS_SECONDS)
    assert _decided_by(stack, "policy-3") == (before, before)


@pytest.mark.parametrize("bad", ["rubbish", pack({"version": "2099-01-02.1"})])
def test_a_bad_policy_is_refused_and_the_last_good_one_decides(stack: Desk, bad: str) -> None:
    _put(stack, NEWER)
    stack.deployment.client("ssm").put_parameter(
        Name=f"/sixday/{stack.deployment.stage}/policy", Value=bad, Type="String", Overwrite=True
    )
    time.sleep(CONTROLS_SECONDS)
    assert _decided_by(stack, f"policy-bad-{len(bad)}")[0] == "2099-01-01.1"


def test_what_a_parameter_of_ssm_takes_is_what_escalation_reads(stack: Desk) -> None:
    """More than 4 KB: SSM makes it an advanced parameter by itself."""
    people = "\n".join(
        f"  extra_{n}: {{ name: Somebody Number {n * 7919}, role: role {n * 104729}, next: care }}"
        for n in range(100)
    )
    _put(stack, NEWER.replace("\nteams:", f"{people}\n\nteams:", 1))
    found = policy_store.read(stack.deployment)
    assert found is not None
    assert "extra_99" in found["people"]
    assert len(pack(found)) > policy_store.STANDARD_CHARACTERS
    assert _decided_by(stack, "policy-large")[0] == "2099-01-01.1"
