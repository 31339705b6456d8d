"""DynamoDB in memory keeps the contract of DynamoDB's transactions, as LocalStack's does."""

import pytest

from tests.fakes.dynamodb import MemoryDynamoDB
from tests.localstack.store import Store
from tests.localstack.transaction_contract import RaceContract, TransactionContract


@pytest.fixture
def store() -> Store:
    """An empty table."""
    return Store(MemoryDynamoDB(key_names=("PK", "SK")), "memory")


class TestTransactions(TransactionContract):
    """In memory."""


class TestRaces(RaceContract):
    """In memory."""
