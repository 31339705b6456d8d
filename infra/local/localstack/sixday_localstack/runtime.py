"""One life of a function's process, from its start to its end."""

import contextlib
import os
import signal
import subprocess
from collections.abc import Mapping
from pathlib import Path
from threading import Event as Flag
from threading import Thread
from typing import IO

from sixday_localstack import environment, permissions
from sixday_localstack.events import Event, Exit, Invocation
from sixday_localstack.runtime_api import RuntimeApi


class Runtime:
    """A process and the Runtime API that serves it; made anew after each death."""

    def __init__(
        self, given: Mapping[str, object], artifact: Path, scratch: Path, log: IO[bytes]
    ) -> None:
        permissions.runs(str(given["AWS_LAMBDA_FUNCTION_NAME"]), str(given["AWS_ACCESS_KEY_ID"]))
        self._api = RuntimeApi()
        self._artifact = artifact
        self._command = environment.command(str(given["_HANDLER"]))
        self._variables = environment.variables(given, artifact, scratch, self._api.address)
        self._log = log
        self._process: subprocess.Popen[bytes] | None = None
        self._spawned = Flag()

    @property
    def is_alive(self) -> bool:
        """Whether it can take an invocation."""
        return self._process is not None and self._process.poll() is None

    def boot(self, seconds: float) -> Event | None:
        """Start the process; what came of it first, or None after `seconds`."""
        Thread(target=self._live, name="function", daemon=True).start()
        return self._api.event(seconds)

    def call(self, invocation: Invocation, seconds: float) -> Event | None:
        """Hand it one invocation; what came of it, or None after `seconds`."""
        self._api.offer(invocation)
        return self._api.event(seconds)

    def peak_megabytes(self) -> int:
        """The most memory the process has held so far; 0 where the system doesn't say."""
        if self._process is None:
            return 0
        with contextlib.suppress(OSError):
            for line in Path(f"/proc/{self._process.pid}/status").read_text().splitlines():
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) // 1024
        return 0

    def end(self) -> None:
        """Kill the process with all that it started, and wait until it is gone."""
        self._spawned.wait()
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        self._api.close()

    def _live(self) -> None:
        # This thread stays until the process is gone: the process is tied to it (see tether).
        try:
            self._process = self._spawn()
        except OSError as problem:
            self._log.write(f"Can't start {self._command[0]}: {problem}\n".encode())
            self._api.tell(Exit(127))  # as a shell says "command not found"
            return
        finally:
            self._spawned.set()
        self._api.tell(Exit(self._process.wait()))

    def _spawn(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self._command,
            cwd=self._artifact,
            env=self._variables,
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=self._log,
            start_new_session=True,
        )
