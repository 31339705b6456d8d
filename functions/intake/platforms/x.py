"""X: the CRC handshake, the base64 signature, and the events of both its webhook APIs.

Source: X's webhook quickstart (platforms.md section 1). With OAuth 2.0 apps X signs with the
client secret in a header of its own; older apps sign with the consumer secret. Both secrets belong
into `secrets`, that of the app's newer kind first: the handshake is answered with the first.
"""

import base64
import hashlib
import hmac
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from functions.intake.events import Event
from functions.intake.platforms import x_account_activity, x_activity
from functions.intake.platforms.adapter import REMEDY_NO_KEYS, Answer, Keys, Signature


def _decode(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


SIGNATURE = Signature(
    headers=("x-twitter-webhooks-signature-oauth2", "x-twitter-webhooks-signature"),
    encoding="base64",
    decode=_decode,
)
READERS = {**x_activity.READERS, **x_account_activity.READERS}
IGNORED = {**x_activity.IGNORED, **x_account_activity.IGNORED}

# X signs bodies with the secret that answers its challenge, so an answer to any token would be a
# signature for any body. No JSON object is made of these signs alone.
_TOKEN = re.compile(r"[A-Za-z0-9+/=_.~-]{1,512}")


def handshake(query: Mapping[str, str], keys: Keys) -> Answer:
    """The CRC token, signed. Without a secret 503: X forgives an outage, never a wrong token."""
    token = query.get("crc_token", "")
    if not _TOKEN.fullmatch(token):
        return Answer(400, "crc_token is missing or no token of X's", reason="no_crc_token")
    if not keys.secrets:
        return Answer(503, "not configured", reason="no_secret", remedy=REMEDY_NO_KEYS)
    digest = hmac.digest(keys.secrets[0].encode(), token.encode(), hashlib.sha256)
    signed = "sha256=" + base64.b64encode(digest).decode()
    return Answer(200, json.dumps({"response_token": signed}), "application/json")


def split(body: dict[str, Any]) -> Iterator[Event]:
    """The events of either API: only the X Activity API has `data`."""
    return x_activity.split(body) if "data" in body else x_account_activity.split(body)
