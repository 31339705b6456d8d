"""Is this body from whom it claims? Pure: the raw bytes, the headers, the live secrets."""

import hashlib
import hmac
from collections.abc import Mapping, Sequence
from enum import StrEnum

from functions.intake.platforms import PLATFORMS
from functions.intake.platforms.adapter import Signature

_PREFIX = "sha256="


class Verdict(StrEnum):
    """Whether a signature holds, and if not, why not."""

    HOLDS = "signature_holds"
    NO_KEY = "no_secret"
    NO_HEADER = "no_signature_header"
    WRONG_PREFIX = "signature_without_sha256_prefix"
    WRONG_ENCODING = "signature_wrongly_encoded"
    NO_MATCH = "no_secret_matches"


def check(
    platform: str, headers: Mapping[str, str], body: bytes, secrets: Sequence[str]
) -> Verdict:
    """Judge the signature in `headers` (names in any case) against every live secret.

    `body` must be the bytes as they travelled: anything parsed and written anew fails. A platform
    that signs in several headers is believed if one of them holds.
    """
    signature = PLATFORMS[platform].SIGNATURE
    lowered = {name.lower(): value for name, value in headers.items()}
    given = [lowered[name] for name in signature.headers if name in lowered]
    live = [secret.encode() for secret in secrets if secret]  # an empty key could be anybody's
    if not live:
        return Verdict.NO_KEY
    if not given:
        return Verdict.NO_HEADER
    verdicts = [_judge(signature, value, body, live) for value in given]
    return Verdict.HOLDS if Verdict.HOLDS in verdicts else verdicts[0]


def _judge(signature: Signature, value: str, body: bytes, secrets: Sequence[bytes]) -> Verdict:
    if not value.startswith(_PREFIX):
        return Verdict.WRONG_PREFIX
    try:
        given = signature.decode(value.removeprefix(_PREFIX))
    except ValueError:
        return Verdict.WRONG_ENCODING
    # Every secret is tried whatever the first ones say: the time taken tells nobody which holds.
    matches = [
        hmac.compare_digest(hmac.digest(secret, body, hashlib.sha256), given) for secret in secrets
    ]
    return Verdict.HOLDS if any(matches) else Verdict.NO_MATCH
