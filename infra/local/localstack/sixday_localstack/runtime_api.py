"""The Lambda Runtime API (version 2018-06-01) for one process, on a loopback port."""

from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from queue import Empty, Queue, SimpleQueue
from socketserver import ThreadingTCPServer
from threading import Thread

from sixday_localstack.events import Answer, Event, InitError, Invocation, Ready

VERSION = "/2018-06-01"
NEXT = f"{VERSION}/runtime/invocation/next"
INIT_ERROR = f"{VERSION}/runtime/init/error"


class RuntimeApi(ThreadingTCPServer):
    """Hands invocations to one process and collects what comes of it, in order."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Conversation)
        self.is_ready = False
        self._events: Queue[Event] = Queue()
        self._invocations: SimpleQueue[Invocation | None] = SimpleQueue()
        Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        """Host and port, as AWS_LAMBDA_RUNTIME_API wants them."""
        host, port = self.server_address[:2]
        return f"{host!s}:{port}"

    def offer(self, invocation: Invocation) -> None:
        """Give the process its next invocation."""
        self._invocations.put(invocation)

    def take(self) -> Invocation | None:
        """Wait for the next invocation; None once the API has closed."""
        if not self.is_ready:
            self.is_ready = True
            self.tell(Ready())
        return self._invocations.get()

    def tell(self, event: Event) -> None:
        """Record what happened."""
        self._events.put(event)

    def event(self, seconds: float) -> Event | None:
        """What happened next; None where nothing did within `seconds`."""
        try:
            return self._events.get(timeout=max(0.0, seconds))
        except Empty:
            return None

    def close(self) -> None:
        """Stop listening and let go of a process that waits."""
        self._invocations.put(None)
        self.shutdown()
        self.server_close()


class _Conversation(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # the runtime client keeps its connection
    disable_nagle_algorithm = True  # an answer in two packets would wait 40 ms for the second
    wbufsize = -1
    server: RuntimeApi

    def do_GET(self) -> None:
        if self.path != NEXT:
            return self._reply(HTTPStatus.NOT_FOUND)
        invocation = self.server.take()
        if invocation is None:
            self.close_connection = True
            return None
        return self._reply(HTTPStatus.OK, invocation.payload, invocation.headers())

    def do_POST(self) -> None:
        body = self._body()
        error_type = self.headers.get("Lambda-Runtime-Function-Error-Type", "Unhandled")
        if self.path == INIT_ERROR:
            self.server.tell(InitError(body, error_type))
        elif self.path.endswith("/response"):
            self.server.tell(Answer(body))
        elif self.path.endswith("/error"):
            self.server.tell(Answer(body, error_type))
        self._reply(HTTPStatus.ACCEPTED)

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
            return b"".join(iter(self._chunk, b""))
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def _chunk(self) -> bytes:
        size = int(self.rfile.readline().split(b";")[0], 16)
        chunk = self.rfile.read(size)
        self.rfile.readline()
        return chunk

    def _reply(
        self, status: HTTPStatus, body: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing: LocalStack logs invocations itself."""
