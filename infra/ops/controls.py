"""The switches: the mode for all stages, the clock for all but production."""

import json
from datetime import datetime, timedelta
from typing import Any

from infra.ops.deployment import Deployment
from shared.clock import Clock, iso, utc_now


class RefusedError(Exception):
    """What was asked for isn't done here; the message says why."""


def read(deployment: Deployment) -> dict[str, Any]:
    """The switches as they stand."""
    answer = deployment.client("ssm").get_parameter(Name=_name(deployment))
    value: dict[str, Any] = json.loads(answer["Parameter"]["Value"])
    return value


def set_mode(deployment: Deployment, mode: str) -> None:
    """`live`, `draft` or `off`; every function holds to it within 30 seconds."""
    _write(deployment, read(deployment) | {"mode": mode})


def set_restored(deployment: Deployment, at: datetime | None) -> None:
    """When the table was brought back from a backup; None once all of that was looked at."""
    others = {name: value for name, value in read(deployment).items() if name != "restored_at"}
    _write(deployment, others | ({"restored_at": iso(at)} if at else {}))


def advance_clock(deployment: Deployment, seconds: float) -> float:
    """Move the deployment's clock on; by how much it is ahead now, in seconds.

    Raises:
        RefusedError: in production, where a moved clock would lie to customers.
    """
    if deployment.is_production:
        raise RefusedError("the clock of production isn't moved: promises would lapse for real")
    state = read(deployment)
    ahead = float(state.get("clock_offset_seconds", 0)) + seconds
    _write(deployment, state | {"clock_offset_seconds": ahead})
    return ahead


def ahead_seconds(deployment: Deployment) -> float:
    """By how much the deployment's clock was moved on; never in production."""
    if deployment.is_production:
        return 0.0
    return float(read(deployment).get("clock_offset_seconds", 0))


def now(deployment: Deployment, clock: Clock = utc_now) -> datetime:
    """The time that the deployment lives in."""
    return clock() + timedelta(seconds=ahead_seconds(deployment))


def _write(deployment: Deployment, value: dict[str, Any]) -> None:
    deployment.client("ssm").put_parameter(
        Name=_name(deployment), Value=json.dumps(value), Type="String", Overwrite=True
    )


def _name(deployment: Deployment) -> str:
    return f"/sixday/{deployment.stage}/controls"
