"""Sent is what SQS confirmed, each message of it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.errors import NotSentError
from shared.queues import MAX_BATCH_BYTES, Outgoing, send
from tests.fakes.aws import MemoryQueues


def messages(count: int, **given_: Any) -> list[Outgoing]:  # noqa: ANN401
    plain = {"queue_url": "https://sqs.test/one", "group": "acme"}
    return [Outgoing(**{**plain, "body": f'"{n}"', **given_}) for n in range(count)]


def sizes(queues: MemoryQueues) -> list[int]:
    return [len(batch) for _, batch in queues.calls]


@pytest.mark.parametrize("refused", [frozenset({0}), frozenset({9}), frozenset({0, 4})])
def test_a_failure_within_a_200_is_a_failure(refused: frozenset[int]) -> None:
    with pytest.raises(NotSentError, match="InternalError") as failure:
        send(MemoryQueues(refused), messages(10))
    assert failure.value.failed == len(refused)


def test_nothing_calls_nobody() -> None:
    queues = MemoryQueues()
    send(queues, [])
    assert not queues.calls


@given(st.integers(1, 35))
def test_all_are_sent_in_order_ten_a_call(count: int) -> None:
    queues = MemoryQueues()
    send(queues, messages(count))
    assert queues.bodies == [str(n) for n in range(count)]
    assert sizes(queues) == [10] * (count // 10) + ([count % 10] if count % 10 else [])


def test_what_is_too_large_together_goes_apart() -> None:
    queues = MemoryQueues()
    third = "ø" * (MAX_BATCH_BYTES // 6)  # two bytes each
    send(queues, messages(4, body=third))
    assert sizes(queues) == [3, 1]


def test_two_queues_get_their_own() -> None:
    queues = MemoryQueues()
    send(queues, messages(2) + messages(1, queue_url="https://sqs.test/two") + messages(1))
    urls = [url.rsplit("/", 1)[1] for url, _ in queues.calls]
    assert urls == ["one", "two", "one"]


def test_a_fifo_queue_gets_its_deduplication_id_and_others_none() -> None:
    queues = MemoryQueues()
    send(queues, messages(1, deduplication_id="d" * 200, group="g" * 200) + messages(1))
    first, second = (entry for _, batch in queues.calls for entry in batch)
    assert (first["MessageDeduplicationId"], first["MessageGroupId"]) == ("d" * 128, "g" * 128)
    assert "MessageDeduplicationId" not in second
