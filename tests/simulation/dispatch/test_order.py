"""A thousand conversations of five messages, with failures: none leaves out of its order."""

import pytest

from tests.simulation.dispatch.talks import MESSAGES, live, out_of_order
from tests.simulation.dispatch.town import Town
from tests.simulation.dispatch.wall import Troubles

TALKS_AT_ONCE = 10
TROUBLES = Troubles(
    lost_request=0.02,
    lost_answer=0.04,
    rate_limited=0.05,
    not_reached=0.04,
    refused=0.01,
    crash=0.002,
    unreadable=0.2,
)


@pytest.mark.parametrize("part", range(10))
def test_a_thousand_conversations_of_five_leave_in_the_order_decided(part: int) -> None:
    for seed in range(part * 10, part * 10 + 10):
        town = live(seed, TALKS_AT_ONCE, TROUBLES)
        assert out_of_order(town) == []
        assert town.is_over
        assert len(town.replies()) == TALKS_AT_ONCE * MESSAGES


def test_what_was_withdrawn_never_leaves() -> None:
    towns = [live(seed, TALKS_AT_ONCE, TROUBLES) for seed in range(500, 505)]
    assert sum(len(withdrawn(town)) for town in towns) > 20
    for town in towns:
        assert not withdrawn(town) & {standing.it.key for standing in town.wall.stands}


def withdrawn(town: Town) -> set[str]:
    superseded = (reply for reply in town.replies() if reply.state == "superseded")
    return {f"{reply.case_id}.{reply.reply_id}.0" for reply in superseded}
