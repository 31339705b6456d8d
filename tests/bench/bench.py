"""`make bench`: cold starts, sizes, webhook to reply, AWS calls, and dispatch in trouble."""

import os
import re
import time
from collections import Counter
from pathlib import Path
from statistics import median, quantiles

from rich.console import Console
from rich.table import Table

from infra.local.desk import Desk, furnish
from infra.local.launcher import localstack
from infra.local.platforms import sandbox
from infra.local.stack import SCRATCH
from tests.bench import calls, cold_start, dispatch

POSTS = 40
_CALL = re.compile(r"AWS (\w+\.\w+) =>")
# Lambda's own polling, and what the desk asks, is nobody's bill here.
_NOT_OURS = ("sqs.ReceiveMessage", "sqs.DeleteMessageBatch", "sqs.DeleteMessage", "logs.", "sts.")


def main() -> None:
    """Measure everything and print one table a subject."""
    console = Console()
    console.print(_cold_starts())
    console.print(calls.shown())
    console.print(dispatch.once())
    console.print(dispatch.limits())
    os.environ["LS_LOG"] = "info"  # its log names every AWS call
    with localstack(SCRATCH) as running, sandbox() as platforms:
        began = time.monotonic()
        desk = furnish(running, platforms, stage="bench")
        console.print(f"deployed in {time.monotonic() - began:.1f} s")
        console.print(_journey(desk, Path(str(running.log))))


def _cold_starts() -> Table:
    taken = cold_start.measure()
    eager = taken["intake, everything eager"]
    table = Table("cold start", "CPU ms", "of eager intake", "artifact MB", title="Cold starts")
    for name, milliseconds in taken.items():
        size = f"{cold_start.size_mb(name):.1f}" if name in cold_start.STAGES else ""
        table.add_row(name, f"{milliseconds:.0f}", f"{milliseconds / eager:.0%}", size)
    return table


def _journey(desk: Desk, log: Path) -> Table:
    answer(desk, 3, "warm-up")
    before = _calls(log)
    seconds = answer(desk, POSTS, "measured")
    time.sleep(3)  # what is recorded after the reply belongs to it
    calls = _calls(log) - before
    table = Table(
        "webhook to reply", "value", title=f"{POSTS} posts one after the other, idle stack"
    )
    table.add_row("p50", f"{median(seconds):.2f} s")
    table.add_row("p95", f"{quantiles(seconds, n=20)[-1]:.2f} s")
    table.add_row("own AWS calls a complaint", f"{sum(calls.values()) / POSTS:.1f}")
    for name, count in calls.most_common():
        table.add_row(f"  {name}", f"{count / POSTS:.1f}")
    return table


def answer(desk: Desk, posts: int, name: str) -> list[float]:
    """Post and wait, one by one; how long each waited. Asks the platform only, never AWS."""
    account = desk.accounts["aurora-facebook"]
    seconds = []
    for n in range(posts):
        began = time.monotonic()
        text = f"Laderen nummer {n} på Lillehammer har vært ødelagt i to dager"
        posted = desk.platforms.post(account, text, author=f"{name}{n}", surface="comment")
        while not desk.platforms.replies_to(posted["post"]["id"]):
            time.sleep(0.02)
        seconds.append(time.monotonic() - began)
    return seconds


def _calls(log: Path) -> Counter[str]:
    found = _CALL.findall(log.read_text("utf-8", "replace"))
    return Counter(name for name in found if not name.startswith(_NOT_OURS))


if __name__ == "__main__":
    main()
