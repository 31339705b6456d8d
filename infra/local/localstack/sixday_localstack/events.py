"""What passes between Lambda and a function's process."""

import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Invocation:
    """One call of the function; `payload` is JSON, `seconds` what it may take."""

    request_id: str
    arn: str
    payload: bytes
    trace_id: str
    seconds: float

    def headers(self) -> dict[str, str]:
        """What the Runtime API tells of an invocation beside its payload."""
        return {
            "Content-Type": "application/json",
            "Lambda-Runtime-Aws-Request-Id": self.request_id,
            "Lambda-Runtime-Deadline-Ms": str(int((time.time() + self.seconds) * 1000)),
            "Lambda-Runtime-Invoked-Function-Arn": self.arn,
            "Lambda-Runtime-Trace-Id": self.trace_id,
        }


@dataclass(frozen=True)
class Ready:
    """The function's module is imported: the process asked for its first invocation."""


@dataclass(frozen=True)
class Answer:
    """What the function returned or, where `error_type` is set, raised; JSON as posted."""

    payload: bytes
    error_type: str = ""


@dataclass(frozen=True)
class InitError:
    """The function could not be imported; `payload` is JSON as posted."""

    payload: bytes
    error_type: str


@dataclass(frozen=True)
class Exit:
    """The process ended; `code` as in subprocess, below zero for a signal."""

    code: int


Event = Ready | Answer | InitError | Exit
