"""The deployment's alarms as CloudWatch knows them, each with what its description says."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, cast

from infra.ops.deployment import Deployment

type State = Literal["OK", "ALARM", "INSUFFICIENT_DATA"]
WAKES = ("page", "ticket")  # composites: of all the others


@dataclass(frozen=True, slots=True)
class Told:
    """What an alarm's description says: one line each, by its name."""

    symptom: str
    impact: str
    runbook: str
    query: str
    command: str


@dataclass(frozen=True, slots=True)
class Alarm:
    """One alarm, by its name without the deployment's. `told` is None for `page` and `ticket`."""

    name: str
    state: State
    since: datetime
    told: Told | None


def alarms(deployment: Deployment) -> list[Alarm]:
    """Every alarm of the deployment, by name."""
    prefix = f"sixday-{deployment.stage}-"
    pages = (
        deployment.client("cloudwatch")
        .get_paginator("describe_alarms")
        .paginate(AlarmNamePrefix=prefix, AlarmTypes=["MetricAlarm", "CompositeAlarm"])
    )
    found = [a for p in pages for kind in ("MetricAlarms", "CompositeAlarms") for a in p[kind]]
    return sorted(
        (
            Alarm(
                str(a["AlarmName"]).removeprefix(prefix),
                cast(State, a["StateValue"]),
                a["StateUpdatedTimestamp"],
                told(str(a.get("AlarmDescription", ""))),
            )
            for a in found
        ),
        key=lambda alarm: alarm.name,
    )


def told(description: str) -> Told | None:
    """The description's lines by their names; a line that is indented goes on."""
    named: dict[str, str] = {}
    last = ""
    for line in description.splitlines():
        name, _, value = line.partition(": ")
        if line.startswith(" ") and last:
            named[last] += f" {line.strip()}"
        else:
            last = name.lower()
            named[last] = value.strip()
    try:
        return Told(**named)
    except TypeError:
        return None
