"""Runs one execution environment of a Lambda function as a process on this machine.

LocalStack decides when an environment starts, gets work and stops. An environment outlives its
process: after a timeout or a crash the next invocation starts another one in it, as on AWS.
Memory is reported, not limited.
"""

import shutil
import tempfile
import time
from pathlib import Path

from localstack import config
from localstack.services.lambda_.invocation.lambda_models import (
    FunctionVersion,
    InvocationResult,
)
from localstack.services.lambda_.invocation.runtime_executor import (
    LambdaRuntimeException,
    RuntimeExecutor,
)

from sixday_localstack import artifact
from sixday_localstack.events import Invocation, Ready
from sixday_localstack.journal import Journal
from sixday_localstack.outcome import Outcome, outcome
from sixday_localstack.runtime import Runtime

INIT_SECONDS = 10.0  # Lambda's limit; after it, the first invocation tries once more


class ProcessExecutor(RuntimeExecutor):
    """An execution environment: a scratch folder, a log, and a process that may be replaced."""

    def __init__(self, id: str, function_version: FunctionVersion) -> None:  # noqa: A002 - theirs
        super().__init__(id, function_version)
        settings = function_version.config
        self._artifact = artifact.folder(function_version)
        self._scratch = Path(tempfile.mkdtemp(prefix="lambda-environment-"))
        version = function_version.id.qualifier
        self._journal = Journal(self._scratch / ".log", version, settings.memory_size)
        self._variables: dict[str, object] = {}
        self._runtime: Runtime | None = None
        self._init_seconds = 0.0

    def start(self, env_vars: dict[str, str]) -> None:
        """The cold start. A function that fails here is tried again by its first invocation."""
        self._variables = dict(env_vars)
        began = time.monotonic()
        if self._boot("", "init", INIT_SECONDS) is None:
            self._init_seconds = time.monotonic() - began

    def invoke(self, payload: dict[str, str]) -> InvocationResult:
        """Run one invocation to its end, whatever that is; takes the function's timeout at most."""
        invocation = self._invocation(payload)
        began = time.monotonic()
        failure = self._revive(invocation)
        self._journal.started(invocation.request_id)
        result = failure or self._call(invocation, began + invocation.seconds)
        peak = self._runtime.peak_megabytes() if self._runtime else 0
        self._settle(result)
        self._report(invocation, min(time.monotonic() - began, invocation.seconds), peak, result)
        is_error = bool(result.error_type)
        logs = self._journal.news()
        return InvocationResult(invocation.request_id, result.payload, is_error, logs)

    def stop(self) -> None:
        """End the process and remove what it left."""
        self._end_process()
        shutil.rmtree(self._scratch, ignore_errors=True)

    def get_logs(self) -> str:
        """Everything logged by this environment."""
        return self._journal.everything() if self._scratch.exists() else ""

    def get_address(self) -> str:
        """Where the function runs: here."""
        return "127.0.0.1"

    def get_endpoint_from_executor(self) -> str:
        """The host of LocalStack as the function sees it."""
        return "127.0.0.1"

    def get_runtime_endpoint(self) -> str:
        """Where LocalStack's own Lambda image would report to; nothing here asks for it."""
        return f"http://127.0.0.1:{config.GATEWAY_LISTEN[0].port}/_localstack_lambda/{self.id}"

    @classmethod
    def prepare_version(cls, function_version: FunctionVersion) -> None:
        """Unzip the artifact; refuse a runtime that this interpreter can't stand for."""
        artifact.prepare(function_version)

    @classmethod
    def cleanup_version(cls, function_version: FunctionVersion) -> None:
        """Nothing: the artifact belongs to LocalStack."""

    def _invocation(self, payload: dict[str, str]) -> Invocation:
        return Invocation(
            request_id=payload["invoke-id"],
            arn=payload["invoked-function-arn"],
            payload=(payload["payload"] or "{}").encode(),
            trace_id=payload["trace-id"],
            seconds=float(self.function_version.config.timeout),
        )

    def _revive(self, invocation: Invocation) -> Outcome | None:
        if self._runtime is not None and self._runtime.is_alive:
            return None
        return self._boot(invocation.request_id, "invoke", invocation.seconds)

    def _call(self, invocation: Invocation, deadline: float) -> Outcome:
        if self._runtime is None:
            raise LambdaRuntimeException("The environment was stopped before it could be called.")
        event = self._runtime.call(invocation, deadline - time.monotonic())
        return outcome(event, invocation.request_id, invocation.seconds)

    def _boot(self, request_id: str, phase: str, seconds: float) -> Outcome | None:
        self._end_process()
        self._journal.initialising()
        began = time.monotonic()
        self._runtime = Runtime(self._variables, self._artifact, self._scratch, self._journal.file)
        event = self._runtime.boot(seconds)
        if isinstance(event, Ready):
            return None
        failure = outcome(event, request_id, seconds)
        self._journal.initialised_badly(time.monotonic() - began, phase, failure.error_type)
        self._end_process()
        return failure

    def _settle(self, result: Outcome) -> None:
        if result.line:
            self._journal.write(result.line)
        if result.is_fatal:
            self._end_process()

    def _report(self, invocation: Invocation, seconds: float, peak: int, result: Outcome) -> None:
        status = result.status
        if result.status == "error":
            status = f"error\tError Type: {result.error_type}"
        self._journal.ended(invocation.request_id, seconds, self._init_seconds, peak, status)
        self._init_seconds = 0.0

    def _end_process(self) -> None:
        runtime, self._runtime = self._runtime, None
        if runtime is not None:
            runtime.end()
