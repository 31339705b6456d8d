"""Keeps what a whole batch brought as one object: every delivery can be proved and replayed."""

import base64
import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from shared.messages import EventSetAside, PostReceived


@dataclass(slots=True)
class Archive:
    """Collects the raw bodies of one batch and writes them together, indexed by hour."""

    s3: Callable[[], Any]
    bucket: str
    _bodies: list[dict[str, str]] = field(default_factory=list)

    def add(self, message: PostReceived | EventSetAside, platform: str) -> None:
        """Remember the body that travelled with a message, if this one carries it."""
        if message.raw is not None:
            self._bodies.append(
                {
                    "delivery_id": message.delivery_id,
                    "received_at": message.received_at.isoformat(),
                    "platform": platform,
                    "raw": message.raw,
                }
            )

    def write(self, now: datetime, name: str) -> None:
        """Write what was added as one object of JSON lines, and forget it."""
        if not self._bodies:
            return
        lines = "\n".join(json.dumps(body) for body in self._bodies)
        self.s3().put_object(
            Bucket=self.bucket,
            Key=f"archive/{now:%Y/%m/%d/%H}/batch/{name}.jsonl.zz",
            Body=zlib.compress(lines.encode()),
        )
        self._bodies.clear()


def unpack(raw: str) -> bytes:
    """The exact bytes of a body that travelled as `raw`."""
    return zlib.decompress(base64.b64decode(raw))
