"""The one loop over a queue's batch: each record ends as done, given back, or parked.

A stage hands in what to do with one message, and how to send what a whole batch wants sent, in one
go. Lambda takes back the records that `work` names, and no others. Near the function's time limit
no new record is started.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import monotonic
from typing import Any

from shared.clock import utc_now
from shared.errors import MalformedMessageError, Park, RetryLater, UnknownVersionError
from shared.messages import AnyMessage, read
from shared.observability import Line, log
from shared.queues import Outgoing
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

    `reserve_milliseconds`: no record is started with less left of the function's time.
    """

    handle: Callable[[AnyMessage, Record], Done]
    finish: Callable[[Sequence[Outgoing]], None]
    park: Callable[[Record, Park], None]
    is_ordered: bool = False
    reserve_milliseconds: int = RESERVE_MILLISECONDS


@dataclass(slots=True)
class _Progress:
    failed: list[str] = field(default_factory=list)
    held_groups: set[str] = field(default_factory=set)
    done: list[tuple[Record, Done]] = field(default_factory=list)


def work(loop: Loop, event: dict[str, Any], context: Any) -> Answer:  # noqa: ANN401 - Lambda's
    """Work a batch off; the answer names the records that SQS must deliver again."""
    progress = _Progress()
    for record in map(read_record, event["Records"]):
        is_held = loop.is_ordered and record.group in progress.held_groups
        if is_held or context.get_remaining_time_in_millis() < loop.reserve_milliseconds:
            _give_back(record, progress)
        else:
            _work_one(loop, record, progress)
    _finish(loop, progress)
    return {"batchItemFailures": [{"itemIdentifier": i} for i in progress.failed]}


def _work_one(loop: Loop, record: Record, progress: _Progress) -> None:
    began = monotonic()
    try:
        done = _handle(loop, record)
    except Exception as error:
        _log_given_back(record, error)
        _give_back(record, progress)
    else:
        line = replace(done.line, duration_seconds=round(monotonic() - began, 3), **_facts(record))
        progress.done.append((record, replace(done, line=line)))


def _handle(loop: Loop, record: Record) -> Done:
    """Do one record; what can't ever be done, or was tried too often, is parked."""
    try:
        return loop.handle(read(record.body), record)
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
    return None if record.receive_count < LAST_RECEIVE else Park(_reason(error), _where(error))


def _finish(loop: Loop, progress: _Progress) -> None:
    """Send for the whole batch; if that fails, every record of it is delivered again."""
    try:
        loop.finish([message for _, done in progress.done for message in done.outgoing])
    except Exception as error:
        for record, _ in progress.done:
            _log_given_back(record, error)
            _give_back(record, progress)
    else:
        for _, done in progress.done:
            log(done.line)


def _give_back(record: Record, progress: _Progress) -> None:
    progress.failed.append(record.record_id)
    progress.held_groups.add(record.group)


def _log_given_back(record: Record, error: Exception) -> None:
    is_expected = isinstance(error, RetryLater)
    remedy = None if is_expected else f"{_where(error)}; SQS delivers it again, then it is parked"
    event_id = event_id_of(record.body)
    line = Line("given_back", _reason(error), event_id, remedy=remedy, **_facts(record))
    log(line, level="warning" if is_expected else "error")


def _facts(record: Record) -> dict[str, Any]:
    age = record.age_seconds(utc_now())
    return {"attempt": record.receive_count, "queue_age_seconds": age}


def _reason(error: Exception) -> str:
    match error:
        case RetryLater():
            return error.reason
        case UnknownVersionError():
            return "unknown_version"
    return type(error).__name__


def _where(error: Exception) -> str:
    """File and line, and never the error's own words: they may quote a customer."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "nowhere"
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
