"""A policy as a parameter of SSM holds it: JSON, deflated, in base64; there is room for 8 KB.

`shipped` stands for the policy that came with the release.
"""

import base64
import binascii
import json
import zlib
from typing import Any

from functions.escalation.policy.faults import Fault
from functions.escalation.policy.read import PolicyError

SHIPPED = "shipped"
MOST_CHARACTERS = 8192  # SSM's, of an advanced parameter
_FORMAT = "deflate1."


def pack(data: dict[str, Any]) -> str:
    """The parameter's value for a policy's mapping."""
    text = json.dumps(data, ensure_ascii=False, default=str, separators=(",", ":"))
    return _FORMAT + base64.b64encode(zlib.compress(text.encode(), 9)).decode("ascii")


def unpack(value: str) -> dict[str, Any]:
    """The mapping that was packed.

    Raises:
        PolicyError: it wasn't.
    """
    if not value.startswith(_FORMAT):
        raise PolicyError((Fault((), "it is in no format that this release knows"),))
    try:
        text = zlib.decompress(base64.b64decode(value.removeprefix(_FORMAT), validate=True))
        data: dict[str, Any] = json.loads(text)
    except (binascii.Error, zlib.error, ValueError, RecursionError):
        raise PolicyError(
            (Fault((), "it can't be unpacked: somebody cut or changed it"),)
        ) from None
    return data
