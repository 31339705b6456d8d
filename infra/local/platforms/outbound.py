"""The sandbox's own HTTP client: one request, never redirected, and a status of 0 for no answer."""

from dataclasses import dataclass
from urllib.parse import urlencode

import urllib3

_POOL = urllib3.PoolManager(maxsize=8, retries=False)


@dataclass(frozen=True)
class Answer:
    """`status` is 0 when nobody answered in time, and `reason` then says why."""

    status: int
    body: bytes = b""
    reason: str = ""


def ask(
    method: str,
    url: str,
    *,
    body: bytes | None = None,
    headers: dict[str, str] | None = None,
    fields: dict[str, str] | None = None,
    seconds: float = 10.0,
) -> Answer:
    """Send one request. `fields` go into the query. Never raises for what the other side does."""
    target = f"{url}?{urlencode(fields)}" if fields else url
    try:
        answer = _POOL.request(
            method, target, body=body, headers=headers, timeout=seconds, redirect=False
        )
    except urllib3.exceptions.HTTPError as error:
        return Answer(0, reason=type(error).__name__)
    return Answer(answer.status, answer.data, answer.reason or "")
