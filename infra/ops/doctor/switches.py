"""The switches: mode, clock, policy."""

from collections.abc import Iterator
from datetime import timedelta

from botocore.exceptions import ClientError

from functions.escalation.policy import PolicyError, read_policy
from infra.ops import controls, policy_store
from infra.ops.deployment import Deployment
from infra.ops.doctor.blueprint import Blueprint
from infra.ops.doctor.finding import Finding, found, unsure

_MODES = frozenset({"live", "draft", "off"})


def of_switches(deployment: Deployment, _plan: Blueprint) -> Iterator[Finding]:
    """What people turn by hand, and may forget."""
    yield from _of_controls(deployment)
    yield _of_policy(deployment)


def _of_controls(deployment: Deployment) -> Iterator[Finding]:
    try:
        state = controls.read(deployment)
    except (ValueError, ClientError):
        why = "the parameter is gone or no JSON: functions keep what they knew, then draft"
        yield found("controls", "they can be read", False, why, "sixday mode live")
        return
    mode = state.get("mode")
    yield found("mode", "it is one that functions know", mode in _MODES, f"it is {mode}: taken as "
                "draft", "sixday mode live")  # fmt: skip
    yield found(
        "mode", "answers are posted", mode == "live", f"it is {mode}: replies wait, and grow old",
        "sixday mode live",
    )  # fmt: skip
    ahead = float(state.get("clock_offset_seconds", 0))
    if ahead:
        why = f"moved on by {timedelta(seconds=ahead)}: this stage lives in the future"
        yield unsure("clock", "it is the real time", why)


def _of_policy(deployment: Deployment) -> Finding:
    try:
        put = policy_store.read(deployment)
        if put is not None:
            read_policy(put)
    except PolicyError as error:
        why = f"functions keep the last good one: {error}"
    except ClientError as error:
        why = f"the parameter can't be read: {error.response['Error']['Code']}"
    else:
        return found("policy", "the one that was put can be used", is_good=True)
    remedy = "sixday policy check FILE; sixday policy put FILE, or --shipped"
    return found("policy", "the one that was put can be used", False, why, remedy)
