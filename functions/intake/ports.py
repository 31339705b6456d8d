"""Everything outside the process that intake touches, as arguments: tests pass fakes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from functions.intake.settings import Settings
from shared import aws
from shared.cases.receipts import GetsItems
from shared.clock import Clock, utc_now
from shared.queues import SendsBatches
from shared.secrets import KEEP_SECONDS, Secrets


class PutsObjects(Protocol):
    """What of the S3 client is used here."""

    def put_object(self, *, Bucket: str, Key: str, Body: bytes) -> object: ...  # noqa: N803 - AWS's names


class ReadsSecret(Protocol):
    """What of `shared.secrets.Secrets` is used here."""

    def read(self, name: str, *, within_seconds: float = KEEP_SECONDS) -> Mapping[str, Any]: ...


@dataclass(frozen=True, slots=True)
class Ports:
    """Clients are made when first asked for: a handshake needs neither queue nor archive."""

    sqs: Callable[[], SendsBatches]
    s3: Callable[[], PutsObjects]
    secrets: ReadsSecret
    clock: Clock
    settings: Settings
    dynamodb: Callable[[], GetsItems] = lambda: aws.client("dynamodb")


@cache
def live() -> Ports:
    """The real ones, once a process."""
    return Ports(
        sqs=lambda: aws.client("sqs"),
        s3=lambda: aws.client("s3"),
        secrets=Secrets(lambda: aws.client("secretsmanager")),
        clock=utc_now,
        settings=Settings(),
    )
