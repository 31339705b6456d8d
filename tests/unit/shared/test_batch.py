"""Each record of a batch ends as done, given back or parked, and never otherwise."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from shared.batch import LAST_RECEIVE, RESERVE_MILLISECONDS, Done, Loop, work
from shared.errors import NotSentError, Park, RetryLater
from shared.messages import AnyMessage, CaseDue
from shared.observability import Line
from shared.queues import Outgoing
from shared.records import Record
from tests import samples
from tests.fakes.time import START, Context


def due(number: int) -> CaseDue:
    return CaseDue(event_id=f"e-{number}", brand="acme", case_id=f"c-{number}", due_at=START)


THREE = tuple(due(number) for number in range(3))


@dataclass
class Stage:
    """A stage that breaks where a test says: `breaks` by event id, `finish_breaks` at the end."""

    breaks: dict[str, Exception] = field(default_factory=dict)
    finish_breaks: Exception | None = None
    park_breaks: Exception | None = None
    handled: list[str] = field(default_factory=list)
    sent: list[str] = field(default_factory=list)
    parked: list[tuple[str, str, str]] = field(default_factory=list)

    def run(
        self,
        event: Any,  # noqa: ANN401 - Lambda's
        context: Context | None = None,
        *,
        is_ordered: bool = False,
        reserve: int = RESERVE_MILLISECONDS,
    ) -> list[str]:
        """The ids of the records that SQS must deliver again."""
        loop = Loop(self._handle, self._finish, self._park, is_ordered, reserve)
        answer = work(loop, event, context or Context())
        return [failure["itemIdentifier"] for failure in answer["batchItemFailures"]]

    def _handle(self, message: AnyMessage, _record: Record) -> Done:
        if message.event_id in self.breaks:
            raise self.breaks[message.event_id]
        self.handled.append(message.event_id)
        return Done(Line("done"), (Outgoing("https://q", message.event_id, "acme"),))

    def _finish(self, outgoing: Sequence[Outgoing]) -> None:
        if self.finish_breaks:
            raise self.finish_breaks
        self.sent += [message.body for message in outgoing]

    def _park(self, record: Record, why: Park) -> None:
        if self.park_breaks:
            raise self.park_breaks
        self.parked.append((record.record_id, why.reason, why.detail))


def test_a_batch_is_done_in_order_and_sent_together() -> None:
    stage = Stage()
    assert stage.run(samples.batch(*THREE)) == []
    assert stage.handled == stage.sent == ["e-0", "e-1", "e-2"]


def test_only_what_failed_is_given_back() -> None:
    stage = Stage({"e-1": RuntimeError()})
    assert stage.run(samples.batch(*THREE)) == ["1"]
    assert stage.sent == ["e-0", "e-2"]


def test_no_record_is_started_near_the_time_limit() -> None:
    context = Context(RESERVE_MILLISECONDS + 1_500, cost_milliseconds=1_000)
    stage = Stage()
    assert stage.run(samples.batch(*THREE), context) == ["2"]
    assert stage.sent == ["e-0", "e-1"]


def test_a_stage_whose_records_take_long_stops_earlier() -> None:
    context = Context(RESERVE_MILLISECONDS + 20_500, cost_milliseconds=1_000)
    stage = Stage()
    reserve = RESERVE_MILLISECONDS + 20_000
    assert stage.run(samples.batch(*THREE), context, reserve=reserve) == ["1", "2"]
    assert stage.sent == ["e-0"]


def test_a_failure_holds_back_its_group_and_no_other() -> None:
    batch = samples.batch(*(due(n) for n in range(5)), groups=("a", "b", "a", "b", "a"))
    stage = Stage({"e-0": RetryLater("limit")})
    assert stage.run(batch, is_ordered=True) == ["0", "2", "4"]
    assert stage.sent == ["e-1", "e-3"]


def test_a_record_that_time_held_back_holds_back_its_group() -> None:
    batch = samples.batch(*THREE, groups=("a", "a", "b"))
    context = Context(RESERVE_MILLISECONDS - 1)
    assert Stage().run(batch, context, is_ordered=True) == ["0", "1", "2"]


def test_a_standard_queue_holds_nothing_back() -> None:
    stage = Stage({"e-0": RetryLater("limit")})
    assert stage.run(samples.batch(*THREE)) == ["0"]


@pytest.mark.parametrize(
    ("receives", "given_back", "parked"),
    [(1, ["0"], []), (LAST_RECEIVE - 1, ["0"], []), (LAST_RECEIVE, [], ["KeyError"])],
)
def test_what_fails_again_and_again_is_parked_before_the_dead_letter_queue(
    receives: int, given_back: list[str], parked: list[str]
) -> None:
    stage = Stage({"e-0": KeyError("name@example.com")})
    assert stage.run(samples.batch(due(0), receives=receives)) == given_back
    assert [reason for _, reason, _ in stage.parked] == parked


def test_a_parked_error_tells_where_and_not_what() -> None:
    stage = Stage({"e-0": KeyError("name@example.com")})
    stage.run(samples.batch(due(0), receives=LAST_RECEIVE))
    ((_, _, detail),) = stage.parked
    assert detail.startswith("test_batch.py:")
    assert "example" not in detail


def test_who_says_park_is_parked_at_once_and_the_rest_goes_on() -> None:
    stage = Stage({"e-1": Park("no_such_case", "c-1")})
    assert stage.run(samples.batch(*THREE)) == []
    assert stage.parked == [("1", "no_such_case", "c-1")]
    assert stage.sent == ["e-0", "e-2"]


@pytest.mark.parametrize(
    "body", ["", "no JSON", "[]", "{}", '{"kind": "CaseDue", "version": 1}', '{"version": 1}']
)
def test_what_is_no_message_is_parked_at_once(body: str) -> None:
    stage = Stage()
    assert stage.run(samples.batch(body)) == []
    assert [reason for _, reason, _ in stage.parked] == ["malformed_message"]


@pytest.mark.parametrize("version", ["2", '"2"', "[1]", "null"])
def test_an_unknown_version_is_tried_later_and_then_parked_never_dropped(version: str) -> None:
    body = due(0).model_dump_json().replace('"version":1', f'"version":{version}')
    assert '"version":1' not in body
    stage = Stage()
    assert stage.run(samples.batch(body)) == ["0"]
    assert stage.run(samples.batch(body, receives=LAST_RECEIVE)) == []
    assert [reason for _, reason, _ in stage.parked] == ["unknown_version"]


def test_what_cannot_be_parked_is_given_back() -> None:
    stage = Stage({"e-0": Park("no_such_case")}, park_breaks=ConnectionError())
    assert stage.run(samples.batch(due(0))) == ["0"]


def test_what_was_not_sent_gives_the_whole_batch_back() -> None:
    stage = Stage({"e-1": RuntimeError()}, finish_breaks=NotSentError(1, "InternalError"))
    assert sorted(stage.run(samples.batch(*THREE))) == ["0", "1", "2"]


@pytest.mark.parametrize(
    "fault",
    [
        lambda: Stage({"e-0": ValueError("Ana Pérez wrote: my modem is dead")}),
        lambda: Stage(finish_breaks=ValueError("Ana Pérez wrote: my modem is dead")),
        lambda: Stage(
            {"e-0": Park("unreadable")}, park_breaks=ValueError("Ana Pérez wrote: my modem is dead")
        ),
    ],
)
def test_an_errors_own_words_are_not_logged(
    fault: Callable[[], Stage], capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    assert fault().run(samples.batch(due(0))) == ["0"]
    written = capsys.readouterr().out + caplog.text
    assert "ValueError" in written
    assert "Ana" not in written
    assert "modem" not in written


@pytest.mark.parametrize("receives", [1, LAST_RECEIVE])
def test_the_line_about_what_failed_names_its_event(
    receives: int, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    Stage({"e-0": KeyError()}).run(samples.batch(due(0), receives=receives))
    written = capsys.readouterr().out + "".join(str(vars(r)) for r in caplog.records)
    assert "correlation_id" in written
    assert "e-0" in written
