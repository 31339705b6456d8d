"""`make load`: some thousand webhooks with duplicates, through the deployed stack on LocalStack.

Nothing may be lost or said twice; how long people waited, alone and in the crowd; how many posts a
second each stage did. The policy's alarm at abnormal volume is off: else people would answer. What
was found is written into load.json, and `make bench` holds it to its goals.
"""

import json
import os
import platform
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import yaml
from rich.console import Console
from rich.table import Table

from infra.local.desk import Desk, furnish
from infra.local.launcher import localstack
from infra.local.platforms import sandbox
from infra.local.stack import SCRATCH
from infra.ops import logs, policy_store
from infra.ops.policy_file import SHIPPED_FILE, compiled, shipped
from shared.clock import utc_now
from tests.bench import crowd

FOUND = Path(__file__).with_name("load.json")
WEBHOOKS, WARM_UP, ALONE = 2_000, 4, 40
STAGES = ("intake", "classification", "escalation", "dispatch")

type Found = dict[str, float | str]


def main() -> None:
    """Deploy, answer some posts on the idle stack, then the crowd; exits with 1 if any is lost."""
    webhooks = int(sys.argv[1]) if len(sys.argv) > 1 else WEBHOOKS
    os.environ.setdefault("SIXDAY_LAMBDA_READERS", "3")
    with localstack(SCRATCH) as running, sandbox() as platforms:
        steps = [time.monotonic()]
        desk = furnish(running, platforms, lambda _: steps.append(time.monotonic()), stage="load")
        found: Found = {"deployed_seconds": steps[1] - steps[0]}
        _take_any_volume(desk)
        found |= _alone(desk)
        since = utc_now()
        written = crowd.write(desk, webhooks)
        crowd.settle(desk)
        found |= _in_crowd(desk, written) | _stages(desk, since)
        _keep(found)
    sys.exit(bool(found["lost"] or found["said_twice"]))


def _alone(desk: Desk) -> Found:
    crowd.alone(desk, WARM_UP, "warm")
    crowd.alone(desk, ALONE, "alone")
    p50, p99 = crowd.waits(desk, "alone")
    return {"alone_p50_seconds": p50, "alone_p99_seconds": p99}


def _in_crowd(desk: Desk, written: crowd.Crowd) -> Found:
    p50, p99 = crowd.waits(desk, crowd.NAME)
    return {
        "webhooks": len(written.posts) + written.duplicates,
        "duplicates": written.duplicates,
        **crowd.account_for(desk, written),
        "crowd_p50_seconds": p50,
        "crowd_p99_seconds": p99,
    }


def _stages(desk: Desk, since: datetime) -> Found:
    """Messages a second of each stage, between its first line and its last."""
    found: Found = {}
    for stage in STAGES:
        at = sorted(moments(logs.raw_lines(desk.deployment, stage, '"INFO"', since)))
        found[f"{stage}_a_second"] = len(at) / max(1.0, (at[-1] - at[0]).total_seconds())
    return found


def moments(lines: Sequence[str]) -> Iterator[datetime]:
    """When each line of ours was written at INFO; Lambda's own lines are passed over."""
    for line in lines:
        if line.startswith("{") and (told := json.loads(line)).get("level") == "INFO":
            yield datetime.fromisoformat(told["timestamp"])


def _take_any_volume(desk: Desk) -> None:
    data = yaml.safe_load(SHIPPED_FILE.read_text("utf-8"))
    data["burst"]["at_least"], data["version"] = 1_000_000, "2099-01-01.1"
    policy_store.put(desk.deployment, compiled(yaml.safe_dump(data, sort_keys=False)), shipped())


def _keep(found: Found) -> None:
    rounded = {k: round(v, 2) if isinstance(v, float) else v for k, v in found.items()}
    machine = f"{os.cpu_count()} cores, {platform.machine()}"
    told = {"measured_at": f"{utc_now():%Y-%m-%d}", "machine": machine, **rounded}
    FOUND.write_text(json.dumps(told, indent=2) + "\n", "utf-8")
    table = Table("load on LocalStack", "value")
    for name, value in told.items():
        table.add_row(name.replace("_", " "), str(value))
    Console().print(table)


if __name__ == "__main__":
    main()
