"""What intake touches, without AWS: each fake remembers what it was asked."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from functions.intake.ports import Ports
from functions.intake.settings import Settings
from shared.errors import SecretError, SettingError
from shared.secrets import KEEP_SECONDS

NOW = datetime(2026, 11, 2, 8, 20, 1, 500_000, tzinfo=UTC)
KEY = "the app's current secret"
OLD_KEY = "the app's previous secret"
VERIFY_TOKEN = "what we told Meta"
ENVIRONMENT = {
    "QUEUE_URL": "https://sqs.test/classification",
    "ARCHIVE_BUCKET": "archive",
    "SECRET_X": "secret/x",
    "SECRET_FACEBOOK": "secret/facebook",
    "SECRET_INSTAGRAM": "secret/instagram",
}


@dataclass
class FakeQueue:
    """SQS that takes everything, refuses the entries at `refused`, or can't be reached."""

    refused: frozenset[int] = frozenset()
    is_down: bool = False
    calls: list[list[dict[str, Any]]] = field(default_factory=list)

    def send_message_batch(
        self,
        *,
        QueueUrl: str,  # noqa: N803
        Entries: list[dict[str, Any]],  # noqa: N803
    ) -> dict[str, Any]:
        assert QueueUrl == ENVIRONMENT["QUEUE_URL"]
        if self.is_down:
            raise ConnectionError("no route to the queue, with hello@example.com in it")
        self.calls.append(Entries)
        failed = [{"Id": str(i), "Code": "InternalError"} for i in self.refused]
        return {"Successful": [], "Failed": failed}

    @property
    def entries(self) -> list[dict[str, Any]]:
        return [entry for call in self.calls for entry in call]

    @property
    def messages(self) -> list[dict[str, Any]]:
        return [json.loads(entry["MessageBody"]) for entry in self.entries]


@dataclass
class FakeArchive:
    """S3, as a dictionary."""

    is_down: bool = False
    objects: dict[str, bytes] = field(default_factory=dict)

    def put_object(self, *, Bucket: str, Key: str, Body: bytes) -> object:  # noqa: N803
        assert Bucket == ENVIRONMENT["ARCHIVE_BUCKET"]
        if self.is_down:
            raise ConnectionError("no route to the archive")
        self.objects[Key] = Body
        return {}


@dataclass
class FakeSecrets:
    """A secret store where a rotation shows only to whoever asks for something fresh."""

    kept: Mapping[str, Any]
    fresh: Mapping[str, Any] | None = None
    is_down: bool = False
    asked: list[tuple[str, float]] = field(default_factory=list)

    def read(self, name: str, *, within_seconds: float = KEEP_SECONDS) -> Mapping[str, Any]:
        self.asked.append((name, within_seconds))
        if self.is_down:
            raise SecretError(f"secret {name} can't be read: EndpointConnectionError")
        return self.kept if within_seconds == KEEP_SECONDS or self.fresh is None else self.fresh


@dataclass
class House:
    """All of intake's surroundings, and what a test may turn in them."""

    queue: FakeQueue = field(default_factory=FakeQueue)
    archive: FakeArchive = field(default_factory=FakeArchive)
    secrets: FakeSecrets = field(
        default_factory=lambda: FakeSecrets(
            {"secrets": [KEY, OLD_KEY], "verify_token": VERIFY_TOKEN}
        )
    )
    environment: dict[str, str] = field(default_factory=lambda: dict(ENVIRONMENT))
    clients_made: list[str] = field(default_factory=list)

    @property
    def ports(self) -> Ports:
        return Ports(
            sqs=lambda: self._made("sqs", self.queue),
            s3=lambda: self._made("s3", self.archive),
            secrets=self.secrets,
            clock=lambda: NOW,
            settings=Settings(self._setting),
        )

    def _made[T](self, name: str, client: T) -> T:
        self.clients_made.append(name)
        return client

    def _setting(self, name: str) -> str:
        if name not in self.environment:
            raise SettingError(f"{name} is not set: template.yaml sets it")
        return self.environment[name]
