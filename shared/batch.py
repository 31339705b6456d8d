"""The one loop over a queue's batch: each record ends as done, given back, or parked.

A stage hands in what to do with one message, and how to send what a whole batch wants sent, in one
go. Lambda takes back the records that `work` names, and no others. Near the function's time limit
no new record is started.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import Any

from shared.errors import Erased, MalformedMessageError, Park
from shared.faults import reason_of, where
from shared.given_back import facts, given_back
from shared.messages import AnyMessage, read
from shared.observability import Line, log
from shared.queues import Outgoing
from shared.readable import messages_in
from shared.records import Record, event_id_of, read_record

RESERVE_MILLISECONDS = 3_000  # enough to send, to log and to answer, after a record of our own
LAST_RECEIVE = 4  # of five (template.yaml, maxReceiveCount): the fifth belongs to the unforeseen

type Answer = dict[str, list[dict[str, str]]]


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a record: its log line, and what is to be sent because of it."""

    line: Line
    outgoing: tuple[Outgoing, ...] = ()


@dataclass(frozen=True, slots=True)
class Loop:
    """How a stage works a batch off. `is_ordered`: a failure holds back its group's later ones.

    `reserve_milliseconds`: no record is started with less left of the function's time. `foresee`
    may read in one go what the messages of a batch ask for, for as long as its block lasts.
    `defer` puts off what there was no time to begin, and burns no receive; None: it is given back.
    """

    handle: Callable[[AnyMessage, Record], Done]
    finish: Callable[[Sequence[Outgoing]], None]
    park: Callable[[Record, Park], None]
    is_ordered: bool = False
    reserve_milliseconds: int = RESERVE_MILLISECONDS
    foresee: Callable[[Sequence[AnyMessage]], AbstractContextManager[None]] | None = None
    defer: Callable[[AnyMessage], Done | None] | None = None


@dataclass(slots=True)
class _Progress:
    failed: list[str] = field(default_factory=list)
    held_groups: set[str] = field(default_factory=set)
    done: list[tuple[Record, Done]] = field(default_factory=list)


def work(loop: Loop, event: dict[str, Any], context: Any) -> Answer:  # noqa: ANN401 - Lambda's
    """Work a batch off; the answer names the records that SQS must deliver again."""
    records, progress = [read_record(raw) for raw in event["Records"]], _Progress()
    with loop.foresee(messages_in(records)) if loop.foresee else nullcontext():
        _work_all(loop, records, progress, context)
    _finish(loop, progress)
    return {"batchItemFailures": [{"itemIdentifier": i} for i in progress.failed]}


def _work_all(loop: Loop, records: Sequence[Record], progress: _Progress, context: Any) -> None:  # noqa: ANN401
    for record in records:
        left = context.get_remaining_time_in_millis()
        if loop.is_ordered and record.group in progress.held_groups:
            _give_back(record, progress)
        elif left >= loop.reserve_milliseconds:
            _work_one(loop, record, progress)
        elif (
            loop.defer is None or left < RESERVE_MILLISECONDS or not _defer(loop, record, progress)
        ):
            _give_back(record, progress)


def _work_one(loop: Loop, record: Record, progress: _Progress) -> None:
    began = monotonic()
    try:
        done = _handle(loop, record)
    except Exception as error:
        given_back(record, error)
        _give_back(record, progress)
    else:
        line = replace(done.line, duration_seconds=round(monotonic() - began, 3), **facts(record))
        progress.done.append((record, replace(done, line=line)))


def _defer(loop: Loop, record: Record, progress: _Progress) -> bool:
    try:
        done = loop.defer(read(record.body)) if loop.defer else None
    except Exception as error:
        given_back(record, error)
        return False
    if done is not None:
        progress.done.append((record, replace(done, line=replace(done.line, **facts(record)))))
    return done is not None


def _handle(loop: Loop, record: Record) -> Done:
    """Do one record; what can't ever be done, or was tried too often, is parked."""
    try:
        return _handle_or_park(loop, record)
    except Erased:
        return Done(Line("erased", correlation_id=event_id_of(record.body)))


def _handle_or_park(loop: Loop, record: Record) -> Done:
    try:
        return loop.handle(read(record.body), record)
    except Erased:
        raise
    except Exception as error:
        park = _park_for(error, record)
        if park is None:
            raise
        loop.park(record, park)
        return Done(Line("parked", park.reason, event_id_of(record.body), remedy=_PARKED_REMEDY))


_PARKED_REMEDY = "sixday dlq list shows it and why; mend the cause, then sixday dlq redrive"


def _park_for(error: Exception, record: Record) -> Park | None:
    if isinstance(error, Park):
        return error
    if isinstance(error, MalformedMessageError):
        return Park("malformed_message", str(error))
    return None if record.receive_count < LAST_RECEIVE else Park(reason_of(error), where(error))


def _finish(loop: Loop, progress: _Progress) -> None:
    """Send for the whole batch; if that fails, every record of it is delivered again."""
    try:
        loop.finish([message for _, done in progress.done for message in done.outgoing])
    except Exception as error:
        for record, _ in progress.done:
            given_back(record, error)
            _give_back(record, progress)
    else:
        for _, done in progress.done:
            log(done.line)


def _give_back(record: Record, progress: _Progress) -> None:
    progress.failed.append(record.record_id)
    progress.held_groups.add(record.group)
