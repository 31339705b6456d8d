"""Time passes in a life: what falls due is followed up, what waited is worked on."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from shared.cases import keys
from tests.simulation.house import House
from tests.simulation.works import STAGES

if TYPE_CHECKING:
    from tests.simulation.life import Life

MOST_MOMENTS = 400  # of a life that never comes to rest
OPERATORS = 8  # times that somebody looks after what was parked or died
SETTLING = timedelta(minutes=15)  # longer than any lease, and any doubt about a reply
FOR_PEOPLE = frozenset({"unreadable_body", "unknown_event"})  # parked for good, and rightly so


def rest(life: "Life", until: datetime) -> None:
    """Until then: moment after moment at which something comes."""
    house, clock = life.house, life.house.clock
    for _ in range(MOST_MOMENTS):
        house.settle()
        at = next_moment(house)
        if at is None or at > until:
            clock.moment = max(until, clock())
            house.follow_up()
            return
        clock.moment = max(at, clock())
        house.follow_up()
    raise AssertionError("the house does not come to rest")


def until_quiet(life: "Life", days: float) -> None:
    """Nothing goes wrong any more; operators bring back what stopped, platforms what they must."""
    house = life.house
    life.switch("live")
    for _ in range(OPERATORS):
        life.bring_again()
        rest(life, house.clock() + SETTLING)
        if not (_retry_parked(house) + _redrive(house) + len(life.owed)):
            break
    rest(life, house.clock() + timedelta(days=days))


def next_moment(house: House) -> datetime | None:
    """When a message can be seen again, or something falls due."""
    times = [at for queue in house.queues.values() if (at := queue.next_at) is not None]
    for shard in (f"{kind}#{n}" for kind in ("due", "held") for n in range(keys.DUE_SHARDS)):
        for item in house.dynamodb.items.partition("due_shard", shard):
            times.append(datetime.fromisoformat(item["due_at"]["S"]))
    return min(times, default=None)


def _retry_parked(house: House) -> int:
    urls = {stage: url for url, stage in STAGES.items()}
    found = [
        (place, item) for place, item in house.dynamodb.items.items() if "#parked#" in place[1]
    ]
    again = [it for it in found if it[1]["reason"]["S"] not in FOR_PEOPLE]
    for place, item in again:
        house.queues[urls[item["stage"]["S"]]].put(item["body"]["S"], "again")
        del house.dynamodb.items[place]
    return len(again)


def _redrive(house: House) -> int:
    found = sum(len(queue.dead) for queue in house.queues.values())
    for queue in house.queues.values():
        queue.redrive()
    return found
