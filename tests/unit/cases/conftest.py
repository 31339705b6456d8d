"""A table in memory."""

import pytest

from shared.cases.table import Table
from tests import samples
from tests.fakes.dynamodb import MemoryDynamoDB


@pytest.fixture
def table(dynamodb: MemoryDynamoDB) -> Table:
    return samples.table(dynamodb)
