"""What Lambda says when a function doesn't answer, in its own words.

As described for the Lambda Runtime API and seen on AWS: the payload of the invocation and the
line in the function's log.
"""

import json
import signal
from dataclasses import dataclass
from datetime import UTC, datetime

from sixday_localstack.events import Answer, Event, Exit, InitError

RESPONSE_BYTES = 6_291_556  # Lambda's limit: 6 MiB and 100 bytes


@dataclass(frozen=True)
class Outcome:
    """How an invocation ended; `error_type` is empty where the function returned."""

    payload: bytes
    error_type: str = ""
    status: str = ""  # of the runtime, not the function: empty, "error" or "timeout"
    line: str = ""  # what Lambda itself writes to the log about it
    is_fatal: bool = False  # the process can't be used again


def outcome(event: Event | None, request_id: str, seconds: float) -> Outcome:
    """What `event` means to the caller; None means that `seconds` passed without one."""
    match event:
        case Answer(payload, "") if len(payload) > RESPONSE_BYTES:
            return _too_large(payload)
        case Answer(payload, ""):
            return Outcome(payload)
        case Answer(payload, error_type):
            return Outcome(payload, error_type)
        case InitError(payload, error_type):
            return Outcome(payload, error_type, "error", is_fatal=True)
        case Exit(code):
            return _exited(code, request_id)
    return _timed_out(request_id, seconds)


def _too_large(payload: bytes) -> Outcome:
    error_type = "Function.ResponseSizeTooLarge"
    message = (
        f"Response payload size ({len(payload)} bytes) exceeded maximum allowed payload size "
        f"({RESPONSE_BYTES} bytes)."
    )
    return Outcome(_payload(error_type, message), error_type, "error", message)


def _exited(code: int, request_id: str) -> Outcome:
    error_type = "Runtime.ExitError"
    message = f"RequestId: {request_id} Error: {_last_words(code)}"
    line = f"{message}\n{error_type}"
    return Outcome(_payload(error_type, message), error_type, "error", line, is_fatal=True)


def _last_words(code: int) -> str:
    if code == 0:
        return "Runtime exited without providing a reason"
    if code < 0:
        return f"Runtime exited with error: signal: {str(signal.strsignal(-code)).lower()}"
    return f"Runtime exited with error: exit status {code}"


def _timed_out(request_id: str, seconds: float) -> Outcome:
    error_type = "Sandbox.Timedout"
    fact = f"Task timed out after {seconds:.2f} seconds"
    now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    payload = _payload(error_type, f"RequestId: {request_id} Error: {fact}")
    line = f"{now} {request_id} {fact}"
    return Outcome(payload, error_type, "timeout", line, is_fatal=True)


def _payload(error_type: str, message: str) -> bytes:
    return json.dumps({"errorType": error_type, "errorMessage": message}).encode()
