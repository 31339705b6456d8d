"""What one more post costs where many cases are open already: it mustn't grow with them."""

import json
import re
from contextlib import redirect_stdout
from io import StringIO

from tests.bench import calls
from tests.bench.metered import MeteredDynamoDB
from tests.simulation.house import House
from tests.simulation.webhooks import ACCOUNTS

SEEDED = 20  # real cases, of which the others are copies
POSTS = 50
_PEOPLES = r"\b[crbek]-[0-9a-f]{8,}|\b55_\d+\b|\b(77|9)\d{4}\b"
_CAUSES = r"\bi-[0-9a-f]{8,}"


def a_post(open_cases: int, *, has_more_causes: bool = False) -> dict[str, float]:
    """Table calls, and units read and written, for a new post; and what a minute's look reads.

    The cases have a few causes; with `has_more_causes` each twenty have three of their own.
    """
    ids = re.compile(f"{_PEOPLES}|{_CAUSES}" if has_more_causes else _PEOPLES)
    house = House(dynamodb=MeteredDynamoDB(), is_checked=False)
    house.connect(*ACCOUNTS)
    calls.as_deployed(house)
    with redirect_stdout(StringIO()):
        calls.bring(house, ACCOUNTS[0], 0)
        calls.bring(house, ACCOUNTS[0], 1)
        _copy(house, open_cases // SEEDED, ids)
        return _measured(house)


def _measured(house: House) -> dict[str, float]:
    store = house.dynamodb
    assert isinstance(store, MeteredDynamoDB)
    store.units.clear()
    store.calls.clear()
    for batch in range(POSTS // calls.BATCH):
        calls.bring(house, ACCOUNTS[0], 10 + batch)
    found = {name: units / POSTS for name, units in store.units.items()}
    found["calls"] = store.calls.total() / POSTS
    store.units.clear()
    house.follow_up()
    return found | {"a_minutes_read": store.units["read"]}


def _copy(house: House, times: int, ids: re.Pattern[str]) -> None:
    """Each copy is of other people: every id in it is another."""
    originals = [json.dumps([place, item]) for place, item in house.dynamodb.items.items()]
    for copy in range(1, times):
        for original in originals:
            place, item = json.loads(ids.sub(rf"\g<0>9999{copy}", original))
            if tuple(place) not in house.dynamodb.items:
                house.dynamodb.items[tuple(place)] = item
