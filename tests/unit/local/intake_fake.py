"""Stands in for intake: keeps what platforms send it, and answers as a test tells it to.

A real HTTP server, since what is tested is what travels: bytes, headers, statuses.
"""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from infra.local.platforms.sign import x_crc_answer


class IntakeFake:
    """`statuses` are given out one a request, then 200 for ever."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.secret = ""
        self.verify_token = ""
        self.statuses: list[int] = []
        self.bodies: list[bytes] = []
        self.headers: list[dict[str, str]] = []
        self._arrival = threading.Condition()

    def received(self, count: int, seconds: float = 5.0) -> list[dict[str, Any]]:
        """The bodies, once there are `count` of them."""
        with self._arrival:
            assert self._arrival.wait_for(lambda: len(self.bodies) >= count, seconds), self.bodies
            return [json.loads(body) for body in self.bodies]

    def keep(self, body: bytes, headers: dict[str, str]) -> int:
        with self._arrival:
            self.bodies.append(body)
            self.headers.append({name.lower(): value for name, value in headers.items()})
            self._arrival.notify_all()
            return self.statuses.pop(0) if self.statuses else 200

    def answer_challenge(self, query: dict[str, list[str]]) -> bytes:
        if "crc_token" in query:
            token = x_crc_answer(self.secret, query["crc_token"][0])
            return json.dumps({"response_token": token}).encode()
        is_known = query["hub.verify_token"] == [self.verify_token]
        return query["hub.challenge"][0].encode() if is_known else b"no"


@contextmanager
def intake_fake() -> Iterator[IntakeFake]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    _Handler.intake = IntakeFake(f"http://127.0.0.1:{server.server_port}/webhook")
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield _Handler.intake
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    intake: IntakeFake

    def do_GET(self) -> None:
        self._answer(200, self.intake.answer_challenge(parse_qs(urlsplit(self.path).query)))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self._answer(self.intake.keep(body, dict(self.headers)), b"")

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""
