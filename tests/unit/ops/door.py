"""A deployment's API on loopback: intake's own checks, and a decision route told its answer.

A fake of API Gateway alone, since what is tested is what travels: bytes, headers, statuses.
"""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from functions.intake.platforms import PLATFORMS
from functions.intake.platforms.adapter import Keys
from functions.intake.verify import Verdict, check

type Reply = tuple[int, str]


@dataclass
class Door:
    """`keys` are the platforms' secrets; `decision` is what the decision route answers."""

    url: str
    keys: Callable[[str], dict[str, Any]]
    decision: Reply = (202, '{"decision_id": "d-1", "decided_by": "arn:me"}')
    bodies: list[bytes] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def shake(self, platform: str, query: dict[str, str]) -> Reply:
        known = self.keys(platform)
        keys = Keys(tuple(known["secrets"]), known["verify_token"])
        answer = PLATFORMS[platform].handshake(query, keys)
        return answer.status, answer.body

    def take(self, path: str, headers: dict[str, str], body: bytes) -> Reply:
        self.bodies.append(body)
        self.headers.append(headers)
        if path == "/decisions":
            return self.decision
        platform = path.rsplit("/", 1)[1]
        verdict = check(platform, headers, body, self.keys(platform)["secrets"])
        return (200, "OK") if verdict is Verdict.HOLDS else (401, "the signature doesn't hold")


@contextmanager
def open_door(keys: Callable[[str], dict[str, Any]]) -> Iterator[Door]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    _Handler.door = Door(f"http://127.0.0.1:{server.server_port}", keys)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield _Handler.door
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    door: Door

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        self._answer(*self.door.shake(url.path.rsplit("/", 1)[1], dict(parse_qsl(url.query))))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self._answer(*self.door.take(self.path, dict(self.headers), body))

    def _answer(self, status: int, body: str) -> None:
        data = body.encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


def keys_in(texts: dict[str, str]) -> Callable[[str], dict[str, Any]]:
    """The keys as a stage's secrets hold them."""

    def keys(platform: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(texts[f"sixday/test/webhook/{platform}"])
        return found

    return keys
