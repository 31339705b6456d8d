"""Did the bytes leave? On loopback, since only a real connection can break like one."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pytest

from functions.dispatch.platforms.http import Answer, Http
from functions.dispatch.platforms.outcome import PutOff, Unanswered


@contextmanager
def server(says: bytes) -> Iterator[tuple[str, list[bytes]]]:
    """Takes one request, says these bytes and hangs up."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            connection, _ = listening.accept()
            with connection:
                data = b""
                while not data.endswith(b"}"):  # head and body may come apart
                    data += connection.recv(65536)
                heard.append(data)
                connection.sendall(says)

        thread = Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/2/tweets", heard
        thread.join(5)


def said(body: bytes, status: str = "200 OK") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\nX-Rate-Limit-Reset: 7\r\n"
    return head.encode() + b"Connection: close\r\n\r\n" + body


@pytest.mark.parametrize(
    ("body", "expected"),
    [(b'{"id": "9"}', {"id": "9"}), (b"<html>", {}), (b"[1]", {}), (b"[" * 100_000, {})],
)
def test_an_answer_comes_back_whatever_it_says(body: bytes, expected: object) -> None:
    with server(said(body, "429 Too Many")) as (url, heard):
        answer = Http().ask("POST", url, "the-token", {"text": "Blåbær"})
    assert isinstance(answer, Answer)
    assert (answer.status, answer.headers["x-rate-limit-reset"]) == (429, "7")
    assert answer.body == expected
    assert b"authorization: bearer the-token" in heard[0].lower()
    assert "Blåbær".encode() in heard[0]


@pytest.mark.parametrize("says", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"])
def test_bytes_that_left_without_a_whole_answer_are_unanswered(says: bytes) -> None:
    with server(says) as (url, _):
        assert isinstance(Http().ask("POST", url, "t", {}), Unanswered)


def test_where_no_byte_left_it_is_put_off() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    assert isinstance(Http().ask("POST", f"http://127.0.0.1:{port}/", "t", {}), PutOff)


def test_a_redirection_is_not_followed() -> None:
    elsewhere = b"Location: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"
    with server(b"HTTP/1.1 302 Found\r\n" + elsewhere) as (url, _):
        answer = Http().ask("POST", url, "t", {})
    assert isinstance(answer, Answer)
    assert answer.status == 302
