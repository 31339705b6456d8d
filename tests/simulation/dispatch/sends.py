"""Many replies to many people, in a town where things go wrong."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta

from tests import samples
from tests.fakes.time import START
from tests.simulation.dispatch.town import Handle, Town
from tests.simulation.dispatch.wall import Troubles

TROUBLES = Troubles(
    lost_request=0.04,
    lost_answer=0.08,
    server_error=0.03,
    rate_limited=0.03,
    not_reached=0.03,
    refused=0.02,
    crash=0.004,
    unreadable=0.2,
)
AT_ONCE = 25  # replies of a town: the table in memory slows down with what stands in it


def send_all(
    sends: int, seed: int, troubles: Troubles, handler: Callable[[Town], Handle] = Town.dispatch
) -> list[Town]:
    """Towns in which so many replies came to their end."""
    return [
        _live(min(AT_ONCE, sends - begun), 1000 * seed + begun, troubles, handler)
        for begun in range(0, sends, AT_ONCE)
    ]


def said_twice(towns: list[Town]) -> int:
    """How many replies stand there more than once."""
    stands = (Counter(s.it.key for s in town.wall.stands) for town in towns)
    return sum(times > 1 for town in stands for times in town.values())


def _live(sends: int, seed: int, troubles: Troubles, handler: Callable[[Town], Handle]) -> Town:
    town = Town(seed, troubles)
    for number in range(sends):
        target = samples.target(object_id=f"post-{number}", thread_id=f"thread-{number % 5}")
        town.decide(
            samples.reply(
                case_id=f"c-{number}",
                reply_id=f"r-{number}",
                event_id=f"e-{number}",
                conversation=f"k-{number}",
                target=target,
                due_at=START + timedelta(minutes=5),
            )
        )
    town.live(handler=handler)
    return town
