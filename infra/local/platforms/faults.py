"""Faults on demand: what a network and a busy platform do, at a moment that a test chooses.

Kinds: `lost_request` (nothing happens, no answer), `lost_answer` (it happens, no answer), `slow`,
`rate_limited`, `server_error`, `token_dead`, `blocked`, `forbidden`.
"""

import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Literal

from flask import Response, g, request

from .refusals import (
    GraphRefused,
    RefusedError,
    XRefused,
    graph_blocked,
    graph_token_dead,
    graph_too_many,
    x_forbidden,
    x_too_many,
    x_unauthorized,
)

Kind = Literal[
    "lost_request", "lost_answer", "slow", "rate_limited", "server_error", "token_dead",
    "blocked", "forbidden",
]  # fmt: skip


@dataclass
class Fault:
    """Strikes the next `times` calls that `match`: method and path, `*` for anything.

    `POST /2/tweets`, `POST /v*/me/messages`, `* /v*`. `seconds` is for `slow` only.
    """

    match: str
    kind: Kind
    times: int = 1
    seconds: float = 1.0

    def is_for(self, call: str) -> bool:
        return self.times > 0 and fnmatchcase(call, self.match)


class Faults:
    """The faults that still wait for their call."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []
        self._lock = threading.Lock()

    def add(self, fault: Fault) -> None:
        with self._lock:
            self._waiting.append(fault)

    def clear(self) -> None:
        with self._lock:
            self._waiting.clear()

    def before_call(self) -> None:
        """Strike before the platform has done anything."""
        fault = g.fault = self._take(f"{request.method} {request.path}")
        if fault is None:
            return
        if fault.kind == "slow":
            time.sleep(fault.seconds)
        elif fault.kind == "lost_request":
            _hang_up()
            raise _refusals()["server_error"]()
        elif fault.kind != "lost_answer":
            raise _refusals()[fault.kind]()

    def after_call(self, answer: Response) -> Response:
        """Strike when all is done and the answer is about to leave."""
        fault: Fault | None = g.get("fault")
        if fault and fault.kind == "lost_answer":
            _hang_up()
        return answer

    def _take(self, call: str) -> Fault | None:
        with self._lock:
            fault = next((f for f in self._waiting if f.is_for(call)), None)
            if fault:
                fault.times -= 1
            return fault


def _hang_up() -> None:
    """Close the caller's connection: the server's write then fails, and nothing is answered."""
    connection: socket.socket = request.environ["werkzeug.socket"]
    connection.shutdown(socket.SHUT_RDWR)


def _refusals() -> dict[str, Callable[[], RefusedError]]:
    return _X_REFUSALS if request.path.startswith("/2/") else _GRAPH_REFUSALS


_X_REFUSALS: dict[str, Callable[[], RefusedError]] = {
    "rate_limited": x_too_many,
    "server_error": lambda: XRefused(
        503, "about:blank", "Service Unavailable", "Service Unavailable"
    ),
    "token_dead": x_unauthorized,
    "blocked": lambda: x_forbidden("Your account is suspended and may not perform this action."),
    "forbidden": lambda: x_forbidden("You are not permitted to perform this action."),
}

_GRAPH_REFUSALS: dict[str, Callable[[], RefusedError]] = {
    "rate_limited": lambda: graph_too_many("page"),
    "server_error": lambda: GraphRefused(2, "Service temporarily unavailable", status=500),
    "token_dead": graph_token_dead,
    "blocked": graph_blocked,
    "forbidden": lambda: GraphRefused(200, "(#200) Permissions error", status=403),
}
