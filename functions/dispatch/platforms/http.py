"""One request to a platform, and the difference that matters: did the bytes leave?"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    NameResolutionError,
    NewConnectionError,
)

from functions.dispatch.platforms.outcome import Outcome, PutOff, Unanswered

CONNECT_SECONDS = 2.0
READ_SECONDS = 10.0  # the slow answer of a platform
SLOWEST_SECONDS = CONNECT_SECONDS + READ_SECONDS
NOT_REACHED_SECONDS = 60.0
LONGEST_SECONDS = 86_400.0  # that a platform may ask us to wait


@dataclass(frozen=True, slots=True)
class Answer:
    """What the platform answered; `body` is its JSON object, empty where it was none."""

    status: int
    headers: dict[str, str]
    body: dict[str, Any]


def understood(
    answer: Answer | PutOff | Unanswered, now: datetime, read: Callable[[Answer, datetime], Outcome]
) -> Outcome:
    """What an answer means. One that can't be read may mean that it was said; nobody is asked to
    wait for longer than a day.
    """
    if not isinstance(answer, Answer):
        return answer
    try:
        outcome = read(answer, now)
    except (ArithmeticError, AttributeError, LookupError, OSError, TypeError, ValueError):
        return Unanswered(f"http_{answer.status} unreadable")
    if isinstance(outcome, PutOff) and not outcome.seconds <= LONGEST_SECONDS:
        return replace(outcome, seconds=LONGEST_SECONDS)
    return outcome


class Http:
    """A pool of connections to the platforms; never tries twice by itself."""

    def __init__(self) -> None:
        self._pool = urllib3.PoolManager(
            timeout=urllib3.Timeout(connect=CONNECT_SECONDS, read=READ_SECONDS),
            retries=False,
            maxsize=4,
        )

    def ask(
        self, method: str, url: str, token: str, body: dict[str, Any] | None = None
    ) -> Answer | PutOff | Unanswered:
        """Send one request with a bearer token.

        Returns the answer whatever its status; PutOff where no byte left, Unanswered where bytes
        left and no whole answer came.
        """
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        data = None if body is None else json.dumps(body, ensure_ascii=False).encode()
        return self._request(method, url, headers, data)

    def post_form(
        self, url: str, fields: Mapping[str, str], authorization: str | None = None
    ) -> Answer | PutOff | Unanswered:
        """Send one form, as OAuth wants it; the answer as of `ask`."""
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        if authorization is not None:
            headers["Authorization"] = authorization
        return self._request("POST", url, headers, urlencode(fields).encode())

    def _request(
        self, method: str, url: str, headers: dict[str, str], data: bytes | None
    ) -> Answer | PutOff | Unanswered:
        try:
            answer = self._pool.request(method, url, body=data, headers=headers)
        except (NewConnectionError, ConnectTimeoutError, NameResolutionError):
            return PutOff("platform_not_reached", NOT_REACHED_SECONDS)
        except (HTTPError, OSError) as error:
            return Unanswered(type(error).__name__)
        return Answer(answer.status, _lower(answer.headers), _object(answer.data))


def with_query(url: str, **query: str) -> str:
    """The URL with its query, encoded."""
    return f"{url}?{urlencode(query)}"


def _lower(headers: urllib3.HTTPHeaderDict) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def _object(data: bytes) -> dict[str, Any]:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}
