"""What Sixday's access patterns need of DynamoDB beside transactions, on LocalStack."""

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from botocore.exceptions import ClientError

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

pytestmark = pytest.mark.localstack
KEY = {"PK": {"S": "brand#1"}, "SK": {"S": "case#1"}}


@pytest.fixture
def table(dynamodb: "DynamoDBClient") -> Iterator[str]:
    """An empty table with a sparse index on what is due."""
    name = f"table-{time.time_ns()}"
    dynamodb.create_table(
        TableName=name,
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[
            {"AttributeName": attribute, "AttributeType": "S"}
            for attribute in ("PK", "SK", "due_on", "due_at")
        ],
        KeySchema=[
            {"AttributeName": "PK", "KeyType": "HASH"},
            {"AttributeName": "SK", "KeyType": "RANGE"},
        ],
        GlobalSecondaryIndexes=[
            {
                "IndexName": "due",
                "KeySchema": [
                    {"AttributeName": "due_on", "KeyType": "HASH"},
                    {"AttributeName": "due_at", "KeyType": "RANGE"},
                ],
                "Projection": {"ProjectionType": "ALL"},
            }
        ],
    )
    yield name
    dynamodb.delete_table(TableName=name)


def test_set_grows_by_what_is_new(dynamodb: "DynamoDBClient", table: str) -> None:
    for mark in ("post#1", "post#2", "post#1"):
        answer = dynamodb.update_item(
            TableName=table,
            Key=KEY,
            UpdateExpression="ADD seen :mark",
            ExpressionAttributeValues={":mark": {"SS": [mark]}},
            ReturnValues="ALL_NEW",
        )
    assert sorted(answer["Attributes"]["seen"]["SS"]) == ["post#1", "post#2"]


def test_what_a_set_contains_can_be_a_condition(dynamodb: "DynamoDBClient", table: str) -> None:
    dynamodb.put_item(TableName=table, Item=KEY | {"seen": {"SS": ["post#1"]}})
    with pytest.raises(dynamodb.exceptions.ConditionalCheckFailedException) as refusal:
        dynamodb.update_item(
            TableName=table,
            Key=KEY,
            UpdateExpression="ADD seen :mark",
            ConditionExpression="attribute_not_exists(PK) OR NOT contains(seen, :one)",
            ExpressionAttributeValues={":mark": {"SS": ["post#1"]}, ":one": {"S": "post#1"}},
            ReturnValuesOnConditionCheckFailure="ALL_OLD",
        )
    response: dict[str, Any] = {**refusal.value.response}
    assert response["Item"] == KEY | {"seen": {"SS": ["post#1"]}}


def test_second_creation_is_refused(dynamodb: "DynamoDBClient", table: str) -> None:
    condition = "attribute_not_exists(PK)"
    dynamodb.put_item(TableName=table, Item=KEY, ConditionExpression=condition)
    with pytest.raises(ClientError, match="ConditionalCheckFailed"):
        dynamodb.put_item(TableName=table, Item=KEY, ConditionExpression=condition)


@pytest.mark.parametrize(
    ("condition", "values", "found"),
    [
        ("begins_with(due_at, :hour)", {":hour": "2030-01-01T10"}, "12"),
        ("due_at BETWEEN :from AND :to", {":from": "2030-01-01T10:30", ":to": "2030-01-02"}, "23"),
        ("due_at <= :now", {":now": "2030-01-01T10:00"}, "1"),
    ],
)
def test_index_holds_only_what_is_due(
    dynamodb: "DynamoDBClient",
    table: str,
    condition: str,
    values: dict[str, str],
    found: str,
) -> None:
    due = {"1": "2030-01-01T10:00", "2": "2030-01-01T10:30", "3": "2030-01-01T11:00", "4": ""}
    for name, moment in due.items():
        indexed = {"due_on": {"S": "shard#0"}, "due_at": {"S": moment}} if moment else {}
        dynamodb.put_item(TableName=table, Item=KEY | {"SK": {"S": name}} | indexed)
    given = {name: {"S": value} for name, value in values.items()}
    answer = dynamodb.query(
        TableName=table,
        IndexName="due",
        KeyConditionExpression=f"due_on = :shard AND {condition}",
        ExpressionAttributeValues={":shard": {"S": "shard#0"}, **given},
    )
    assert [item["SK"]["S"] for item in answer["Items"]] == list(found)


def test_item_that_is_done_leaves_the_index(dynamodb: "DynamoDBClient", table: str) -> None:
    due = {"due_on": {"S": "shard#0"}, "due_at": {"S": "2030"}}
    dynamodb.put_item(TableName=table, Item=KEY | due)
    dynamodb.update_item(TableName=table, Key=KEY, UpdateExpression="REMOVE due_on, due_at")
    answer = dynamodb.query(
        TableName=table,
        IndexName="due",
        KeyConditionExpression="due_on = :shard",
        ExpressionAttributeValues={":shard": {"S": "shard#0"}},
    )
    assert answer["Items"] == []


def test_several_items_are_read_at_once(dynamodb: "DynamoDBClient", table: str) -> None:
    keys = [KEY | {"SK": {"S": str(number)}} for number in range(3)]
    for key in keys[:2]:
        dynamodb.put_item(TableName=table, Item=key)
    answer = dynamodb.batch_get_item(RequestItems={table: {"Keys": keys}})
    assert sorted(item["SK"]["S"] for item in answer["Responses"][table]) == ["0", "1"]
    assert answer["UnprocessedKeys"] == {}


def test_time_to_live_and_recovery_are_kept(dynamodb: "DynamoDBClient", table: str) -> None:
    dynamodb.update_time_to_live(
        TableName=table,
        TimeToLiveSpecification={"Enabled": True, "AttributeName": "expires_at"},
    )
    dynamodb.update_continuous_backups(
        TableName=table,
        PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True},
    )
    lifetime = dynamodb.describe_time_to_live(TableName=table)["TimeToLiveDescription"]
    backups = dynamodb.describe_continuous_backups(TableName=table)["ContinuousBackupsDescription"]
    recovery = backups["PointInTimeRecoveryDescription"]
    assert lifetime == {"TimeToLiveStatus": "ENABLED", "AttributeName": "expires_at"}
    assert recovery["PointInTimeRecoveryStatus"] == "ENABLED"
