"""A person's longer words leave in several pieces, where the platform reads them as one.

A piece leaves once the one before it is known to stand, and never twice.
"""

from typing import Any

import pytest

from functions.dispatch.platforms.outcome import (
    Absent,
    Found,
    Outcome,
    PutOff,
    Refused,
    Sent,
    Unanswered,
)
from shared.cases import keys, quotas
from shared.cases.change import Change, SeenPost
from shared.cases.items import Conversation, Reply, Target
from shared.cases.replies import read
from shared.ways import RESTRICTED
from tests import samples
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import Clock
from tests.unit.dispatch.mouth import SECRET, Mouth, request

SENTENCE = "We looked at your modem again this morning, and found what it is. "
LONG = (SENTENCE * 40).strip()  # of the 2,000 characters that Messenger takes
THREE = " ".join(f"{n}. {SENTENCE.strip()}" for n in range(10))  # of the 280 of X
ON_X = samples.target(platform="x", account_id="7", author_handle="ana", is_summoned=True)
IN_PRIVATE = samples.target(surface="message", is_private=True)
LOST = Unanswered("ReadTimeoutError")
BOTH = pytest.mark.parametrize(("target", "text"), [(ON_X, THREE), (IN_PRIVATE, LONG * 2)])


@pytest.fixture
def mouth(dynamodb: MemoryDynamoDB, clock: Clock) -> Mouth:
    it = Mouth(dynamodb, clock)
    it.connect(platform="x", account_id="7", secret_name=SECRET)
    return it


def written(mouth: Mouth, *outcomes: Outcome, **given: Any) -> Reply:  # noqa: ANN401
    mouth.platform.outcomes += outcomes
    plain = {
        "reply_id": "r-2",
        "conversation": "k-2",
        "situation": "written_by_person",
        "is_automatic": False,
        "text": LONG,
        "target": IN_PRIVATE,
    }
    mouth.plan(**(plain | given))
    return brought(mouth)


def brought(mouth: Mouth, **given: str) -> Reply:
    answer = mouth.ask(request("r-2", conversation="k-2", **given))
    assert answer == {"batchItemFailures": []}
    found = read(mouth.table, samples.BRAND, samples.CASE, "r-2")
    assert found is not None
    return found


def until_settled(mouth: Mouth) -> Reply:
    reply = brought(mouth)
    for _ in range(8):
        mouth.clock.pass_by(seconds=61)
        reply = brought(mouth)
    return reply


def keys_of(mouth: Mouth) -> list[str]:
    return [it.key for it in mouth.platform.heard]


def test_a_long_message_of_a_persons_leaves_in_pieces_that_end_with_a_sentence(
    mouth: Mouth,
) -> None:
    written(mouth)
    assert mouth.told[-1].state == "sent"
    assert len(mouth.platform.said) == 2
    assert " ".join(mouth.platform.said) == LONG
    assert all(piece.endswith(".") and len(piece) <= 2_000 for piece in mouth.platform.said)
    assert len(set(keys_of(mouth))) == 2, "each is itself, at every attempt"


def test_on_x_a_persons_longer_words_are_a_thread_each_post_below_the_one_before(
    mouth: Mouth,
) -> None:
    reply = written(mouth, target=ON_X, text=THREE)
    assert [it.target.object_id for it in mouth.platform.heard] == [
        ON_X.object_id,
        "theirs-1",
        "theirs-2",
    ]
    assert " ".join(mouth.platform.said) == THREE
    assert (reply.state, reply.platform_id) == ("sent", "theirs-1")
    assert reply.stands == ("theirs-1", "theirs-2", "theirs-3")
    assert [it.state for it in mouth.told] == ["sent"]


def test_what_is_longer_than_a_short_thread_goes_back_to_its_person(mouth: Mouth) -> None:
    reply = written(mouth, target=ON_X, text=SENTENCE * 20)
    assert (reply.state, reply.reason) == ("failed", "does_not_fit")
    assert not mouth.platform.said


def test_what_a_program_says_is_one_post(mouth: Mouth) -> None:
    written(mouth, target=ON_X, text=None, situation="progress", news=THREE, is_automatic=True)
    assert len(mouth.platform.said) == 0
    assert mouth.told[-1].reason == "does_not_fit"


def test_each_piece_counts_against_the_limit(mouth: Mouth) -> None:
    written(mouth)
    key = keys.quota_key(samples.BRAND, "facebook", samples.target().account_id)
    (slots,) = quotas.read(mouth.table, key).used.values()
    assert sum(slots.values()) == 2


def test_where_posts_are_not_read_as_one_it_goes_back_to_its_person(mouth: Mouth) -> None:
    written(mouth, target=samples.target())
    assert (mouth.told[-1].state, mouth.told[-1].reason) == ("failed", "does_not_fit")
    assert not mouth.platform.said


@BOTH
def test_a_piece_whose_answer_was_lost_is_found_before_the_next_leaves(
    mouth: Mouth, target: Target, text: str
) -> None:
    reply = written(mouth, Sent("a"), LOST, target=target, text=text)
    assert (reply.state, reply.stands) == ("unknown", ("a",))
    assert len(mouth.platform.heard) == 2, "the third waits"
    mouth.platform.seen = Found("b")
    mouth.clock.pass_by(seconds=61)
    reply = brought(mouth)
    assert (reply.state, reply.stands[:2]) == ("sent", ("a", "b"))
    assert len(set(keys_of(mouth))) == len(keys_of(mouth)) == len(reply.pieces)


