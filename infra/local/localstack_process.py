"""One LocalStack as a process of this machine: started, waited for, ended."""

import fcntl
import http.client
import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from infra.local.localstack_settings import settings
from infra.local.localstack_workspace import Workspace, is_held

REPOSITORY = Path(__file__).parents[2]
PYTHON = REPOSITORY / ".localstack-venv/bin/python"
TETHER = REPOSITORY / "infra/local/localstack/sixday_localstack/tether.py"
PROGRAM = "localstack.runtime.main"
START_SECONDS = 60.0  # 3 s on an idle machine; a busy one gets its time


class LocalStackError(Exception):
    """LocalStack can't be started or reached; the message says why and names the log."""


def start(
    workspace: Workspace, services: Sequence[str], *, is_tethered: bool
) -> subprocess.Popen[bytes]:
    """Start one that writes to `workspace` only and, where tethered, ends with this thread.

    Raises LocalStackError.
    """
    _demand_all_it_needs(workspace)
    tether = [str(TETHER), str(os.getpid())] if is_tethered else ["-m"]
    with workspace.alone():
        workspace.prepare()
        held = workspace.lock.open("rb")
        fcntl.flock(held, fcntl.LOCK_EX)
    with held as lock, workspace.log.open("wb") as log:
        return subprocess.Popen(
            [PYTHON, *tether, PROGRAM],
            cwd=workspace.state,
            env=settings(workspace.port, workspace.state, workspace.temporary, services),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C is for us, who then end it in good order
            pass_fds=[lock.fileno()],
        )


def wait(process: subprocess.Popen[bytes], workspace: Workspace) -> None:
    """Return once it answers; raises LocalStackError where it ends or takes too long."""
    deadline = time.monotonic() + START_SECONDS
    while services(workspace.endpoint) is None:
        if process.poll() is not None:
            raise LocalStackError(f"LocalStack ended at once: see {workspace.log}.")
        if time.monotonic() > deadline:
            raise LocalStackError(
                f"LocalStack was not ready after {START_SECONDS:.0f} seconds: see {workspace.log}."
            )
        time.sleep(0.1)


def stop(pid: int, workspace: Workspace) -> None:
    """End the process and all that it started; nothing but the log remains."""
    # At once: nothing that it remembers is kept, its functions' processes are tied to it, and a
    # shutdown in good order takes it ten seconds.
    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
    while is_held(workspace.lock):
        time.sleep(0.02)
    workspace.remove()


def services(endpoint: str) -> list[str] | None:
    """The services that a LocalStack offers (AWS's short names); None where none answers."""
    url = urlsplit(endpoint)
    kind = http.client.HTTPSConnection if url.scheme == "https" else http.client.HTTPConnection
    connection = kind(url.hostname or "", url.port, timeout=5)
    try:
        connection.request("GET", "/_localstack/health")
        return list(json.load(connection.getresponse())["services"])
    except (OSError, http.client.HTTPException, ValueError, KeyError):
        return None
    finally:
        connection.close()


def _demand_all_it_needs(workspace: Workspace) -> None:
    if not PYTHON.exists():
        name = PYTHON.relative_to(REPOSITORY)
        raise LocalStackError(f"{name} is missing: make LocalStack's environment first.")
    try:
        socket.create_server(("127.0.0.1", workspace.port)).close()
    except OSError as problem:
        raise LocalStackError(f"LocalStack can't have port {workspace.port}: {problem}") from None
