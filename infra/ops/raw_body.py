"""The body that something parked came in, as the platform sent it."""

import base64
import zlib

from infra.ops import archive
from infra.ops.deployment import Deployment
from shared.cases.items import Parked
from shared.records import head_of


def raw_body(deployment: Deployment, item: Parked) -> bytes | None:
    """The exact bytes, from the archive or the message; None where neither has them.

    Of several messages in one delivery the first carries them.
    """
    head = head_of(item.body)
    if item.raw_key:
        return archive.body_in(deployment, item.raw_key, str(head.get("delivery_id")))
    raw = head.get("raw")
    return zlib.decompress(base64.b64decode(raw)) if raw else None
