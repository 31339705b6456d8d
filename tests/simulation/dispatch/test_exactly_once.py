"""A thousand replies, answers lost, workers dying: none is said twice, none is lost."""

from collections import Counter
from datetime import timedelta

import pytest

from tests.fakes.time import START
from tests.simulation.dispatch.naive import naive
from tests.simulation.dispatch.sends import TROUBLES, said_twice, send_all
from tests.simulation.dispatch.town import Town
from tests.simulation.dispatch.wall import Troubles

SENDS = 250  # a seed; four of them
SEEDS = range(4)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_thousand_sends_with_answers_lost_at_random_points(seed: int) -> None:
    towns = send_all(SENDS, seed, TROUBLES)
    assert said_twice(towns) == 0
    for town in towns:
        check_ends(town)
    ends = Counter(reply.state for town in towns for reply in town.replies())
    assert sum(ends.values()) == SENDS
    assert ends["sent"] > SENDS * 0.8


def check_ends(town: Town) -> None:
    """Each ended in one of three ways, which is true, and escalation knows."""
    assert town.is_over
    stands = {standing.it.key for standing in town.wall.stands}
    told = {settled.reply_id: settled.state for settled in town.settled}
    for reply in town.replies():
        is_said = f"{reply.case_id}.{reply.reply_id}.0" in stands
        assert told[reply.reply_id] == reply.state
        match reply.state:
            case "sent":
                assert is_said
            case "failed":
                assert reply.reason
                assert not is_said
            case other:
                assert other == "unknown"


def test_a_naive_retry_says_the_same_twice() -> None:
    """The baseline: the same troubles, and the way that most would go about it."""
    assert said_twice(send_all(SENDS, 0, TROUBLES, naive())) > SENDS * 0.05


def test_without_troubles_nobody_is_needed() -> None:
    (town,) = send_all(20, 0, Troubles())
    assert {reply.state for reply in town.replies()} == {"sent"}


def test_what_nobody_finds_is_with_a_person_within_the_policys_minutes() -> None:
    """With follow-up's minute between two looks, and platforms that often can't be read."""
    waited = list[timedelta]()
    for town in send_all(100, 5, Troubles(lost_request=0.3, lost_answer=0.1, unreadable=0.5)):
        began = {reply.reply_id: reply.sending_at or START for reply in town.replies()}
        lost = [it for it in town.settled if it.state == "unknown"]
        waited += [it.settled_at - began[it.reply_id] for it in lost]
    assert len(waited) > 20
    assert max(waited) <= timedelta(minutes=5)
