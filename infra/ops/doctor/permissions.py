"""The functions' roles may do what the template gives them, and nothing forbids it elsewhere."""

from collections.abc import Iterator
from typing import Any

from botocore.exceptions import ClientError

from infra.ops.deployment import Deployment
from infra.ops.doctor.blueprint import Blueprint, Resource
from infra.ops.doctor.finding import Finding, found, unsure

_DEPLOY = "make deploy CONFIG=<stage>: the template's own policies come back"


def of_permissions(deployment: Deployment, plan: Blueprint) -> Iterator[Finding]:
    """Each function's role: its own policies, and what IAM's simulator says of them."""
    for role in plan.of("AWS::IAM::Role"):
        if role.name.endswith("FunctionRole"):
            yield from _of_role(deployment, role)


def _of_role(deployment: Deployment, role: Resource) -> Iterator[Finding]:
    iam = deployment.client("iam")
    wanted = _allowed([p["PolicyDocument"] for p in role.properties.get("Policies", [])])
    granted = _allowed(list(_documents(iam, role.physical)))
    missing = sorted({action for action, _ in wanted} - {action for action, _ in granted})
    yield found(
        role.physical, "it may do what the template says", not missing,
        f"it may not: {', '.join(missing)}", _DEPLOY,
    )  # fmt: skip
    if not missing:
        yield _simulated(iam, role.physical, granted)


def _documents(iam: Any, role: str) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    for name in iam.list_role_policies(RoleName=role)["PolicyNames"]:
        document: dict[str, Any] = iam.get_role_policy(RoleName=role, PolicyName=name)[
            "PolicyDocument"
        ]
        yield document


def _allowed(documents: list[dict[str, Any]]) -> list[tuple[str, Any]]:
    """Action and resource of every statement that allows."""
    return [
        (action, resource)
        for document in documents
        for statement in _many(document["Statement"])
        if statement["Effect"] == "Allow"
        for action in _many(statement["Action"])
        for resource in _many(statement["Resource"])
    ]


def _simulated(iam: Any, role: str, granted: list[tuple[str, Any]]) -> Finding:  # noqa: ANN401
    """A boundary or a policy of the organisation may forbid what the role's own policies allow."""
    what = "nothing else forbids it"
    try:
        arn = iam.get_role(RoleName=role)["Role"]["Arn"]
        denied = sorted({action for action, on in granted if not _may(iam, arn, action, on)})
    except ClientError as error:
        why = f"the simulator can't be asked ({error.response['Error']['Code']})"
        return unsure(role, what, why)
    why = f"a boundary or a policy of the organisation forbids: {', '.join(denied)}"
    return found(role, what, not denied, why, "ask whoever sets the account's policies")


def _may(iam: Any, role_arn: str, action: str, resource: str) -> bool:  # noqa: ANN401
    answer = iam.simulate_principal_policy(
        PolicySourceArn=role_arn, ActionNames=[action], ResourceArns=[resource]
    )
    results: list[dict[str, str]] = answer["EvaluationResults"]
    return all(result["EvalDecision"] == "allowed" for result in results)


def _many(value: Any) -> list[Any]:  # noqa: ANN401 - IAM takes one or a list
    return value if isinstance(value, list) else [value]
