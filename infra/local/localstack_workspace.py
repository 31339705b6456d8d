"""The folders a LocalStack writes to, and the lock by which one can tell whether it still runs.

    <root>/run-<port>/state, tmp, lock    gone when it ends
    <root>/logs/localstack-<port>.log     kept: the newest ten

The process inherits the open lock file, so the lock lasts exactly as long as it: no process id
that may long be another's has to be trusted.
"""

import fcntl
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

LOGS_KEPT = 10


@dataclass(frozen=True)
class Workspace:
    """Where the LocalStack on one port keeps its things."""

    root: Path
    port: int

    @classmethod
    def on(cls, root: Path, port: int | None) -> Self:
        """The workspace on `port`, or on one that is free."""
        return cls(root.absolute(), port or _free_port())

    @property
    def endpoint(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def state(self) -> Path:
        """What it remembers."""
        return self._folder / "state"

    @property
    def temporary(self) -> Path:
        """Unzipped functions and their scratch folders."""
        return self._folder / "tmp"

    @property
    def lock(self) -> Path:
        """Held by the process while it lives."""
        return self._folder / "lock"

    @property
    def log(self) -> Path:
        """Everything it says."""
        return self.root / "logs" / f"localstack-{self.port}.log"

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else prepares for so long: what isn't locked yet looks like what was left."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with (self.log.parent / "starting").open("wb") as starting:
            fcntl.flock(starting, fcntl.LOCK_EX)
            yield

    def prepare(self) -> None:
        """Make the folders, and clear away what was left by those that were killed."""
        for leftover in self.root.glob("run-*"):
            if not is_held(leftover / "lock"):
                shutil.rmtree(leftover, ignore_errors=True)
        for folder in (self.state, self.temporary, self.log.parent):
            folder.mkdir(parents=True, exist_ok=True)
        self.lock.touch()
        self._forget_old_logs()

    def remove(self) -> None:
        """Delete all but the log."""
        shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def _folder(self) -> Path:
        return self.root / f"run-{self.port}"

    def _forget_old_logs(self) -> None:
        logs = sorted(self.log.parent.glob("*.log"), key=lambda log: log.stat().st_mtime)
        for log in logs[:-LOGS_KEPT]:
            log.unlink(missing_ok=True)


def is_held(lock: Path) -> bool:
    """Whether the process that was given this lock file still lives."""
    if not lock.exists():
        return False
    with lock.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port
