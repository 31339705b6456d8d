"""What meets on one case, raced by threads on a real table: one right state, whoever wins."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING, cast

import pytest

from tests import samples
from tests.architecture.template import resources
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.simulation.cast import case_of, opened
from tests.simulation.house import House
from tests.simulation.meeting import (
    at_once,
    handle,
    meet,
    right_states,
    same_moment,
    state_of,
    told,
)
from tests.simulation.queues import Message

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

pytestmark = pytest.mark.localstack
CREATED_WITH = ("AttributeDefinitions", "KeySchema", "GlobalSecondaryIndexes", "BillingMode")
RACES = 8


@pytest.fixture
def house(dynamodb: "DynamoDBClient") -> Iterator[House]:
    """A house on a real, empty table; its queues and platforms stay in memory."""
    (wanted,) = resources("AWS::DynamoDB::Table").values()
    dynamodb.create_table(TableName=samples.TABLE, **{key: wanted[key] for key in CREATED_WITH})
    yield opened(dynamodb=cast(MemoryDynamoDB, dynamodb))
    dynamodb.delete_table(TableName=samples.TABLE)


@pytest.mark.parametrize("_", range(RACES))
def test_a_decision_a_date_and_a_post_that_race_leave_one_right_state(house: House, _: int) -> None:
    case = told(house)
    _race(house, meet(house, case))
    assert state_of(house, case) in right_states()


@pytest.mark.parametrize("_", range(RACES))
def test_two_posts_of_one_author_that_race_make_one_case(house: House, _: int) -> None:
    with at_once(house) as waiting:
        first, second = same_moment(house, "ana")
    _race(house, waiting())
    case = case_of(house, first)
    assert case_of(house, second).case_id == case.case_id
    assert house.said(case) == ["first_answer"]


def _race(house: House, messages: list[Message]) -> None:
    """A worker for each message, all let go at once; then whatever follows."""
    barrier = Barrier(len(messages))

    def work(message: Message) -> None:
        barrier.wait()
        handle(house, message)

    with ThreadPoolExecutor(len(messages)) as workers:
        for done in [workers.submit(work, message) for message in messages]:
            done.result()
    house.settle()
