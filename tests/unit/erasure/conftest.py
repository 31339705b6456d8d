"""A place where people are forgotten."""

import pytest

from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import Clock
from tests.unit.erasure.forgetting import Forgetting


@pytest.fixture
def house(dynamodb: MemoryDynamoDB, clock: Clock) -> Forgetting:
    return Forgetting(dynamodb, clock)