@BOTH
def test_what_broke_off_and_is_not_found_is_a_persons_who_is_told_what_stands(
    mouth: Mouth, target: Target, text: str
) -> None:
    written(mouth, Sent("a"), LOST, target=target, text=text)
    reply = until_settled(mouth)
    pieces = len(reply.pieces)
    told = mouth.told[-1]
    assert told.state == "unknown"
    assert told.reason == f"said_in_part: 1 of {pieces} pieces; ReadTimeoutError"
    assert told.missing == "\n\n".join(reply.pieces[1:])
    assert told.platform_id is None
    assert len(mouth.platform.heard) == 2, "nothing is said twice, nor out of order"


def test_a_thread_that_was_put_off_goes_on_with_its_next_post(mouth: Mouth) -> None:
    reply = written(mouth, Sent("a"), PutOff("rate_limited", 90.0), target=ON_X, text=THREE)
    assert (reply.state, reply.stands, reply.reason) == ("planned", ("a",), "rate_limited")
    mouth.clock.pass_by(seconds=91)
    reply = brought(mouth)
    assert reply.state == "sent"
    assert keys_of(mouth) == [f"{samples.CASE}.r-2.{n}" for n in (0, 1, 1, 2)]
    assert [it.target.object_id for it in mouth.platform.heard][1:3] == ["a", "a"]


def test_what_the_platform_refuses_after_a_piece_stands_is_a_persons(mouth: Mouth) -> None:
    reply = written(mouth, Sent("a"), Refused("http_403 x"), target=ON_X, text=THREE)
    assert reply.state == "unknown", "failed would say that nothing stands there"
    assert reply.reason == "said_in_part: 1 of 3 pieces; http_403 x"
    assert mouth.told[-1].missing == "\n\n".join(reply.pieces[1:])
    assert until_settled(mouth).stands == ("a",)
    assert len(mouth.platform.heard) == 2


def test_a_thread_whose_post_was_deleted_meanwhile_goes_no_further(mouth: Mouth) -> None:
    written(mouth, Sent("a"), PutOff("rate_limited", 90.0), target=ON_X, text=THREE)
    gone = samples.post(platform="x", account_id="7", verb="deleted")
    mark = SeenPost(samples.BRAND, gone, None, None, samples.EVENT, "deleted")
    mouth.table.commit(Change(seen=mark), mouth.clock())
    mouth.clock.pass_by(seconds=91)
    reply = brought(mouth)
    assert (reply.state, reply.reason) == ("unknown", "said_in_part: 1 of 3 pieces; post_deleted")
    assert len(mouth.platform.heard) == 2


def test_the_switch_holds_within_a_thread_too(mouth: Mouth) -> None:
    written(mouth, Sent("a"), PutOff("rate_limited", 90.0), target=ON_X, text=THREE)
    mouth.mode = "off"
    mouth.clock.pass_by(seconds=91)
    assert brought(mouth).reason == "mode_off"
    mouth.mode = "live"
    assert brought(mouth).state == "sent"
    assert " ".join(dict.fromkeys(mouth.platform.said)) == THREE


def test_its_echo_settles_the_lost_piece_and_the_next_one_leaves(mouth: Mouth) -> None:
    written(mouth, Sent("a"), LOST, target=ON_X, text=THREE)
    reply = brought(mouth, seen_as="b")
    assert (reply.state, reply.stands) == ("sent", ("a", "b", "theirs-3"))
    assert mouth.platform.looks == 0


def test_the_echo_of_an_earlier_piece_settles_nothing(mouth: Mouth) -> None:
    written(mouth, Sent("a"), LOST, target=ON_X, text=THREE)
    assert brought(mouth, seen_as="a").state == "unknown"
    assert len(mouth.platform.heard) == 2


def test_where_a_person_has_the_rest_an_echo_does_not_say_it(mouth: Mouth) -> None:
    written(mouth, Sent("a"), LOST, target=ON_X, text=THREE)
    until_settled(mouth)
    brought(mouth, seen_as="b")
    assert len(mouth.platform.heard) == 2


def test_a_slow_platform_gets_one_piece_a_go(mouth: Mouth) -> None:
    """Lambda would end us in mid-send: what is due already is brought again."""
    mouth.platform.takes = lambda: mouth.clock.pass_by(seconds=4)
    reply = written(mouth, target=ON_X, text=THREE)
    assert (reply.state, len(reply.stands)) == ("planned", 1)
    assert mouth.due
    brought(mouth)
    assert brought(mouth).state == "sent"
    assert keys_of(mouth) == [f"{samples.CASE}.r-2.{n}" for n in range(3)]


def test_a_look_that_finds_nothing_says_nothing_again(mouth: Mouth) -> None:
    mouth.platform.seen = Absent()
    written(mouth, LOST, target=ON_X, text=THREE)
    reply = until_settled(mouth)
    assert (reply.state, reply.stands, reply.reason) == ("unknown", (), "ReadTimeoutError")
    assert len(mouth.platform.heard) == 1


def test_what_was_begun_in_public_does_not_go_on_in_private(mouth: Mouth) -> None:
    """Its author lets few answer since then; a message would be open."""
    talk = Conversation(
        brand=samples.BRAND, conversation="k-2", version=1, last_message_at=mouth.clock()
    )
    mouth.table.commit(Change(conversation=talk), mouth.clock())
    written(mouth, Sent("a"), PutOff("rate_limited", 90.0), target=ON_X, text=THREE)
    refused = {"state": "failed", "reason": RESTRICTED, "conversation": "k-2", "target": ON_X}
    mouth.plan(reply_id="r-3", **refused)
    mouth.clock.pass_by(seconds=91)
    reply = brought(mouth)
    assert (reply.state, reply.reason) == (
        "unknown",
        f"said_in_part: 1 of 3 pieces; {RESTRICTED}",
    )
    assert len(mouth.platform.heard) == 2
