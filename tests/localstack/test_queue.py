"""SQS on LocalStack keeps the contract that the queue in memory keeps."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from pytest_localstack.session import RunningSession

from tests.contract.queue_contract import HIDDEN_SECONDS, MOST_RECEIVES, Got, QueueContract

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient

pytestmark = pytest.mark.localstack


@dataclass
class Real:
    """A queue of LocalStack's, and its dead letters."""

    client: "SQSClient"
    url: str
    dead_url: str

    def send(self, body: str, group: str = "g", once: str | None = None) -> None:
        entry: Any = {"Id": "0", "MessageBody": body, "MessageGroupId": group}
        entry |= {"MessageDeduplicationId": once} if once else {}
        answer = self.client.send_message_batch(QueueUrl=self.url, Entries=[entry])
        assert not answer.get("Failed")

    def receive(self) -> list[Got]:
        answer = self.client.receive_message(
            QueueUrl=self.url,
            MaxNumberOfMessages=10,
            WaitTimeSeconds=0,
            MessageSystemAttributeNames=["ApproximateReceiveCount"],
        )
        return [
            Got(m["ReceiptHandle"], m["Body"], int(m["Attributes"]["ApproximateReceiveCount"]))
            for m in answer.get("Messages", [])
        ]

    def delete(self, got: Got) -> None:
        self.client.delete_message(QueueUrl=self.url, ReceiptHandle=got.handle)

    def pass_by(self, seconds: float) -> None:
        time.sleep(seconds)

    def dead(self) -> list[str]:
        answer = self.client.receive_message(QueueUrl=self.dead_url, MaxNumberOfMessages=10)
        return [message["Body"] for message in answer.get("Messages", [])]


@pytest.fixture(scope="module")
def sqs(aws: RunningSession) -> "SQSClient":
    client: SQSClient = aws.boto3.client("sqs")
    return client


@pytest.fixture
def standard(sqs: "SQSClient") -> Iterator[Real]:
    yield from _real(sqs, is_fifo=False)


@pytest.fixture
def fifo(sqs: "SQSClient") -> Iterator[Real]:
    yield from _real(sqs, is_fifo=True)


def _real(sqs: "SQSClient", *, is_fifo: bool) -> Iterator[Real]:
    ending, kind = ".fifo" if is_fifo else "", dict[Any, str]()
    if is_fifo:
        kind["FifoQueue"] = "true"
    name = f"contract-{uuid4().hex[:8]}"
    dead_url = sqs.create_queue(QueueName=f"{name}-dead{ending}", Attributes=kind)["QueueUrl"]
    asked = sqs.get_queue_attributes(QueueUrl=dead_url, AttributeNames=["QueueArn"])
    redrive = {"deadLetterTargetArn": asked["Attributes"]["QueueArn"]}
    redrive["maxReceiveCount"] = str(MOST_RECEIVES)
    attributes: dict[Any, str] = {
        "VisibilityTimeout": str(HIDDEN_SECONDS),
        "RedrivePolicy": json.dumps(redrive),
    }
    url = sqs.create_queue(QueueName=f"{name}{ending}", Attributes=kind | attributes)["QueueUrl"]
    yield Real(sqs, url, dead_url)
    for each in (url, dead_url):
        sqs.delete_queue(QueueUrl=each)


class TestQueue(QueueContract):
    """On LocalStack."""
