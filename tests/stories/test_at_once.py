"""What meets on one case leaves it in one right state, whoever is faster.

Right is what comes of the same things one after the other, in any order.
"""

from collections.abc import Callable
from itertools import permutations

import pytest

from tests.simulation.cast import case_of, opened
from tests.simulation.house import House
from tests.simulation.meeting import (
    ONDA,
    at_once,
    handle,
    meet,
    right_states,
    same_moment,
    state_of,
    told,
)
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
    house = opened()
    case = told(house)
    messages = meet(house, case)
    last, *before = [messages[number] for number in order]
    house.dynamodb.before_transaction += [_slip_in(house, each) for each in before]
    handle(house, last)
    house.settle()
    assert state_of(house, case) in right_states()


def test_one_after_the_other_nothing_of_it_is_lost() -> None:
    for state in right_states():
        what = [what for what, _ in state["trail"]]
        assert what.count("post created") == 2
        assert what.count("decided: progress") + what.count("decision blocked") == 1
        said = state["said"]
        assert ("no_news" in said) + ("progress" in said) == 1, "never both, never neither"
        assert state["is_due"]


def _slip_in(house: House, message: Message) -> Callable[[], None]:
    return lambda: handle(house, message)
