"""The log of one execution environment: what the function prints, between Lambda's own lines."""

import math
import os
from pathlib import Path

from sixday_localstack.environment import runtime_name


class Journal:
    """An append-only file that the function's process and Lambda both write to.

    A file needs no reader: whatever the process has printed before it answers is in it by then,
    which of a pipe nobody can say.
    """

    def __init__(self, path: Path, version: str, memory_megabytes: int) -> None:
        self.file = path.open("ab", buffering=0)
        self._reader = path.open("rb")
        self._version = version
        self._memory = memory_megabytes

    def initialising(self) -> None:
        """A process is being started."""
        self.write(f"INIT_START Runtime Version: {runtime_name().replace('python', 'python:')}")

    def initialised_badly(self, seconds: float, phase: str, error_type: str) -> None:
        """The process could not be started; `phase` is init, or invoke for the second try."""
        status = "timeout" if error_type == "Sandbox.Timedout" else "error"
        kind = "" if status == "timeout" else f"\tError Type: {error_type}"
        spent = f"Init Duration: {seconds * 1000:.2f} ms"
        self.write(f"INIT_REPORT {spent}\tPhase: {phase}\tStatus: {status}{kind}")

    def started(self, request_id: str) -> None:
        """An invocation begins."""
        self.write(f"START RequestId: {request_id} Version: {self._version}")

    def ended(
        self, request_id: str, seconds: float, init_seconds: float, peak: int, status: str
    ) -> None:
        """An invocation is over; `init_seconds` is 0 where the environment was warm."""
        spent = (seconds + init_seconds) * 1000
        fields = [
            f"REPORT RequestId: {request_id}",
            f"Duration: {seconds * 1000:.2f} ms",
            f"Billed Duration: {math.ceil(spent)} ms",
            f"Memory Size: {self._memory} MB",
            f"Max Memory Used: {peak} MB",
            *([f"Init Duration: {init_seconds * 1000:.2f} ms"] if init_seconds else []),
            *([f"Status: {status}"] if status else []),
        ]
        self.write(f"END RequestId: {request_id}")
        self.write("\t".join(fields))

    def write(self, line: str) -> None:
        """Add a line, on a line of its own even where the function left one unfinished."""
        start = "" if self._is_at_line_start() else "\n"
        self.file.write(f"{start}{line}\n".encode())

    def news(self) -> str:
        """What was written since the last call."""
        return self._reader.read().decode(errors="replace")

    def everything(self) -> str:
        """The whole log so far."""
        return Path(self.file.name).read_text(errors="replace")

    def _is_at_line_start(self) -> bool:
        descriptor = self._reader.fileno()
        size = os.fstat(descriptor).st_size
        return size == 0 or os.pread(descriptor, 1, size - 1) == b"\n"
