"""What a batch of replies is understood by before the first of them is said."""

import pytest
from botocore.exceptions import ClientError

from functions.dispatch.foresee import foresee
from shared.cases import claims, keys, replies, scene
from shared.cases.change import Change
from shared.cases.claims import Claim
from shared.messages import ReplyRequested
from tests import samples
from tests.fakes.time import START
from tests.unit.dispatch.mouth import Mouth


def planned(mouth: Mouth, number: int, **given: object) -> ReplyRequested:
    """A reply of somebody's own, and the request to say it."""
    mine = {"case_id": f"c-{number}", "reply_id": f"r-{number}", "conversation": f"k-{number}"}
    target = samples.target(object_id=f"post-{number}", thread_id=f"post-{number}")
    mouth.table.commit(Change(replies=(samples.reply(**mine, target=target, **given),)), START)
    return ReplyRequested(event_id=samples.EVENT, brand=samples.BRAND, **mine)


def test_ten_first_replies_are_understood_in_two_calls(mouth: Mouth) -> None:
    table = mouth.table
    asked = [planned(mouth, number, is_first=True) for number in range(10)]
    mouth.table.client().calls.clear()
    with foresee(mouth.stage, asked):
        scenes = [scene.read(table, each) for each in asked]
    assert [s.reply.reply_id for s in scenes if s] == [each.reply_id for each in asked]
    assert mouth.table.client().calls == {"BatchGetItem": 2}


@pytest.mark.parametrize("given", [{"is_first": False}, {"is_first": True, "reason": "mode_off"}])
def test_what_may_have_been_overtaken_looks_at_its_whole_conversation(
    mouth: Mouth, given: dict[str, object]
) -> None:
    table = mouth.table
    asked = [planned(mouth, number, **given) for number in range(2)]
    mouth.table.client().calls.clear()
    with foresee(mouth.stage, asked):
        assert all(scene.read(table, each) for each in asked)
    assert mouth.table.client().calls["Query"] == 2


def test_of_one_conversation_only_the_first_is_read_ahead(mouth: Mouth) -> None:
    """What the first one says is part of what the second must know."""
    table = mouth.table
    first, other = planned(mouth, 1, is_first=True), planned(mouth, 2, is_first=True)
    second = first.model_copy(update={"reply_id": "r-9"})
    with foresee(mouth.stage, [first, second, other]):
        key = keys.reply_key(samples.BRAND, "c-1", "r-9")
        assert not table.ahead.has(key)


def test_a_reply_that_somebody_took_meanwhile_is_not_claimed(mouth: Mouth) -> None:
    table, others = mouth.table, samples.table(mouth.table.client())
    asked = [planned(mouth, number, is_first=True) for number in range(2)]
    with foresee(mouth.stage, asked):
        theirs = replies.read(others, samples.BRAND, "c-0", "r-0")
        assert theirs is not None
        assert claims.claim(others, theirs, Claim("Hi.", theirs.target), START)
        ours = scene.read(table, asked[0])
        assert ours is not None
        assert ours.reply.state == "planned"
        assert claims.claim(table, ours.reply, Claim("Hi.", ours.reply.target), START) is None


def test_where_nothing_can_be_foreseen_each_reads_for_itself(mouth: Mouth) -> None:
    table = mouth.table
    asked = [planned(mouth, number, is_first=True) for number in range(2)]
    mouth.table.client().is_down = True
    with foresee(mouth.stage, asked):
        with pytest.raises(ClientError):
            scene.read(table, asked[0])
        mouth.table.client().is_down = False
        assert scene.read(table, asked[0])


def test_a_batch_takes_its_writes_at_once_and_gives_back_what_it_did_not_use(
    mouth: Mouth,
) -> None:
    asked = [planned(mouth, number, is_first=True) for number in range(3)]
    calls, leases = mouth.table.client().calls, mouth.limits.leases
    with foresee(mouth.stage, asked):
        mouth.stage.handle(asked[0], samples.record())
        before = calls["PutItem"]
        mouth.stage.handle(asked[1], samples.record())
    assert calls["PutItem"] == before, "the second writes by what the first has taken"
    assert sum(lease.left for lease in leases.held.values()) == 2
    leases.give_back(mouth.clock())
    ((used,),) = [quota.used.values() for quota in leases.kept.values() if len(quota.used) == 1][:1]
    assert sum(used.values()) == 2
