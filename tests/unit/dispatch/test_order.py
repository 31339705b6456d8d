"""Replies of one conversation leave in the order decided; in one thread no two read the same."""

from datetime import timedelta

import pytest

from functions.dispatch.order import comes_after
from functions.dispatch.platforms.outcome import PutOff, Refused, Unanswered
from shared.cases import replies
from shared.cases.change import Change
from shared.cases.items import Reply
from tests import samples
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import START, Clock
from tests.unit.dispatch.mouth import Mouth, request


@pytest.fixture
def pair(mouth: Mouth) -> Mouth:
    """A second reply of the same conversation, decided later, in another case."""
    mouth.plan(case_id="c-2", reply_id="r-2", planned_at=START + timedelta(seconds=1))
    return mouth


def second(mouth: Mouth) -> Reply:
    found = replies.read(mouth.table, samples.BRAND, "c-2", "r-2")
    assert found is not None
    return found


SECOND = {"case_id": "c-2"}


def test_a_later_one_waits_for_an_earlier_one_that_was_put_off(pair: Mouth) -> None:
    pair.platform.outcomes.append(PutOff("rate_limited", 300.0))
    pair.ask(request())
    pair.ask(request("r-2", **SECOND))
    waiting = second(pair)
    assert (waiting.state, waiting.reason) == ("planned", "earlier_reply")
    assert waiting.due_at is not None
    assert pair.reply.due_at is not None
    assert waiting.due_at > pair.reply.due_at
    pair.clock.pass_by(seconds=305)
    pair.ask(request())
    pair.ask(request("r-2", **SECOND))
    assert [told.reply_id for told in pair.told] == ["r-1", "r-2"]


def test_a_later_one_waits_for_one_that_nobody_has_brought_yet(pair: Mouth) -> None:
    pair.ask(request("r-2", **SECOND))
    assert not pair.platform.said
    assert second(pair).reason == "earlier_reply"


def test_a_later_one_waits_while_nobody_knows_of_the_earlier_one(pair: Mouth) -> None:
    pair.platform.outcomes.append(Unanswered("ReadTimeoutError"))
    pair.ask(request())
    pair.ask(request("r-2", **SECOND))
    assert second(pair).reason == "earlier_reply"
    pair.clock.pass_by(minutes=5)
    pair.ask(request())
    pair.ask(request("r-2", **SECOND))
    assert second(pair).state == "sent", "the earlier one is with a person now"


@pytest.mark.parametrize("how", ["refused", "superseded", "drafted"])
def test_nobody_waits_for_what_will_not_leave_by_itself(pair: Mouth, how: str) -> None:
    if how == "refused":
        pair.platform.outcomes.append(Refused("http_403"))
        pair.ask(request())
    elif how == "superseded":
        pair.table.commit(Change(superseded=(samples.reply(),)), pair.clock())
    else:
        first, *_ = pair.table.client().rows("reply#r-1")
        first["state"] = {"S": "drafted"}
    pair.ask(request("r-2", **SECOND))
    assert second(pair).state == "sent"


def test_an_earlier_one_does_not_wait_for_a_later_one(pair: Mouth) -> None:
    pair.ask(request())
    assert pair.reply.state == "sent"


def test_no_two_customers_in_one_thread_read_the_same(
    dynamodb: MemoryDynamoDB, clock: Clock
) -> None:
    mouth = Mouth(dynamodb, clock)
    for number in range(6):
        target = samples.target(object_id=f"post-{number}", author_id=f"author-{number}")
        talk = f"k-{number}"
        mouth.plan(reply_id=f"r-{number}", conversation=talk, target=target)  # all of one event
        mouth.ask(request(f"r-{number}", conversation=talk))
    assert len(mouth.platform.said) == 6
    assert len(set(mouth.platform.said)) == 6


def test_in_a_crisis_everybody_under_one_post_is_answered(
    dynamodb: MemoryDynamoDB, clock: Clock
) -> None:
    """Also when each text that there is has been said: nobody is left to a person for that."""
    mouth = Mouth(dynamodb, clock)
    for number in range(90):
        target = samples.target(object_id=f"post-{number}", author_id=f"author-{number}")
        talk = f"k-{number}"
        mouth.plan(reply_id=f"r-{number}", event_id=f"e-{number}", conversation=talk, target=target)
        mouth.ask(request(f"r-{number}", conversation=talk))
    said = mouth.platform.said
    assert len(said) == 90
    assert all(said[n] not in said[max(n - 50, 0) : n] for n in range(90))


def test_another_thread_may_read_what_this_one_did(dynamodb: MemoryDynamoDB, clock: Clock) -> None:
    mouth = Mouth(dynamodb, clock)
    for number in range(2):
        target = samples.target(object_id=f"post-{number}", thread_id=f"thread-{number}")
        mouth.plan(reply_id=f"r-{number}", conversation=f"k-{number}", target=target)
        mouth.ask(request(f"r-{number}", conversation=f"k-{number}"))
    assert len(set(mouth.platform.said)) == 1


def test_two_that_compose_for_one_thread_at_once_do_not_say_the_same(
    dynamodb: MemoryDynamoDB, clock: Clock
) -> None:
    mouth = Mouth(dynamodb, clock)
    for number in (1, 2):
        target = samples.target(object_id=f"post-{number}")
        mouth.plan(reply_id=f"r-{number}", conversation=f"k-{number}", target=target)
    dynamodb.before_transaction.append(
        lambda: mouth.ask(request("r-2", conversation="k-2")) and None
    )
    mouth.ask(request("r-1", conversation="k-1"))
    assert len(mouth.platform.said) == 2
    assert len(set(mouth.platform.said)) == 2


def test_a_customer_is_not_told_the_same_twice(dynamodb: MemoryDynamoDB, clock: Clock) -> None:
    mouth = Mouth(dynamodb, clock)
    for number in (1, 2):
        where = samples.target(object_id=f"post-{number}", thread_id=f"thread-{number}")
        mouth.plan(
            reply_id=f"r-{number}", target=where, planned_at=START + timedelta(seconds=number)
        )
        mouth.ask(request(f"r-{number}"))
    assert len(set(mouth.platform.said)) == 2


def test_what_was_put_off_is_said_with_the_words_that_it_had(mouth: Mouth) -> None:
    mouth.platform.outcomes.append(PutOff("rate_limited", 300.0))
    mouth.ask()
    mouth.clock.pass_by(seconds=300)
    mouth.ask()
    assert mouth.platform.said[0] == mouth.platform.said[1]


def test_what_was_held_is_waited_for_no_longer_than_until_it_may_go() -> None:
    tomorrow = START + timedelta(days=1)
    held = samples.reply(reason="mode_draft", due_at=tomorrow)
    assert comes_after(held, START) < START + timedelta(minutes=1)
    limited = samples.reply(reason="rate_limited", due_at=tomorrow)
    assert comes_after(limited, START) > tomorrow
