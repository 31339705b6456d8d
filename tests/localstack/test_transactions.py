"""DynamoDB on LocalStack keeps the contract, whatever the size of its table."""

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.localstack.store import Store, add_one, fresh_key, put_new
from tests.localstack.transaction_contract import RaceContract, TransactionContract

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import WriteRequestTypeDef

pytestmark = pytest.mark.localstack
MANY = 4000


@pytest.fixture(scope="module")
def store(dynamodb: "DynamoDBClient") -> Iterator[Store]:
    """An empty table."""
    name = f"transactions-{time.time_ns()}"
    dynamodb.create_table(
        TableName=name,
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[
            {"AttributeName": "PK", "AttributeType": "S"},
            {"AttributeName": "SK", "AttributeType": "S"},
        ],
        KeySchema=[
            {"AttributeName": "PK", "KeyType": "HASH"},
            {"AttributeName": "SK", "KeyType": "RANGE"},
        ],
    )
    yield Store(dynamodb, name)
    dynamodb.delete_table(TableName=name)


class TestTransactions(TransactionContract):
    """On LocalStack."""


class TestRaces(RaceContract):
    """On LocalStack."""


def test_full_table_is_as_fast_as_an_empty_one(dynamodb: "DynamoDBClient", store: Store) -> None:
    before = _fastest(store)
    _fill(dynamodb, store.table)
    assert _fastest(store) < 3 * before


def _fastest(store: Store) -> float:
    def seconds() -> float:
        began = time.perf_counter()
        store.transact(put_new(fresh_key()), add_one(fresh_key()))
        return time.perf_counter() - began

    # The fastest of several: other programs slow some down, nothing speeds one up.
    return min(seconds() for _ in range(15))


def _fill(client: "DynamoDBClient", table: str) -> None:
    for start in range(0, MANY, 25):
        requests: list[WriteRequestTypeDef] = [
            {"PutRequest": {"Item": {"PK": {"S": "many"}, "SK": {"S": str(number)}}}}
            for number in range(start, start + 25)
        ]
        client.batch_write_item(RequestItems={table: requests})
