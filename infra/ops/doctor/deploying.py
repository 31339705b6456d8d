"""How the last deployment ended: what it left half done, no other part can explain."""

from collections.abc import Iterator

from infra.ops.deployment import Deployment
from infra.ops.doctor.blueprint import NESTED, Blueprint
from infra.ops.doctor.finding import Finding, found, unsure

_WELL = frozenset({"CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE"})


def of_deploying(deployment: Deployment, plan: Blueprint) -> Iterator[Finding]:
    """The stack's own state, and that of each nested one."""
    names = [f"sixday-{deployment.stage}", *(one.physical for one in plan.of(NESTED))]
    for name in names:
        yield _of_stack(deployment, name)


def _of_stack(deployment: Deployment, name: str) -> Finding:
    client = deployment.client("cloudformation")
    (stack,) = client.describe_stacks(StackName=name)["Stacks"]
    state, what = stack["StackStatus"], "its last deployment ended well"
    short = name.rsplit("stack/", 1)[-1].split("/")[0]
    if state.endswith("_IN_PROGRESS"):
        return unsure(short, what, f"it goes on: {state}")
    why = f"{state} {stack.get('StackStatusReason', '')}".strip()
    remedy = f"aws cloudformation describe-stack-events --stack-name {short}, then deploy again"
    return found(short, what, state in _WELL, why, remedy)
