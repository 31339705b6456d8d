"""SQS, SNS, SSM, Secrets Manager and S3 in memory: each keeps what it was given.

Fakes because the real ones are far away, and never fail when a test wants them to.
"""

# ruff: noqa: ANN401 - AWS's types
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.model import check, client_error

type Answer = dict[str, Any]


@dataclass
class MemoryQueues:
    """SQS. `refused`: which entries, by index, the next calls report as failed within a 200."""

    refused: frozenset[int] = frozenset()
    is_down: bool = False
    calls: list[tuple[str, list[dict[str, Any]]]] = field(default_factory=list)

    def send_message_batch(self, **asked: Any) -> Answer:
        check("sqs", "SendMessageBatch", asked)
        if self.is_down:
            raise client_error("SendMessageBatch", "ServiceUnavailable")
        entries = asked["Entries"]
        assert len({entry["Id"] for entry in entries}) == len(entries) <= 10
        failed = [e for i, e in enumerate(entries) if i in self.refused]
        taken = [e for i, e in enumerate(entries) if i not in self.refused]
        self.calls.append((asked["QueueUrl"], taken))
        return {
            "Successful": [{"Id": e["Id"]} for e in taken],
            "Failed": [{"Id": e["Id"], "Code": "InternalError"} for e in failed],
        }

    @property
    def bodies(self) -> list[Any]:
        return [json.loads(entry["MessageBody"]) for _, batch in self.calls for entry in batch]


@dataclass
class MemoryTopics:
    """SNS, which refuses while `is_down`."""

    is_down: bool = False
    published: list[dict[str, Any]] = field(default_factory=list)

    def publish(self, **asked: Any) -> Answer:
        check("sns", "Publish", asked)
        if self.is_down:
            raise client_error("Publish", "InternalError", "somebody@example.com was here")
        self.published.append(asked)
        return {"MessageId": str(len(self.published))}

    @property
    def readers(self) -> list[str]:
        """Whom the briefs were for, in order."""
        return [each["MessageAttributes"]["person"]["StringValue"] for each in self.published]


@dataclass
class MemoryParameters:
    """SSM with one parameter; without a value it has none."""

    value: str | None = None
    reads: int = 0

    def get_parameter(self, **asked: Any) -> Answer:
        check("ssm", "GetParameter", asked)
        self.reads += 1
        if self.value is None:
            raise client_error("GetParameter", "ParameterNotFound")
        return {"Parameter": {"Value": self.value}}


@dataclass
class MemorySecrets:
    """Secrets Manager, as a dictionary of texts."""

    texts: dict[str, str] = field(default_factory=dict)
    reads: int = 0
    is_down: bool = False

    def get_secret_value(self, **asked: Any) -> Answer:
        check("secretsmanager", "GetSecretValue", asked)
        self.reads += 1
        if asked["SecretId"] not in self.texts:
            raise client_error("GetSecretValue", "ResourceNotFoundException")
        if self.is_down:
            raise client_error("GetSecretValue", "InternalServiceError")
        return {"SecretString": self.texts[asked["SecretId"]]}

    def put(self, name: str, value: Mapping[str, Any]) -> None:
        """What `put_secret_value` does with a JSON secret."""
        if self.is_down:
            raise client_error("PutSecretValue", "InternalServiceError")
        self.texts[name] = json.dumps(value)


@dataclass
class MemoryBuckets:
    """S3, as a dictionary of keys."""

    is_down: bool = False
    objects: dict[str, bytes] = field(default_factory=dict)

    def put_object(self, **asked: Any) -> Answer:
        check("s3", "PutObject", asked)
        if self.is_down:
            raise client_error("PutObject", "SlowDown")
        self.objects[asked["Key"]] = asked["Body"]
        return {}
