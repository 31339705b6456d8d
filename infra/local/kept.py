"""A desk that stays when the program ends: `make run KEEP=1`, ended by `make stop`."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from infra.local.desk import STAGE, Desk, Told, furnish
from infra.local.launcher import start_detached, stop_detached
from infra.local.platforms import Sandbox
from infra.local.show import ROOT
from infra.local.stack import SCRATCH

NOTE = SCRATCH / "sixday.json"  # where the `sixday` command finds what runs here


@contextmanager
def kept_desk(told: Told) -> Iterator[Desk]:
    """A desk that outlives the block, unless the block fails."""
    stop()
    try:
        running = start_detached(SCRATCH)
        platforms, process_id = _start_platforms()
        told("LocalStack and the sandbox platforms started")
        _note(running.endpoint, running.region, platforms, process_id)
        yield furnish(running, platforms, told)
    except BaseException:
        stop()
        raise


def stop() -> None:
    """End what a kept desk left running; nothing is fine too."""
    if NOTE.exists():
        _end(int(json.loads(NOTE.read_text("utf-8"))["platforms_pid"]))
        NOTE.unlink()
    stop_detached(SCRATCH)


def _start_platforms() -> tuple[Sandbox, int]:
    SCRATCH.mkdir(exist_ok=True)
    process = subprocess.Popen(
        [sys.executable, "-m", "infra.local.platforms", "--port", "0"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    if process.stdout is None:
        raise RuntimeError("the sandbox's output can't be read")
    url = process.stdout.readline().strip().rstrip("/")
    return Sandbox(url), process.pid


def _note(endpoint: str, region: str, platforms: Sandbox, process_id: int) -> None:
    note = {
        "stage": STAGE,
        "endpoint": endpoint,
        "region": region,
        "platforms_url": platforms.base_url,
        "platforms_pid": process_id,
    }
    NOTE.write_text(json.dumps(note), "utf-8")


def _end(process_id: int) -> None:
    """End our sandbox, and no other process that may have got its number since."""
    command = Path(f"/proc/{process_id}/cmdline")
    if command.exists() and b"infra.local.platforms" in command.read_bytes():
        os.kill(process_id, signal.SIGTERM)


if __name__ == "__main__":
    stop()
