"""Reading ahead saves calls, and never lets anybody act on what has changed since."""

import pytest

from shared.cases import ahead
from shared.cases.attributes import to_item
from shared.cases.table import Table
from tests import samples
from tests.fakes.dynamodb import MemoryDynamoDB

ONE, OTHER, NOWHERE = ({"pk": name, "sk": "case"} for name in ("one", "other", "nowhere"))


@pytest.fixture
def table(dynamodb: MemoryDynamoDB) -> Table:
    for key in (ONE, OTHER):
        dynamodb.put_item(TableName=samples.TABLE, Item=to_item({**key, "n": 1}))
    dynamodb.calls.clear()
    return samples.table(dynamodb)


def test_what_was_read_ahead_is_not_asked_for_again(table: Table, dynamodb: MemoryDynamoDB) -> None:
    with table.reading_ahead():
        table.foresee([ONE, OTHER, NOWHERE, ONE])
        assert table.get(ONE) == {**ONE, "n": 1}
        assert table.get(NOWHERE) is None
        assert set(table.get_many([OTHER])) == {("other", "case")}
    assert dynamodb.calls == {"BatchGetItem": 1}


def test_each_item_is_given_out_once_and_then_read_anew(
    table: Table, dynamodb: MemoryDynamoDB
) -> None:
    with table.reading_ahead():
        table.foresee([ONE])
        dynamodb.put_item(TableName=samples.TABLE, Item=to_item({**ONE, "n": 2}))
        assert table.get(ONE) == {**ONE, "n": 1}
        assert table.get(ONE) == {**ONE, "n": 2}


def test_what_was_not_foreseen_is_read_with_the_rest(
    table: Table, dynamodb: MemoryDynamoDB
) -> None:
    with table.reading_ahead():
        table.foresee([ONE])
        found = table.get_many([ONE, OTHER, NOWHERE])
    assert set(found) == {("one", "case"), ("other", "case")}
    assert dynamodb.calls == {"BatchGetItem": 2}


def test_nothing_outlasts_its_batch(table: Table, dynamodb: MemoryDynamoDB) -> None:
    with table.reading_ahead():
        table.foresee([ONE])
    dynamodb.put_item(TableName=samples.TABLE, Item=to_item({**ONE, "n": 2}))
    assert table.get(ONE) == {**ONE, "n": 2}


def test_what_grew_old_is_read_anew(table: Table, dynamodb: MemoryDynamoDB) -> None:
    with table.reading_ahead():
        table.foresee([ONE])
        table.ahead.read_at -= ahead.KEEP_SECONDS + 1
        dynamodb.put_item(TableName=samples.TABLE, Item=to_item({**ONE, "n": 2}))
        assert table.get(ONE) == {**ONE, "n": 2}
