"""Whatever a release wrote in the last thirty days is read by this one; what a later one writes is
kept until it can be.

`messages/v1.jsonl` holds a message of each shape and choice that any release could have written: a
dead-letter queue, a parked message and a canary's other half may bring any of them.
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import TypeAdapter

from shared.batch import LAST_RECEIVE, Loop, work
from shared.cases.parked import parked
from shared.errors import UnknownVersionError
from shared.messages import READABLE_VERSIONS, AnyMessage, read
from shared.parking import park_in
from tests import samples
from tests.contract.messages.samples import kept
from tests.contract.messages.samples import samples as samples_of
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import START, Clock, Context

KEPT = kept()
NOW = list(samples_of(TypeAdapter(AnyMessage).json_schema()))
KEEP = "python -m tests.contract.messages.samples"


def test_every_message_of_every_release_is_read_without_loss() -> None:
    for message in KEPT:
        found = read(json.dumps(message))
        told = json.loads(found.model_dump_json())
        assert list(_lost(message, told)) == [], message["kind"]


def test_the_kept_messages_are_of_every_kind_there_is() -> None:
    assert {m["kind"] for m in KEPT} == {m["kind"] for m in NOW}


def test_what_this_release_can_write_is_kept_for_later_ones() -> None:
    known = {json.dumps(message, sort_keys=True) for message in KEPT}
    new = [m["kind"] for m in NOW if json.dumps(m, sort_keys=True) not in known]
    assert not new, f"messages have changed: {KEEP}, and commit what it adds"


@pytest.mark.parametrize("kind", sorted({m["kind"] for m in KEPT}))
def test_a_field_that_a_later_release_adds_does_no_harm(kind: str) -> None:
    message = next(m for m in KEPT if m["kind"] == kind)
    assert read(json.dumps(message | {"a_new_field": {"deep": [1]}})) == read(json.dumps(message))


@pytest.mark.parametrize("message", [KEPT[0] | {"version": 2}, {"version": 99, "kind": "New"}])
def test_a_version_of_the_future_is_tried_again_and_then_parked_whole(
    message: dict[str, Any],
) -> None:
    table, body = samples.table(MemoryDynamoDB()), json.dumps(message)
    loop = Loop(_never, lambda _: None, park_in(table, "escalation", Clock()))
    assert max(READABLE_VERSIONS) < message["version"]
    for receives in range(1, LAST_RECEIVE):
        answer = work(loop, samples.batch(body, receives=receives), Context())
        assert answer["batchItemFailures"] == [{"itemIdentifier": "0"}]
    answer = work(loop, samples.batch(body, receives=LAST_RECEIVE), Context())
    assert answer["batchItemFailures"] == []
    (item,) = [it for brand in (None, "a") for it in parked(table, brand, START)]
    assert (item.reason, item.body) == ("unknown_version", body)


def test_a_kind_of_the_future_is_parked_whole_at_once() -> None:
    body = json.dumps({"version": 1, "kind": "New", "brand": "a"})
    table = samples.table(MemoryDynamoDB())
    loop = Loop(_never, lambda _: None, park_in(table, "escalation", Clock()))
    assert work(loop, samples.batch(body), Context())["batchItemFailures"] == []
    (item,) = parked(table, "a", START)
    assert (item.reason, item.body) == ("malformed_message", body)


def test_a_version_of_the_future_is_named() -> None:
    with pytest.raises(UnknownVersionError, match="version 2"):
        read(json.dumps(KEPT[0] | {"version": 2}))


def _never(*_: object) -> Any:  # noqa: ANN401
    raise AssertionError("it can't be read")


def _lost(written: Any, found: Any, path: str = "") -> Iterator[str]:  # noqa: ANN401 - JSON
    """What stood in a message and isn't in what was read of it."""
    if isinstance(written, dict):
        for name, value in written.items():
            if not isinstance(found, dict) or name not in found:
                yield f"{path}.{name}"
            else:
                yield from _lost(value, found[name], f"{path}.{name}")
    elif isinstance(written, list):
        for number, value in enumerate(written):
            yield from _lost(value, found[number], f"{path}[{number}]")
    elif written != found:
        yield path
