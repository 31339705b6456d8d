"""Identifiers in each platform's own form, unique and rising."""

import base64
import secrets
import threading
import time

_X_EPOCH_MS = 1288834974657  # X's ids count milliseconds from here, shifted by 22 bits


class Ids:
    """Gives out ids; safe to share between threads."""

    def __init__(self) -> None:
        self._last = 0
        self._lock = threading.Lock()

    def post(self, platform: str, account_id: str, parent_id: str = "") -> str:
        """The id of a public post: a snowflake on X, `page_post` or `post_comment` on Facebook."""
        if platform == "x":
            return str((self._tick() - _X_EPOCH_MS) << 22)
        if platform == "instagram":
            return f"1784{self._tick()}"
        return f"{parent_id.split('_')[-1] if parent_id else account_id}_{self._tick()}"

    def message(self, platform: str) -> str:
        """The id of a private message: a snowflake on X, a `mid` in Meta's two forms else."""
        if platform == "x":
            return self.post("x", "")
        noise = base64.urlsafe_b64encode(secrets.token_bytes(27)).decode()
        return f"{'m_' if platform == 'facebook' else 'aWdf'}{noise}{self._tick()}"

    def person(self, platform: str) -> str:
        """The id of a person or an account; more digits than a double can hold."""
        return self.post("x", "") if platform == "x" else f"100{self._tick()}"

    def event(self) -> str:
        """X's `event_uuid`: a signed 64-bit number as a string, negative as often as not."""
        return str(secrets.randbits(64) - 2**63)

    def _tick(self) -> int:
        with self._lock:
            self._last = max(self._last + 1, time.time_ns() // 1_000_000)
            return self._last


def trace_id() -> str:
    """Meta's `fbtrace_id`."""
    return "A" + secrets.token_urlsafe(17)
