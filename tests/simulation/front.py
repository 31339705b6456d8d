"""Intake of a house, and the webhooks that platforms bring to it: signed, in their own words."""

# ruff: noqa: ANN401 - clients and bodies have no public types
import base64
import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from typing import Any

from functions.intake.ports import Ports
from functions.intake.settings import Settings
from shared.secrets import KEEP_SECONDS
from tests.fakes.time import Clock

CLASSIFICATION = "https://sqs.test/classification"
_KEY = "the app's secret"
_ENVIRONMENT = {
    "QUEUE_URL": CLASSIFICATION,
    "ARCHIVE_BUCKET": "archive",
    "SECRET_X": "x",
    "SECRET_FACEBOOK": "facebook",
    "SECRET_INSTAGRAM": "instagram",
}


class _Key:
    """The one secret, which never changes."""

    def read(self, name: str, *, within_seconds: float = KEEP_SECONDS) -> Mapping[str, Any]:
        assert name
        assert within_seconds
        return {"secrets": [_KEY], "verify_token": "t"}


def front(sqs: Callable[[], Any], s3: Callable[[], Any], clock: Clock) -> Ports:
    """What intake stands on."""
    return Ports(sqs, s3, _Key(), clock, Settings(_ENVIRONMENT.__getitem__))


def request(platform: str, body: bytes, delivery_id: str) -> dict[str, Any]:
    """API Gateway's event of a webhook that the platform signed."""
    digest = hmac.digest(_KEY.encode(), body, hashlib.sha256)
    signed = {"X-Twitter-Webhooks-Signature": "sha256=" + base64.b64encode(digest).decode()}
    if platform != "x":
        signed = {"X-Hub-Signature-256": "sha256=" + digest.hex()}
    return {
        "httpMethod": "POST",
        "pathParameters": {"platform": platform},
        "headers": signed,
        "queryStringParameters": None,
        "requestContext": {"requestId": delivery_id},
        "body": base64.b64encode(body).decode(),
        "isBase64Encoded": True,
    }


def wire(body: Any) -> bytes:
    """A body as it travels."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
