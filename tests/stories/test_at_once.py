"""What meets on one case leaves it in one right state, whoever is faster.

Right is what comes of the same things one after the other, in any order.
"""

from collections.abc import Iterator
from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest

from functions.escalation.dates import next_date
from shared.cases.items import Case
from tests.simulation.cast import begin, case_of, opened
from tests.simulation.house import House
from tests.simulation.meeting import ONDA, at_once, handle, meet, same_moment
from tests.simulation.queues import Message

ORDERS = list(permutations(range(3)))


def test_two_posts_of_one_author_at_the_same_moment_make_one_case() -> None:
    house = opened()
    with at_once(house) as waiting:
        first, second = same_moment(house, "ana")
    one, other = waiting()
    house.dynamodb.before_transaction.append(lambda: handle(house, other))
    handle(house, one)
    house.settle()
    assert case_of(house, first).case_id == case_of(house, second).case_id
    (case,) = house.cases
    assert house.said(case) == ["first_answer"], "and one answer"
    assert len([e for e in house.timeline(case) if e.what == "post created"]) == 2


def test_two_workers_with_the_same_post_make_one_case_and_one_answer() -> None:
    house = opened()
    with at_once(house) as waiting:
        post = house.write("No puedo enviar correo con el módem.", "ana", ONDA)
        house.take_in(post)
    one, other = waiting()
    house.dynamodb.before_transaction.append(lambda: handle(house, other))
    handle(house, one)
    house.settle()
    (case,) = house.cases
    assert house.said(case) == ["first_answer"]


@pytest.mark.parametrize("order", ORDERS)
def test_a_decision_a_date_and_a_post_that_meet_leave_one_right_state(
    order: tuple[int, ...],
) -> None:
    """Each slips in between what the one before it has read and what it writes."""
    house, case = _told()
    messages = meet(house, case)
    last, *before = [messages[number] for number in order]
    house.dynamodb.before_transaction += [_slip_in(house, each) for each in before]
    handle(house, last)
    house.settle()
    assert _state(house, case) in list(_one_after_the_other())
    now = house.case(case.case_id, case.brand)
    assert now.due_at == next_date(now)


@pytest.mark.parametrize("order", ORDERS)
def test_one_after_the_other_nothing_of_it_is_lost(order: tuple[int, ...]) -> None:
    house, case = _told()
    messages = meet(house, case)
    for number in order:
        handle(house, messages[number])
    house.settle()
    what = [entry.what for entry in house.timeline(case)]
    assert what.count("post created") == 2
    assert what.count("decided: progress") + what.count("decision blocked") == 1
    said = house.said(case)
    assert ("no_news" in said) + ("progress" in said) == 1, "never both, never neither"


def _told() -> tuple[House, Case]:
    """A customer who was promised to hear more; its owner was reminded, and the hour is near."""
    house = opened()
    case = begin(house, 4)
    (promise,) = case.promises
    near = promise.due_at - house.clock() - timedelta(hours=1, seconds=1)
    house.pass_by(seconds=near.total_seconds())
    return house, case


def _one_after_the_other() -> Iterator[dict[str, Any]]:
    for order in ORDERS:
        house, case = _told()
        messages = meet(house, case)
        for number in order:
            handle(house, messages[number])
        house.settle()
        yield _state(house, case)


def _slip_in(house: House, message: Message) -> Any:  # noqa: ANN401 - a hook
    return lambda: handle(house, message)


def _state(house: House, case: Case) -> dict[str, Any]:
    now = house.case(case.case_id, case.brand)
    return {
        "case": now.model_dump(exclude={"told_at", "deadlines"}),
        "said": house.said(case),
        "trail": sorted((entry.what, entry.why) for entry in house.timeline(case)),
    }
