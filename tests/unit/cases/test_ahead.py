"""Reading ahead saves calls, and never lets anybody act on what has changed since."""

import pytest
from botocore.exceptions import ClientError

from functions.dispatch.foresee import foresee
from shared.cases import ahead, claims, keys, replies, scene
from shared.cases.attributes import to_item
from shared.cases.change import Change
from shared.cases.claims import Claim
from shared.cases.table import Table
from shared.messages import ReplyRequested
from tests import samples
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import START

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


def planned(table: Table, number: int, **given: object) -> ReplyRequested:
    """A reply of somebody's own, and the request to say it."""
    mine = {"case_id": f"c-{number}", "reply_id": f"r-{number}", "conversation": f"k-{number}"}
    target = samples.target(object_id=f"post-{number}", thread_id=f"post-{number}")
    table.commit(Change(replies=(samples.reply(**mine, target=target, **given),)), START)
    return ReplyRequested(event_id=samples.EVENT, brand=samples.BRAND, **mine)


def test_ten_first_replies_are_understood_in_two_calls(dynamodb: MemoryDynamoDB) -> None:
    table = samples.table(dynamodb)
    asked = [planned(table, number, is_first=True) for number in range(10)]
    dynamodb.calls.clear()
    with foresee(table, asked):
        scenes = [scene.read(table, each) for each in asked]
    assert [s.reply.reply_id for s in scenes if s] == [each.reply_id for each in asked]
    assert dynamodb.calls == {"BatchGetItem": 2}


@pytest.mark.parametrize("given", [{"is_first": False}, {"is_first": True, "reason": "mode_off"}])
def test_what_may_have_been_overtaken_looks_at_its_whole_conversation(
    dynamodb: MemoryDynamoDB, given: dict[str, object]
) -> None:
    table = samples.table(dynamodb)
    asked = [planned(table, number, **given) for number in range(2)]
    dynamodb.calls.clear()
    with foresee(table, asked):
        assert all(scene.read(table, each) for each in asked)
    assert dynamodb.calls["Query"] == 2


def test_of_one_conversation_only_the_first_is_read_ahead(dynamodb: MemoryDynamoDB) -> None:
    """What the first one says is part of what the second must know."""
    table = samples.table(dynamodb)
    first, other = planned(table, 1, is_first=True), planned(table, 2, is_first=True)
    second = first.model_copy(update={"reply_id": "r-9"})
    with foresee(table, [first, second, other]):
        key = keys.reply_key(samples.BRAND, "c-1", "r-9")
        assert not table.ahead.has(key)


def test_a_reply_that_somebody_took_meanwhile_is_not_claimed(dynamodb: MemoryDynamoDB) -> None:
    table, others = samples.table(dynamodb), samples.table(dynamodb)
    asked = [planned(table, number, is_first=True) for number in range(2)]
    with foresee(table, asked):
        theirs = replies.read(others, samples.BRAND, "c-0", "r-0")
        assert theirs is not None
        assert claims.claim(others, theirs, Claim("Hi.", theirs.target), START)
        ours = scene.read(table, asked[0])
        assert ours is not None
        assert ours.reply.state == "planned"
        assert claims.claim(table, ours.reply, Claim("Hi.", ours.reply.target), START) is None


def test_where_nothing_can_be_foreseen_each_reads_for_itself(dynamodb: MemoryDynamoDB) -> None:
    table = samples.table(dynamodb)
    asked = [planned(table, number, is_first=True) for number in range(2)]
    dynamodb.is_down = True
    with foresee(table, asked):
        with pytest.raises(ClientError):
            scene.read(table, asked[0])
        dynamodb.is_down = False
        assert scene.read(table, asked[0])
