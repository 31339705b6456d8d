"""AWS as the operator's program sees it: the tests' own fakes, and the calls that only it makes."""

# ruff: noqa: ANN401 - AWS's types
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from infra.ops.deployment import Deployment
from shared.clock import utc_now
from tests.fakes.aws import MemoryBuckets, MemoryParameters, MemoryQueues, MemorySecrets
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.model import check, client_error

type Answer = dict[str, Any]


@dataclass
class Store(MemoryDynamoDB):
    """The table, which an operator may also scan."""

    def get_paginator(self, operation: str) -> Any:
        return _Scan(self) if operation == "scan" else _Counted(super().get_paginator(operation))


@dataclass
class _Scan:
    """Everything of one table, or what has an attribute."""

    store: Store

    def paginate(self, **asked: Any) -> Iterator[Answer]:
        check("dynamodb", "Scan", asked)
        name = asked["TableName"]
        found = [item for place, item in list(self.store.items.items()) if place[0] == name]
        if "FilterExpression" in asked:
            assert asked["FilterExpression"] == "attribute_exists(erased_at)"
            found = [item for item in found if "erased_at" in item]
        yield {"Items": found}


@dataclass
class _Counted:
    """Every page tells how much is in it."""

    pages: Any

    def paginate(self, **asked: Any) -> Iterator[Answer]:
        for page in self.pages.paginate(**asked):
            yield {**page, "Count": len(page["Items"])}


@dataclass
class Queues(MemoryQueues):
    """SQS with attributes: how much waits in each queue, by name; url and name are the same."""

    waiting: dict[str, int] = field(default_factory=dict)
    dead: dict[str, list[Answer]] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)  # receipts

    def get_queue_url(self, **asked: Any) -> Answer:
        check("sqs", "GetQueueUrl", asked)
        return {"QueueUrl": asked["QueueName"]}

    def get_queue_attributes(self, **asked: Any) -> Answer:
        check("sqs", "GetQueueAttributes", asked)
        numbers = dict.fromkeys(asked["AttributeNames"], "0")
        first = str(self.waiting.get(asked["QueueUrl"], 0))
        return {"Attributes": numbers | {asked["AttributeNames"][0]: first}}

    def receive_message(self, **asked: Any) -> Answer:
        check("sqs", "ReceiveMessage", asked)
        there = self.dead.get(asked["QueueUrl"], [])
        ready = [m for m in there if m["ReceiptHandle"] not in self.hidden]
        taken = ready[: asked["MaxNumberOfMessages"]]
        self.hidden |= {message["ReceiptHandle"] for message in taken}
        return {"Messages": taken} if taken else {}

    def delete_message(self, **asked: Any) -> Answer:
        check("sqs", "DeleteMessage", asked)
        there = self.dead[asked["QueueUrl"]]
        there[:] = [m for m in there if m["ReceiptHandle"] != asked["ReceiptHandle"]]
        self.hidden.discard(asked["ReceiptHandle"])
        return {}

    def change_message_visibility_batch(self, **asked: Any) -> Answer:
        check("sqs", "ChangeMessageVisibilityBatch", asked)
        self.hidden -= {entry["ReceiptHandle"] for entry in asked["Entries"]}
        return {}

    def die(self, queue: str, body: str, sent_at: datetime, group: str = "g") -> None:
        """A message reaches a dead-letter queue."""
        there = self.dead.setdefault(queue, [])
        number = str(len(there))
        stamps = {"SentTimestamp": str(int(sent_at.timestamp() * 1000)), "MessageGroupId": group}
        handle = f"{queue}/{number}"
        there.append(
            {"MessageId": number, "ReceiptHandle": handle, "Body": body, "Attributes": stamps}
        )


@dataclass
class Identity:
    """STS: who asks."""

    def get_caller_identity(self) -> Answer:
        return {"Arn": "arn:aws:iam::1:user/ana"}


@dataclass
class Buckets(MemoryBuckets):
    """S3 that can be listed and read, too."""

    def get_object(self, **asked: Any) -> Answer:
        check("s3", "GetObject", asked)
        if asked["Key"] not in self.objects:
            raise client_error("GetObject", "NoSuchKey")
        return {"Body": io.BytesIO(self.objects[asked["Key"]])}

    def get_paginator(self, operation: str) -> "Buckets":
        assert operation == "list_objects_v2"
        return self

    def paginate(self, **asked: Any) -> Iterator[Answer]:
        check("s3", "ListObjectsV2", asked)
        keys = [k for k in sorted(self.objects) if k.startswith(asked.get("Prefix", ""))]
        found = [k for k in keys if k > asked.get("StartAfter", "")]
        yield {"Contents": [{"Key": k, "LastModified": utc_now()} for k in found]}


@dataclass
class Parameters(MemoryParameters):
    """SSM that can be written."""

    def put_parameter(self, **asked: Any) -> Answer:
        check("ssm", "PutParameter", asked)
        self.value = asked["Value"]
        return {}

    @property
    def switches(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.value or "{}")
        return found


@dataclass
class SecretTexts(MemorySecrets):
    """Secrets Manager that can be written."""

    def create_secret(self, **asked: Any) -> Answer:
        check("secretsmanager", "CreateSecret", asked)
        if asked["Name"] in self.texts:
            raise client_error("CreateSecret", "ResourceExistsException")
        self.texts[asked["Name"]] = asked["SecretString"]
        return {}

    def put_secret_value(self, **asked: Any) -> Answer:
        check("secretsmanager", "PutSecretValue", asked)
        self.texts[asked["SecretId"]] = asked["SecretString"]
        return {}


@dataclass
class Logs:
    """CloudWatch Logs: events by group; a group that isn't there is one that never logged."""

    events: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[Answer] = field(default_factory=list)

    def get_paginator(self, operation: str) -> "Logs":
        assert operation == "filter_log_events"
        return self

    def paginate(self, **asked: Any) -> Iterator[Answer]:
        check("logs", "FilterLogEvents", asked)
        self.asked.append(asked)
        if asked["logGroupName"] not in self.events:
            raise client_error("FilterLogEvents", "ResourceNotFoundException")
        yield {"events": self.events[asked["logGroupName"]]}


@dataclass
class Functions:
    """Lambda: answers every call with `payload`."""

    payload: Answer = field(default_factory=lambda: {"sent": 2})
    is_failing: bool = False
    called: list[str] = field(default_factory=list)

    def get_function_configuration(self, **asked: Any) -> Answer:
        check("lambda", "GetFunctionConfiguration", asked)
        return {"Architectures": ["x86_64"]}

    def invoke(self, **asked: Any) -> Answer:
        check("lambda", "Invoke", asked)
        self.called.append(asked["FunctionName"])
        answer: Answer = {"Payload": io.BytesIO(json.dumps(self.payload).encode())}
        return answer | ({"FunctionError": "Unhandled"} if self.is_failing else {})


@dataclass(frozen=True)
class FakeDeployment(Deployment):
    """A deployment whose clients are fakes, and whose API answers at `api`."""

    clients: dict[str, Any] = field(default_factory=dict)
    api: str = "http://127.0.0.1:9"

    def client(self, service: str) -> Any:
        return self.clients[service]

    @property
    def api_url(self) -> str:
        return self.api
