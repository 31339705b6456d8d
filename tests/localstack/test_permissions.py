"""Each function may do what it does, and nothing else: seen in the run against what is granted."""

import json
import urllib.request
from fnmatch import fnmatchcase
from typing import Any

import pytest

from infra.local.desk import Desk
from infra.local.launcher import LocalStack

pytestmark = [pytest.mark.localstack, pytest.mark.last]

type Permission = tuple[str, str]

STAGES = ("intake", "classification", "escalation", "dispatch", "follow-up", "decision", "erasure")
# The run that asks for everything: where fewer tests were chosen, nothing is known of the rest.
WHOLE = {
    "test_to_the_end.py",
    "test_first_answers.py",
    "test_faults.py",
    "test_delivery.py",
    "test_people_deployed.py",
    "test_policy.py",
    "test_erasure.py",
}
# AWS's own policies, which SAM adds: what the event source mapping calls, and writing logs.
MANAGED = {"AWSLambdaSQSQueueExecutionRole", "AWSLambdaBasicExecutionRole"}

# Granted and not seen here, each with its reason: rare, and shown without a stack.
RARE = {
    "dynamodb:DeleteItem": "escalation: who is split off leaves an incident (test_verbs_joining)",
}


def used(localstack: LocalStack, function: str) -> set[Permission]:
    """What a function has asked AWS for so far."""
    with urllib.request.urlopen(f"{localstack.endpoint}/_sixday/permissions") as answer:  # noqa: S310
        return {(action, arn) for action, arn in json.load(answer).get(function, [])}


def granted(stack: Desk, function: str) -> set[Permission]:
    """What its role may do, with the names that the deployment gave."""
    iam: Any = stack.deployment.client("iam")
    role = _role(stack, function)
    names = iam.list_role_policies(RoleName=role)["PolicyNames"]
    documents = [
        iam.get_role_policy(RoleName=role, PolicyName=name)["PolicyDocument"] for name in names
    ]
    return {(s["Action"], s["Resource"]) for d in documents for s in d["Statement"]}


def _role(stack: Desk, function: str) -> str:
    configured = stack.deployment.client("lambda").get_function_configuration(FunctionName=function)
    return str(configured["Role"]).rpartition("/")[2]


def allows(grant: Permission, use: Permission) -> bool:
    """A secret's ARN ends in six letters of AWS's, which its name doesn't."""
    is_secret = use[0].startswith("secretsmanager:")
    pattern = grant[1] if not is_secret else grant[1].removesuffix("*") + "*"
    return grant[0] == use[0] and fnmatchcase(use[1], pattern)


@pytest.fixture(params=STAGES)
def function(request: pytest.FixtureRequest, stack: Desk) -> str:
    return f"sixday-{stack.deployment.stage}-{request.param}"


def test_a_function_is_granted_all_that_it_asks_for(
    localstack: LocalStack, stack: Desk, function: str
) -> None:
    grants = granted(stack, function)
    asked = used(localstack, function)
    assert [use for use in sorted(asked) if not any(allows(g, use) for g in grants)] == []


@pytest.mark.asks_everything
def test_a_function_is_granted_nothing_that_it_never_asks_for(
    request: pytest.FixtureRequest, localstack: LocalStack, stack: Desk, function: str
) -> None:
    if missing := WHOLE - {item.path.name for item in request.session.items}:
        pytest.skip(f"only a whole run asks for everything: {', '.join(sorted(missing))} not run")
    asked = used(localstack, function)
    grants = granted(stack, function)
    unused = [g for g in sorted(grants) if not any(allows(g, use) for use in asked)]
    assert [g for g in unused if g[0] not in RARE] == []


def test_awss_own_policies_are_the_two_that_queues_and_logs_need(
    stack: Desk, function: str
) -> None:
    iam: Any = stack.deployment.client("iam")
    attached = iam.list_attached_role_policies(RoleName=_role(stack, function))
    assert {p["PolicyName"] for p in attached["AttachedPolicies"]} <= MANAGED
