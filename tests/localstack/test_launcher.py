"""A LocalStack is started, attached to and ended without leaving anything behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from infra.local import launcher
from infra.local.localstack_process import TETHER, LocalStackError, services
from infra.local.localstack_workspace import is_held

pytestmark = pytest.mark.localstack


def test_named_localstack_is_attached_to(
    localstack: launcher.LocalStack, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LOCALSTACK_ENDPOINT", localstack.endpoint)
    with launcher.localstack(tmp_path, services=["sqs"]) as attached:
        assert not attached.is_ours
        assert attached.endpoint == localstack.endpoint
    assert services(localstack.endpoint)
    assert list(tmp_path.iterdir()) == []


def test_missing_service_is_an_error(
    localstack: launcher.LocalStack, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LOCALSTACK_ENDPOINT", localstack.endpoint)
    with (
        pytest.raises(LocalStackError, match="serves no telepathy"),
        launcher.localstack(tmp_path, services=["sqs", "telepathy"]),
    ):
        pass


def test_endpoint_that_does_not_answer_is_an_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LOCALSTACK_ENDPOINT", "http://127.0.0.1:9")
    with (
        pytest.raises(LocalStackError, match=r"No LocalStack answers at http://127\.0\.0\.1:9"),
        launcher.localstack(tmp_path),
    ):
        pass


def test_start_that_fails_names_its_log(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("LOCALSTACK_ENDPOINT", raising=False)
    monkeypatch.setattr("infra.local.localstack_process.PROGRAM", "no.such.program")
    with (
        pytest.raises(LocalStackError, match=r"ended at once: see .*\.log"),
        launcher.localstack(tmp_path),
    ):
        pass
    assert [entry.name for entry in tmp_path.iterdir()] == ["logs"]


def test_detached_localstack_stays_until_it_is_stopped(tmp_path: Path) -> None:
    started = launcher.start_detached(tmp_path)
    again = launcher.start_detached(tmp_path)
    assert services(started.endpoint)
    assert again == started
    assert launcher.stop_detached(tmp_path)
    assert services(started.endpoint) is None
    assert not launcher.stop_detached(tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["logs"]


def test_killed_launcher_takes_localstack_along(tmp_path: Path) -> None:
    environment = {**os.environ, "LOCALSTACK_ENDPOINT": ""}
    program = (
        "import sys, time; from pathlib import Path; from infra.local import launcher\n"
        "with launcher.localstack(Path(sys.argv[1])) as it: time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", program, tmp_path], env=environment)
    assert _comes_true(lambda: any(is_held(lock) for lock in tmp_path.glob("run-*/lock")))
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    assert _comes_true(lambda: not any(is_held(lock) for lock in tmp_path.glob("run-*/lock")))


def test_killed_parent_takes_its_tethered_child_along(tmp_path: Path) -> None:
    (tmp_path / "staying.py").write_text("import time\nprint('.', flush=True)\ntime.sleep(60)\n")
    program = (
        "import os, subprocess, sys, time\n"
        "command = [sys.executable, sys.argv[1], str(os.getpid()), 'staying']\n"
        "child = subprocess.Popen(command, stdout=subprocess.PIPE)\n"
        "child.stdout.read(1)\n"  # it is there
        "print(child.pid, flush=True)\n"
        "time.sleep(60)"
    )
    command = [sys.executable, "-c", program, str(TETHER)]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        parent.send_signal(signal.SIGKILL)
    assert _comes_true(lambda: not _is_running(child))


def _comes_true(condition: Callable[[], bool], seconds: float = 10) -> bool:
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    return condition()


def _is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"  # dead, and nobody has asked how it died
