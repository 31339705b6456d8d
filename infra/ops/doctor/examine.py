"""All of it. A part that can't be asked says so, and the others go on."""

from collections.abc import Callable, Iterator

from botocore.exceptions import BotoCoreError, ClientError

from infra.ops.deployment import Deployment
from infra.ops.doctor import (
    accounts,
    deploying,
    feeding,
    functions,
    keeping,
    permissions,
    secrets_held,
    switches,
    watching,
)
from infra.ops.doctor.blueprint import Blueprint, read
from infra.ops.doctor.finding import Finding, found, unsure

type Part = Callable[[Deployment, Blueprint], Iterator[Finding]]

PARTS: dict[str, Part] = {
    "deployment": deploying.of_deploying,
    "switches": switches.of_switches,
    "functions": functions.of_functions,
    "permissions": permissions.of_permissions,
    "queues": feeding.of_feeding,
    "table": keeping.of_table,
    "archive": keeping.of_archive,
    "logs": keeping.of_logs,
    "secrets": secrets_held.of_secrets,
    "accounts": accounts.of_accounts,
    "alarms": watching.of_watching,
}
_MISSING = ("NotFound", "NonExistent", "NoSuch", "DoesNotExist")


def examine(deployment: Deployment, parts: tuple[str, ...]) -> Iterator[tuple[str, Finding]]:
    """Each part's findings, in the order of PARTS; all of them where none is named."""
    plan = read(deployment)
    for name, part in PARTS.items():
        if not parts or name in parts:
            yield from ((name, finding) for finding in _safely(name, part, deployment, plan))


def _safely(name: str, part: Part, deployment: Deployment, plan: Blueprint) -> Iterator[Finding]:
    try:
        yield from part(deployment, plan)
    except ClientError as error:
        code = error.response["Error"]["Code"]
        why = f"{error.operation_name} says {code}"
        if any(sign in code for sign in _MISSING):
            remedy = "make deploy CONFIG=<stage>: something of the stack is gone"
            yield found(name, "all of it is there", False, why, remedy)
        else:
            yield unsure(name, "all of it can be asked", why, "credentials that may: AWS_PROFILE")
    except BotoCoreError as error:
        yield unsure(name, "all of it can be asked", type(error).__name__)
