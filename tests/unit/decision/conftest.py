"""The door in memory."""

import pytest

from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import Clock
from tests.unit.decision.house import House


@pytest.fixture
def house(dynamodb: MemoryDynamoDB, clock: Clock) -> House:
    return House(dynamodb, clock)
