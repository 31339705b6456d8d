"""Deploys the handlers in a folder and calls them."""

import base64
import io
import json
import time
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mypy_boto3_lambda import LambdaClient
    from mypy_boto3_logs import CloudWatchLogsClient

ROLE = "arn:aws:iam::000000000000:role/probe"


@dataclass(frozen=True)
class Answer:
    """What a synchronous invocation brought; `error` is empty where it succeeded."""

    payload: Any
    error: str
    log: str  # its last 4 KB


class Functions:
    """Functions on LocalStack, one for each handler asked for."""

    def __init__(self, client: "LambdaClient", logs: "CloudWatchLogsClient", folder: Path) -> None:
        self._client = client
        self._logs = logs
        self._archive = _zip(folder)
        self._names: list[str] = []

    def deploy(
        self, handler: str, timeout: int = 5, environment: Mapping[str, str] | None = None
    ) -> str:
        """Make a fresh function of `handler` (module.function); its name."""
        name = f"{handler.replace('.', '-')}-{len(self._names)}-{time.time_ns()}"
        self._names.append(name)
        self._client.create_function(
            FunctionName=name,
            Runtime="python3.13",
            Handler=handler,
            Role=ROLE,
            Timeout=timeout,
            Code={"ZipFile": self._archive},
            Environment={"Variables": environment or {}},
        )
        while self._client.get_function(FunctionName=name)["Configuration"]["State"] == "Pending":
            time.sleep(0.05)
        return name

    def call(self, name: str, event: object = None) -> Answer:
        """Invoke and wait."""
        answer = self._client.invoke(
            FunctionName=name, LogType="Tail", Payload=json.dumps(event or {}).encode()
        )
        payload = json.loads(answer["Payload"].read())
        log = base64.b64decode(answer.get("LogResult", "")).decode()
        return Answer(payload, answer.get("FunctionError", ""), log)

    def logged(self, name: str, phrase: str, seconds: float = 5) -> list[str]:
        """The lines in CloudWatch Logs, once `phrase` is among them; or all after `seconds`."""
        deadline = time.monotonic() + seconds
        lines: list[str] = []
        while time.monotonic() < deadline and not any(phrase in line for line in lines):
            time.sleep(0.1)
            lines = self._lines(f"/aws/lambda/{name}")
        return lines

    def remove(self) -> None:
        """Delete all."""
        for name in self._names:
            self._client.delete_function(FunctionName=name)

    def _lines(self, group: str) -> list[str]:
        try:
            events = self._logs.filter_log_events(logGroupName=group)["events"]
        except self._logs.exceptions.ResourceNotFoundException:
            return []
        return [event["message"] for event in events]


def _zip(folder: Path) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for source in folder.glob("*.py"):
            archive.write(source, source.name)
    return buffer.getvalue()
