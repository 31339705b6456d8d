"""One event's way through all stages: table and logs merged into one list of steps. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Literal

from infra.ops.ending import retry_of
from infra.ops.event_file import EventFile
from infra.ops.logs import LogLine
from shared.cases.items import Entry, Reply

_TOLD = {
    "rule": "rule {}",
    "attempt": "attempt {}",
    "queue_age_seconds": "queued {} s",
    "duration_seconds": "took {} s",
}


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened. `source`: by whose word."""

    at: datetime
    where: str
    what: str
    why: str = ""
    remedy: str = ""
    source: Literal["table", "log"] = "table"


def steps(event: EventFile, lines: list[LogLine]) -> list[Step]:
    """Everything that happened to the event, oldest first."""
    found = [*_of_table(event), *map(_of_line, lines)]
    return sorted(found, key=lambda step: step.at)


def gaps_ms(found: list[Step]) -> list[int | None]:
    """How long after the step before each one came."""
    later = pairwise(found)
    return [None, *(round((b.at - a.at).total_seconds() * 1000) for a, b in later)][: len(found)]


def _of_table(event: EventFile) -> Iterator[Step]:
    for entry in event.entries:
        yield from _of_entry(entry)
    for reply in event.replies:
        yield from _of_reply(reply)
    for parked in event.parked:
        why = f"{parked.reason}: {parked.detail}".rstrip(": ")
        yield Step(parked.at, parked.stage, "parked", why, retry_of(parked))


def _of_entry(entry: Entry) -> Iterator[Step]:
    if entry.what.startswith("post "):
        yield Step(entry.at, "platform", entry.what)
    said = ", ".join(part for part in (entry.by, entry.why) if part)
    yield Step(entry.recorded_at, "escalation", f"recorded: {entry.what}", said)


def _of_reply(reply: Reply) -> Iterator[Step]:
    yield Step(reply.planned_at, "escalation", "reply planned", reply.situation)
    if reply.sending_at:
        yield Step(reply.sending_at, "dispatch", "sending", f"attempt {reply.attempt}")
    if reply.settled_at:
        at = reply.platform_id and f"as {reply.platform_id}"
        yield Step(reply.settled_at, "dispatch", f"reply {reply.state}", reply.reason or at or "")


def _of_line(line: LogLine) -> Step:
    fields = line.fields
    facts = [said.format(fields[name]) for name, said in _TOLD.items() if name in fields]
    return Step(
        at=line.at,
        where=line.function,
        what=str(fields.get("outcome", fields.get("message", ""))),
        why=", ".join(filter(None, [str(fields.get("reason", "")), *facts])),
        remedy=str(fields.get("remedy", "")),
        source="log",
    )
