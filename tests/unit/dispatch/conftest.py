"""Dispatch, live, with one reply planned."""

import pytest

from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import Clock
from tests.unit.dispatch.mouth import Mouth


@pytest.fixture
def mouth(dynamodb: MemoryDynamoDB, clock: Clock) -> Mouth:
    it = Mouth(dynamodb, clock)
    it.plan()
    return it
