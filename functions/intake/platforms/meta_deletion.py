"""Meta's word that somebody wants to be forgotten: a signed request in a form. Pure.

Source: Meta's guide to the data deletion callback. The signature is over the payload as it travels,
in base64 for URLs without its padding.
"""

import base64
import hashlib
import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs

PLATFORMS = ("facebook", "instagram")
MAX_BYTES = 8 * 1024  # of a form with one signed request: some 300 bytes
_ALGORITHM = "HMAC-SHA256"


@dataclass(frozen=True, slots=True)
class Deletion:
    """Who is to be forgotten, and the code under which it can be looked up.

    The code is the same however often the request comes, and nobody's to guess without the secret.
    """

    user_id: str
    code: str


class UnsignedError(ValueError):
    """No live secret signed it, or it is no signed request; the message says which."""


def read_deletion(body: bytes, secrets: Sequence[str]) -> Deletion:
    """What a form asks for.

    Raises:
        UnsignedError: nothing in it may be believed.
    """
    given, _, payload = _signed_request(body).partition(".")
    live = [secret.encode() for secret in secrets if secret]
    signature, data = _decoded(given), payload.encode()
    # Every secret is tried whatever the first ones say: the time taken tells nobody which holds.
    held = [
        secret
        for secret in live
        if hmac.compare_digest(hmac.digest(secret, data, hashlib.sha256), signature)
    ]
    if not held:
        raise UnsignedError("no_secret_matches" if live else "no_secret")
    return Deletion(_user_id(payload), _code(held[0], payload))


def _signed_request(body: bytes) -> str:
    try:
        found = parse_qs(body.decode("ascii"), strict_parsing=True, max_num_fields=5)
    except ValueError:
        raise UnsignedError("no_form") from None
    values = found.get("signed_request", [])
    if len(values) != 1 or values[0].count(".") != 1:
        raise UnsignedError("no_signed_request")
    return values[0]


def _user_id(payload: str) -> str:
    try:
        told = json.loads(_decoded(payload))
    except (ValueError, RecursionError):
        raise UnsignedError("unreadable_payload") from None
    if not isinstance(told, dict) or str(told.get("algorithm", "")).upper() != _ALGORITHM:
        raise UnsignedError("other_algorithm")
    user_id = told.get("user_id")
    if not isinstance(user_id, str) or not user_id.isalnum() or len(user_id) > 100:
        raise UnsignedError("no_user_id")
    return user_id


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except ValueError:
        raise UnsignedError("wrongly_encoded") from None


def _code(secret: bytes, payload: str) -> str:
    return hmac.digest(secret, b"erasure\n" + payload.encode(), hashlib.sha256).hex()[:32]
