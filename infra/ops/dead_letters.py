"""What reached a dead-letter queue: nobody foresaw it. Looked at, sent again, taken away."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from infra.ops import logs
from infra.ops.backlog import READERS
from infra.ops.deployment import Deployment
from infra.ops.stopped import Stopped
from shared.errors import Park
from shared.parking import as_parked
from shared.records import Record, event_id_of, read_record

HOLD_SECONDS = 120  # out of everybody else's sight while somebody works on them
_MOST = 10_000  # SQS hides at most 20,000 of a FIFO queue at once
_BATCH = 10
_UNFORESEEN = "received_too_often"


@dataclass(slots=True)
class Letters:
    """One dead-letter queue's messages, held; what isn't taken away is let go at the end."""

    sqs: Any
    url: str
    stage: str
    held: dict[str, dict[str, Any]] = field(default_factory=dict)  # by receipt

    def take_away(self, receipt: str) -> None:
        self.sqs.delete_message(QueueUrl=self.url, ReceiptHandle=receipt)
        self.held.pop(receipt, None)

    def let_go(self) -> None:
        receipts = list(self.held)
        for start in range(0, len(receipts), _BATCH):
            entries = [
                {"Id": str(number), "ReceiptHandle": receipt, "VisibilityTimeout": 0}
                for number, receipt in enumerate(receipts[start : start + _BATCH])
            ]
            self.sqs.change_message_visibility_batch(QueueUrl=self.url, Entries=entries)


@contextmanager
def held(deployment: Deployment, stage: str | None = None) -> Iterator[list[Stopped]]:
    """Every dead letter of a stage, or of all, oldest first; hidden from others meanwhile.

    Of a FIFO queue SQS shows ten of one conversation at a time: ask again for its others.
    """
    boxes = [_box(deployment, reader) for reader in READERS if stage in {None, reader}]
    try:
        yield sorted(
            (one for box in boxes for one in _read(deployment, box)), key=lambda one: one.item.at
        )
    finally:
        for box in boxes:
            box.let_go()


def _box(deployment: Deployment, reader: str) -> Letters:
    sqs = deployment.client("sqs")
    name = deployment.queue(reader, is_dead_letter=True)
    return Letters(sqs, sqs.get_queue_url(QueueName=name)["QueueUrl"], reader)


def _read(deployment: Deployment, box: Letters) -> Iterator[Stopped]:
    while len(box.held) < _MOST and (messages := _receive(box)):
        box.held |= {message["ReceiptHandle"]: message for message in messages}
    if not box.held:
        return
    reasons = _reasons(deployment, box)
    for receipt, message in list(box.held.items()):
        yield _stopped(box, receipt, _record(message), reasons)


def _receive(box: Letters) -> list[dict[str, Any]]:
    answer = box.sqs.receive_message(
        QueueUrl=box.url,
        MaxNumberOfMessages=_BATCH,
        VisibilityTimeout=HOLD_SECONDS,
        WaitTimeSeconds=1,  # asks every server of SQS: without it a full queue may look empty
        MessageSystemAttributeNames=["All"],
    )
    found: list[dict[str, Any]] = answer.get("Messages", [])
    return found


def _record(message: dict[str, Any]) -> Record:
    named = {"messageId": message["MessageId"], "body": message["Body"]}
    return read_record({**named, "attributes": message.get("Attributes", {})})


def _reasons(deployment: Deployment, box: Letters) -> dict[str, tuple[str, str]]:
    """By event: the last reason that its stage logged for giving it back, and what to do."""
    since = min(_record(message).sent_at for message in box.held.values())
    lines = logs.lines_of(deployment, box.stage, "given_back", since)
    found = {str(line.fields.get("correlation_id")): line.fields for line in lines}
    return {
        event_id: (str(fields.get("reason", "")), str(fields.get("remedy", "")))
        for event_id, fields in found.items()
    }


def _stopped(
    box: Letters, receipt: str, record: Record, reasons: dict[str, tuple[str, str]]
) -> Stopped:
    unforeseen = (_UNFORESEEN, f"no line of its failure: {box.stage} may not even have started")
    reason, detail = reasons.get(event_id_of(record.body) or "", unforeseen)
    item = as_parked(record, Park(reason, detail), box.stage, record.sent_at)
    return Stopped(item, "dead letter", lambda: box.take_away(receipt), group=record.group)
