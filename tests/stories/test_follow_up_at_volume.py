"""A hundred thousand open cases cost follow-up no scan: it reads in proportion to what is due."""

from datetime import timedelta

import pytest

from shared.cases import keys
from shared.cases.change import Change
from shared.clock import iso
from tests import samples
from tests.fakes.expressions import Item
from tests.fakes.time import START
from tests.simulation.cast import accounts, opened
from tests.simulation.house import House

OPEN = 100_000
TOMORROW = START + timedelta(days=1)


def house_with(open_cases: int, due: int) -> House:
    """So many open cases, of which so many have a promised date that comes near now."""
    house = opened()
    owed = samples.promise(due_at=START + timedelta(hours=4), chase_at=START)
    on = {"brand": "onda", "account_id": accounts()["onda-facebook"].account_id}
    case = samples.case(**on, promises=[owed], deadlines=[], due_at=START)
    house.table.commit(Change(case=case), START)
    ((table, pk, sk), row) = next(
        (place, item) for place, item in house.dynamodb.items.items() if place[2] == "case"
    )
    for number in range(open_cases):
        copy = _copied(row, case.case_id, f"c-{number:010d}", is_due=number < due)
        house.dynamodb.items[table, copy["pk"]["S"], sk] = copy
    del house.dynamodb.items[table, pk, sk]
    house.dynamodb.calls.clear()
    house.dynamodb.items_read = 0
    return house


def _copied(row: Item, before: str, case_id: str, *, is_due: bool) -> Item:
    return row | {
        "pk": {"S": row["pk"]["S"].replace(before, case_id)},
        "case_id": {"S": case_id},
        "due_shard": {"S": keys.due_shard(case_id)},
        "due_at": {"S": iso(START if is_due else TOMORROW)},
    }


@pytest.mark.parametrize("due", [0, 10, 300])
def test_follow_up_reads_what_is_due_and_nothing_of_what_is_open(due: int) -> None:
    house = house_with(OPEN, due)
    house.is_held = True
    house.follow_up()
    assert house.dynamodb.items_read == due
    assert house.dynamodb.calls["UpdateItem"] == due, "each is taken once"
    assert house.dynamodb.calls["Scan"] == 0
    assert house.dynamodb.calls["Query"] <= 2 * keys.DUE_SHARDS + due


def test_what_is_due_costs_the_same_however_many_cases_are_open() -> None:
    few, many = house_with(50, 10), house_with(OPEN, 10)
    for house in (few, many):
        house.follow_up()
    assert few.dynamodb.calls == many.dynamodb.calls
    assert few.dynamodb.items_read == many.dynamodb.items_read


def test_every_case_that_is_due_is_worked_on_once() -> None:
    house = house_with(OPEN, 10)
    house.follow_up()
    house.follow_up()
    chased = [row for row in house.dynamodb.rows("timeline#") if "chased" in row["what"]["S"]]
    assert len(chased) == 10
