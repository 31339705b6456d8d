"""Starts and stops LocalStack without Docker, or attaches to one that runs already."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from infra.local import localstack_process
from infra.local.localstack_process import LocalStackError
from infra.local.localstack_workspace import Workspace, is_held

REGION = "eu-central-1"


@dataclass(frozen=True)
class LocalStack:
    """A LocalStack that answers at `endpoint`; `log` only where we started it."""

    endpoint: str
    region: str
    is_ours: bool
    log: Path | None


@contextmanager
def localstack(
    root: Path, services: Sequence[str] = (), port: int | None = None
) -> Iterator[LocalStack]:
    """A LocalStack for as long as the block lasts.

    Attaches to the one that LOCALSTACK_ENDPOINT names, else starts one that writes below `root`
    only and ends with the calling thread at the latest. `services` (AWS's short names; none means
    all) have to be there. Raises LocalStackError.
    """
    if endpoint := os.environ.get("LOCALSTACK_ENDPOINT"):
        yield _attach(endpoint, services)
        return
    workspace = Workspace.on(root, port)
    process = localstack_process.start(workspace, services, is_tethered=True)
    try:
        localstack_process.wait(process, workspace)
        yield _ours(workspace)
    finally:
        localstack_process.stop(process.pid, workspace)
        process.wait()


def start_detached(root: Path, services: Sequence[str] = (), port: int | None = None) -> LocalStack:
    """Start a LocalStack that outlives this program, or return the one that does already.

    Writes localstack.pid and localstack.endpoint into `root`. Raises LocalStackError.
    """
    if running := _detached(root):
        return _ours(running)
    workspace = Workspace.on(root, port)
    process = localstack_process.start(workspace, services, is_tethered=False)
    try:
        localstack_process.wait(process, workspace)
    except BaseException:
        localstack_process.stop(process.pid, workspace)
        process.wait()
        raise
    _pid_file(root).write_text(f"{process.pid}\n")
    _endpoint_file(root).write_text(f"{workspace.endpoint}\n")
    process.returncode = 0  # else subprocess warns that nobody waits for it: nobody is to
    return _ours(workspace)


def stop_detached(root: Path) -> bool:
    """End what start_detached started below `root`; False where nothing runs."""
    running = _detached(root)
    if running:
        localstack_process.stop(int(_pid_file(root).read_text()), running)
    _pid_file(root).unlink(missing_ok=True)
    _endpoint_file(root).unlink(missing_ok=True)
    return running is not None


def _attach(endpoint: str, services: Sequence[str]) -> LocalStack:
    offered = localstack_process.services(endpoint)
    if offered is None:
        raise LocalStackError(f"No LocalStack answers at {endpoint} (LOCALSTACK_ENDPOINT).")
    if missing := sorted(set(services) - set(offered)):
        raise LocalStackError(f"LocalStack at {endpoint} serves no {', '.join(missing)}.")
    return LocalStack(endpoint.rstrip("/"), REGION, is_ours=False, log=None)


def _ours(workspace: Workspace) -> LocalStack:
    return LocalStack(workspace.endpoint, REGION, is_ours=True, log=workspace.log)


def _detached(root: Path) -> Workspace | None:
    if not _endpoint_file(root).exists():
        return None
    port = urlsplit(_endpoint_file(root).read_text().strip()).port
    workspace = Workspace.on(root, port)
    return workspace if is_held(workspace.lock) else None


def _pid_file(root: Path) -> Path:
    return root / "localstack.pid"


def _endpoint_file(root: Path) -> Path:
    return root / "localstack.endpoint"
