"""DynamoDB in memory does with our expressions what DynamoDB on LocalStack does."""

import pytest

from shared.cases.table import Table
from tests import samples
from tests.contract.incident_contract import IncidentContract
from tests.contract.table_contract import TableContract
from tests.fakes.dynamodb import MemoryDynamoDB


@pytest.fixture
def table() -> Table:
    """An empty table."""
    return samples.table(MemoryDynamoDB())


class TestTable(TableContract):
    """In memory."""


class TestIncidents(IncidentContract):
    """In memory."""
