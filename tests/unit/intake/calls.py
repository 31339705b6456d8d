"""What API Gateway hands to intake."""

import base64
import hashlib
import hmac
from collections.abc import Mapping
from typing import Any

from functions.intake.receive import receive
from tests.unit.intake.fakes import KEY, House


def sign(platform: str, body: bytes, key: str = KEY) -> dict[str, str]:
    """The headers that the platform sends along with a body."""
    digest = hmac.new(key.encode(), body, hashlib.sha256).digest()
    if platform == "x":
        return {"X-Twitter-Webhooks-Signature": "sha256=" + base64.b64encode(digest).decode()}
    return {"X-Hub-Signature-256": "sha256=" + digest.hex()}


def post_event(
    platform: str,
    body: bytes,
    headers: Mapping[str, str] | None = None,
    *,
    is_base64: bool = True,
) -> dict[str, Any]:
    """API Gateway's proxy event (format 1.0) for a signed body."""
    text = base64.b64encode(body).decode() if is_base64 else body.decode()
    return {
        "httpMethod": "POST",
        "pathParameters": {"platform": platform},
        "headers": sign(platform, body) if headers is None else dict(headers),
        "queryStringParameters": None,
        "requestContext": {"requestId": "c6af9ac6-7b61-11e6-9a41-93e8deadbeef"},
        "body": text,
        "isBase64Encoded": is_base64,
    }


def get_event(platform: str, **query: str) -> dict[str, Any]:
    """API Gateway's proxy event for a handshake; `hub_mode` stands for `hub.mode`."""
    named = {name.replace("hub_", "hub."): value for name, value in query.items()}
    asked = {"httpMethod": "GET", "queryStringParameters": named or None, "body": None}
    return post_event(platform, b"", {}) | asked


def status(house: House, event: dict[str, Any]) -> int:
    """How intake answers."""
    return int(receive(event, house.ports)["statusCode"])
