"""Runs the sandbox's server: in a thread for tests, in the foreground for the command."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from .app import create_app
from .deliver import Courier
from .sandbox import Sandbox
from .world import World

HOST = "127.0.0.1"
POLL_SECONDS = 0.02  # how long a test waits for its sandbox to end, at most


@contextmanager
def sandbox(port: int = 0, time_factor: float = 0.001) -> Iterator[Sandbox]:
    """A sandbox of its own in a thread, gone when the block ends. Port 0 takes a free one.

    `time_factor` shortens the pauses between a platform's tries to deliver a webhook.
    """
    courier = Courier(world := World(), time_factor)
    server = _server(world, courier, port)
    thread = threading.Thread(target=server.serve_forever, args=(POLL_SECONDS,), daemon=True)
    thread.start()
    try:
        yield Sandbox(f"http://{HOST}:{server.server_port}")
    finally:
        courier.close()
        server.shutdown()
        thread.join()
        server.server_close()


def serve(port: int, time_factor: float) -> None:
    """Say where, and serve until interrupted. Port 0 takes a free one."""
    courier = Courier(world := World(), time_factor)
    server = _server(world, courier, port)
    print(f"http://{HOST}:{server.server_port}/", flush=True)
    try:
        server.serve_forever()
    finally:
        courier.close()
        server.server_close()


def _server(world: World, courier: Courier, port: int) -> BaseWSGIServer:
    app = create_app(world, courier)
    return make_server(HOST, port, app, threaded=True, request_handler=_Quiet)


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - werkzeug's name
        """Say nothing: the feed and the deliveries tell more than an access log."""
