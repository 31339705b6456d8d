"""Waits for what comes of an event."""

import time
from collections.abc import Callable

from infra.ops import event_file
from infra.ops.deployment import Deployment
from infra.ops.ending import Ending, ending
from infra.ops.event_file import EventFile

POLL_SECONDS = 0.3


def until_final(
    deployment: Deployment,
    event_id: str,
    seconds: float,
    look: Callable[[Deployment, str], EventFile] = event_file.read,
) -> tuple[EventFile, Ending]:
    """What came of the event, or how far it got in that time."""
    deadline = time.monotonic() + seconds
    while True:
        found = look(deployment, event_id)
        end = ending(found)
        if end.is_final or time.monotonic() > deadline:
            return found, end
        time.sleep(POLL_SECONDS)


def until_known(
    deployment: Deployment,
    event_id: str,
    seconds: float,
    look: Callable[[Deployment, str], EventFile] = event_file.read,
) -> EventFile:
    """What the table knows of the event, as soon as it knows anything, or when time is up."""
    deadline = time.monotonic() + seconds
    while True:
        found = look(deployment, event_id)
        if found.is_known or time.monotonic() > deadline:
            return found
        time.sleep(POLL_SECONDS)
