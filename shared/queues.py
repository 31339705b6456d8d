"""Send, or raise: SQS reports failures inside an answer that is a 200."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from shared.errors import NotSentError

MAX_ENTRIES = 10  # of one SendMessageBatch
MAX_BATCH_BYTES = 256_000  # SQS takes 1 MiB now; older endpoints 256 KiB


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message to be sent. `deduplication_id` is for FIFO queues only, a delay for others."""

    queue_url: str
    body: str
    group: str
    deduplication_id: str | None = None
    delay_seconds: int = 0


class SendsBatches(Protocol):
    """What of the SQS client is used here."""

    def send_message_batch(
        self,
        *,
        QueueUrl: str,  # noqa: N803 - AWS's names
        Entries: list[dict[str, Any]],  # noqa: N803
    ) -> dict[str, Any]: ...


def send(sqs: SendsBatches, messages: Sequence[Outgoing]) -> None:
    """Send all messages, in order, ten a call.

    Raises:
        NotSentError: SQS refused at least one. What it took stays sent: readers drop repetitions.
    """
    for queue_url, batch in _batches(messages):
        answer = sqs.send_message_batch(
            QueueUrl=queue_url, Entries=[_entry(i, m) for i, m in enumerate(batch)]
        )
        _raise_if_refused(answer.get("Failed", []))


def _batches(messages: Sequence[Outgoing]) -> Iterator[tuple[str, list[Outgoing]]]:
    batch: list[Outgoing] = []
    for message in messages:
        if batch and not _fits(batch, message):
            yield batch[0].queue_url, batch
            batch = []
        batch.append(message)
    if batch:
        yield batch[0].queue_url, batch


def _fits(batch: list[Outgoing], message: Outgoing) -> bool:
    size_bytes = sum(len(m.body.encode()) for m in (*batch, message))
    same_queue = batch[0].queue_url == message.queue_url
    return same_queue and len(batch) < MAX_ENTRIES and size_bytes <= MAX_BATCH_BYTES


def _entry(index: int, message: Outgoing) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "Id": str(index),
        "MessageBody": message.body,
        "MessageGroupId": message.group[:128],  # SQS's limit
    }
    if message.deduplication_id is not None:
        entry["MessageDeduplicationId"] = message.deduplication_id[:128]
    if message.delay_seconds:
        entry["DelaySeconds"] = message.delay_seconds
    return entry


def _raise_if_refused(failed: list[dict[str, Any]]) -> None:
    if failed:
        raise NotSentError(len(failed), str(failed[0].get("Code", "unknown")))
