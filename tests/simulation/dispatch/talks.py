"""Conversations: replies decided one after the other, over several cases, some withdrawn again."""

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta

from shared.cases.change import Change
from shared.errors import ConflictError
from tests import samples
from tests.simulation.dispatch.town import Town
from tests.simulation.dispatch.wall import Troubles

MESSAGES = 5
LONGEST_PAUSE_SECONDS = 90.0  # of a customer, before the next message


def live(seed: int, talks: int, troubles: Troubles) -> Town:
    """A town in which so many people talked with us, until all was quiet again."""
    town = Town(seed, troubles)
    town.live(*(_talking(town, number) for number in range(talks)))
    return town


def out_of_order(town: Town) -> list[tuple[str, list[datetime]]]:
    """The conversations whose texts don't stand in the order in which they were decided."""
    decided = {r.case_id + r.reply_id: (r.conversation, r.planned_at) for r in town.replies()}
    stood: dict[str, list[datetime]] = defaultdict(list)
    for standing in town.wall.stands:
        conversation, at = decided[standing.it.key.removesuffix(".0").replace(".", "")]
        stood[conversation].append(at)
    return [(talk, order) for talk, order in stood.items() if order != sorted(order)]


def _talking(town: Town, number: int) -> Callable[[], None]:
    def talk() -> None:
        for message in range(MESSAGES):
            town.turns.sleep(town.turns.random.uniform(1, LONGEST_PAUSE_SECONDS))
            _decide(town, number, message)
            if town.turns.random.random() < 0.2:
                _withdraw(town, number, message)

    return talk


def _decide(town: Town, number: int, message: int) -> None:
    """Every other message is another case's; one in ten isn't sent at once, but found later."""
    reply = samples.reply(
        case_id=f"c-{number}-{message % 2}",
        reply_id=f"r-{number}-{message}",
        event_id=f"e-{number}-{message}",
        conversation=f"k-{number}",
        is_first=message == 0,
        target=samples.target(object_id=f"post-{number}-{message}", thread_id=f"t-{number}"),
        planned_at=town.clock(),
        due_at=town.clock() + timedelta(minutes=5),
    )
    town.decide(reply, is_sent=town.turns.random.random() > 0.1)


def _withdraw(town: Town, number: int, message: int) -> None:
    known = next(r for r in town.replies() if r.reply_id == f"r-{number}-{message}")
    try:
        town.quiet.commit(Change(superseded=(known,)), town.clock())
    except ConflictError:
        return  # dispatch was faster
