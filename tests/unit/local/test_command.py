"""The sandbox as a process of its own, as the desk runs it."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from infra.local.platforms import Sandbox


@pytest.fixture
def process() -> Iterator[Sandbox]:
    command = [sys.executable, "-m", "infra.local.platforms", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        yield Sandbox(running.stdout.readline().strip().rstrip("/"))
        running.terminate()


def test_the_command_says_where_it_serves(process: Sandbox) -> None:
    acme = process.add_account("x", "acme")
    process.post(acme, "@acme it broke", "ola")
    assert process.feed()["posts"][0]["text"] == "@acme it broke"
