"""Handlers that do what a function may do wrong, or tell what they see. Run on LocalStack only."""

import base64
import os
import sys
import time
from pathlib import Path
from typing import Any

Event = dict[str, Any]
calls = 0
print("imported")


def echo(event: Event, context: Any) -> Event:  # noqa: ANN401 - Lambda's own
    """Return the event and what the context knows."""
    return {
        "event": event,
        "arn": context.invoked_function_arn,
        "request_id": context.aws_request_id,
        "left": context.get_remaining_time_in_millis(),
    }


def count(_event: Event, _context: object) -> Event:
    """Count the calls of this process, and name it."""
    global calls
    calls += 1
    return {"calls": calls, "process": os.getpid()}


def surroundings(_event: Event, _context: object) -> Event:
    """Tell the environment, the import path and what can't be imported."""
    return {
        "environment": dict(os.environ),
        "path": sys.path,
        "folder": str(Path.cwd()),
        "has_localstack": has_module("localstack"),
    }


def has_module(name: str) -> bool:
    """Whether `name` could be imported."""
    try:
        __import__(name)
    except ImportError:
        return False
    return True


def talk(event: Event, _context: object) -> None:
    """Print lines to both streams, the last one unfinished."""
    print(event["say"])
    print("to stderr", file=sys.stderr)
    print("unfinished", end="")


def sleep(event: Event, _context: object) -> Event:
    """Take its time."""
    print("falling asleep")
    time.sleep(event["seconds"])
    return {"process": os.getpid()}


def fail(_event: Event, _context: object) -> None:
    """Raise."""
    raise ValueError("no such thing")


def leave(event: Event, _context: object) -> Event:
    """End the process with a code, or go on where there is none."""
    if "code" in event:
        os._exit(event["code"])
    return {"process": os.getpid()}


def kill(_event: Event, _context: object) -> None:
    """End as one that takes too much memory does."""
    os.kill(os.getpid(), 9)


def large(event: Event, _context: object) -> str:
    """Return so many bytes."""
    size: int = event["bytes"]
    return "x" * size


def binary(event: Event, _context: object) -> Event:
    """Return every byte there is, turned round, as base64."""
    body = base64.b64decode(event["body"])
    return {"body": base64.b64encode(body[::-1]).decode(), "isBase64Encoded": True}
