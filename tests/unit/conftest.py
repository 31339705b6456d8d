"""No unit test reaches beyond this machine; the sandbox's and our own servers are on loopback."""

from collections.abc import Iterator

import pytest
from aws_lambda_powertools.metrics import Metrics
from pytest_socket import enable_socket, socket_allow_hosts

from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import Clock

LOOPBACK = ["127.0.0.1", "::1", "localhost"]


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    """Whoever connects to another host gets SocketConnectBlockedError."""
    socket_allow_hosts(LOOPBACK, allow_unix_socket=True)
    yield
    enable_socket()


@pytest.fixture(autouse=True)
def no_metrics_left_over() -> Iterator[None]:
    """What one test counted must not leave with another's."""
    Metrics().clear_metrics()
    yield
    Metrics().clear_metrics()


@pytest.fixture
def dynamodb() -> MemoryDynamoDB:
    return MemoryDynamoDB()


@pytest.fixture
def clock() -> Clock:
    return Clock()
