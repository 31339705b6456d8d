"""What proves who is calling: the platforms' signatures, and bodies as they put them on the wire.

Source: platforms.md sections 1 and 2. Every signature is over the exact bytes that travel.
"""

import base64
import hashlib
import hmac
import json
from typing import Any

X_SIGNATURE_HEADER = "x-twitter-webhooks-signature"
META_SIGNATURE_HEADER = "X-Hub-Signature-256"


def x_signature(secret: str, body: bytes) -> str:
    """`sha256=` and the base64 HMAC-SHA256 of the body under the app's consumer secret."""
    return "sha256=" + base64.b64encode(_hmac(secret, body)).decode()


def x_crc_answer(secret: str, crc_token: str) -> str:
    """The `response_token` that X expects to its challenge: its token, signed like a body."""
    return x_signature(secret, crc_token.encode())


def x_wire(body: dict[str, Any]) -> bytes:
    """A body as X sends it: compact JSON in UTF-8."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


def meta_signature(secret: str, body: bytes) -> str:
    """`sha256=` and the lower-case hex HMAC-SHA256 of the body under the app secret."""
    return "sha256=" + _hmac(secret, body).hex()


def meta_wire(body: dict[str, Any]) -> bytes:
    r"""A body as Meta sends it: everything beyond ASCII escaped in lower-case hex, `/` as `\/`.

    A receiver that parses and writes it anew before hashing gets other bytes, and so fails.
    """
    escaped = json.dumps(body, ensure_ascii=True, separators=(",", ":"))
    return escaped.replace("/", "\\/").replace("@", "\\u0040").encode("ascii")


def appsecret_proof(secret: str, access_token: str) -> str:
    """What Meta's `appsecret_proof` parameter must hold: hex HMAC of the access token."""
    return _hmac(secret, access_token.encode()).hex()


def x_headers(secret: str, body: bytes) -> dict[str, str]:
    """The headers that X sends along with a body."""
    return {"Content-Type": "application/json", X_SIGNATURE_HEADER: x_signature(secret, body)}


def meta_headers(secret: str, body: bytes) -> dict[str, str]:
    """The headers that Meta sends along with a body; the SHA-1 one is its older twin."""
    legacy = hmac.new(secret.encode(), body, hashlib.sha1).hexdigest()
    return {
        "Content-Type": "application/json",
        "X-Hub-Signature": f"sha1={legacy}",
        META_SIGNATURE_HEADER: meta_signature(secret, body),
    }


def _hmac(secret: str, body: bytes) -> bytes:
    return hmac.new(secret.encode(), body, hashlib.sha256).digest()


def meta_signed_request(secret: str, user_id: str, issued_at: int) -> str:
    """What Meta puts into the form when somebody asks an app to delete what it has of them."""
    told = {"algorithm": "HMAC-SHA256", "issued_at": issued_at, "user_id": user_id}
    payload = _for_urls(json.dumps(told).encode())
    return f"{_for_urls(_hmac(secret, payload.encode()))}.{payload}"


def _for_urls(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).decode().rstrip("=")
