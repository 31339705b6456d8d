"""The policy of a deployment: the parameter that escalation reads, packed."""

from typing import Any

from functions.escalation.policy import Policy, PolicyError, read_policy
from functions.escalation.policy.packed import MOST_CHARACTERS, SHIPPED, pack, unpack
from infra.ops.controls import RefusedError
from infra.ops.deployment import Deployment

STANDARD_CHARACTERS = 4096  # more costs 0.05 USD a month


def read(deployment: Deployment) -> dict[str, Any] | None:
    """What was put last; None where the release's own policy decides.

    Raises:
        PolicyError: it can't be unpacked.
    """
    found = deployment.client("ssm").get_parameter(Name=_name(deployment))
    value = str(found["Parameter"]["Value"]).strip()
    return None if value == SHIPPED else unpack(value)


def put(
    deployment: Deployment, data: dict[str, Any], shipped: Policy, *, is_dry: bool = False
) -> int:
    """Let it decide from now on; how many of SSM's characters it takes.

    `shipped`: the release's own policy, whose version can't be given another meaning.

    Raises:
        RefusedError: too large, or its version stands for another policy already.
    """
    value = pack(data)
    if len(value) > MOST_CHARACTERS:
        raise RefusedError(
            f"it takes {len(value)} characters and a parameter holds {MOST_CHARACTERS}: "
            "shorten names, reasons and past absences, or ship it with a release"
        )
    new = read_policy(data)
    for known in (_decided(deployment), shipped):
        _hold_to_one_meaning(new, known)
    if not is_dry:
        _write(deployment, value)
    return len(value)


def put_shipped(deployment: Deployment) -> None:
    """Let the release's own policy decide again."""
    _write(deployment, SHIPPED)


def _hold_to_one_meaning(new: Policy, known: Policy | None) -> None:
    """The timeline names a version: it must never mean two policies."""
    if known is not None and known.version == new.version and known != new:
        raise RefusedError(
            f"version {new.version} is known already, and says something else: give it a new one"
        )


def _decided(deployment: Deployment) -> Policy | None:
    """What was put last; nothing where it is unusable and so can't have decided."""
    try:
        data = read(deployment)
        return None if data is None else read_policy(data)
    except PolicyError:
        return None


def _write(deployment: Deployment, value: str) -> None:
    deployment.client("ssm").put_parameter(
        Name=_name(deployment),
        Value=value,
        Type="String",
        Tier="Intelligent-Tiering",
        Overwrite=True,
    )


def _name(deployment: Deployment) -> str:
    return f"/sixday/{deployment.stage}/policy"
