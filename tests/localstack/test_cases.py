"""DynamoDB on LocalStack does with our expressions what its fake in memory does."""

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from shared.cases.table import Table
from tests.architecture.template import resources
from tests.contract.incident_contract import IncidentContract
from tests.contract.table_contract import TableContract

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

pytestmark = pytest.mark.localstack
CREATED_WITH = ("AttributeDefinitions", "KeySchema", "GlobalSecondaryIndexes", "BillingMode")


@pytest.fixture
def table(dynamodb: "DynamoDBClient") -> Iterator[Table]:
    """An empty table, as the template makes it."""
    (wanted,) = resources("AWS::DynamoDB::Table").values()
    name = f"cases-{time.time_ns()}"
    dynamodb.create_table(TableName=name, **{key: wanted[key] for key in CREATED_WITH})
    yield Table(lambda: dynamodb, name)
    dynamodb.delete_table(TableName=name)


class TestTable(TableContract):
    """On LocalStack."""


class TestIncidents(IncidentContract):
    """On LocalStack."""
