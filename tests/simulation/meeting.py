"""Several things that happen to one case at the same moment, none of them worked on yet."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import permutations
from typing import Any

from functions.escalation.dates import next_date
from shared.batch import work
from shared.cases.items import Case
from shared.messages import Author, Post
from tests.fakes.time import Context
from tests.simulation.cast import accounts, begin, opened
from tests.simulation.front import CLASSIFICATION
from tests.simulation.house import House
from tests.simulation.queues import Message, as_records
from tests.simulation.works import ESCALATION

ONDA = accounts()["onda-facebook"]
STILL_SO = "Sigo sin poder enviar correo con el módem."
NEWS = "Hemos cambiado el perfil de su línea."


def meet(house: House, case: Case) -> list[Message]:
    """A person tells progress, a promised date comes near, and the customer writes: all at once.

    The date is an hour before "you will hear by …" would pass in silence.
    """
    now = house.case(case.case_id, case.brand)
    assert now.due_at is not None
    house.clock.moment = max(now.due_at, house.clock())
    with at_once(house) as waiting:
        house.on(case, "marta", "progress", text=NEWS)
        house.follow_up()
        house.write(STILL_SO, _author(case), ONDA, thread_id=case.target.thread_id)
    found = waiting()
    assert len(found) == 3, "the decision, the date, the post"
    return found


@contextmanager
def at_once(house: House) -> Iterator[Callable[[], list[Message]]]:
    """What happens inside waits; afterwards, what of it escalation has before it."""
    house.is_held = True
    yield lambda: list(house.queues[ESCALATION].waiting)
    while house.step(CLASSIFICATION):
        pass
    house.is_held = False


def handle(house: House, message: Message) -> None:
    """Escalation works on one message; one that it gives back stays."""
    answer = work(house.loop_of(ESCALATION), as_records([message]), Context())
    if not answer["batchItemFailures"]:
        house.queues[ESCALATION].delete(message)


def told(house: House) -> Case:
    """A customer who was promised to hear more, an hour before that date; its owner has read it."""
    case = begin(house, 4)
    house.on(case, "marta", "acknowledge")
    (promise,) = case.promises
    house.clock.moment = promise.due_at - timedelta(hours=1)
    return case


def state_of(house: House, case: Case) -> dict[str, Any]:
    """Where the case stands, by what a reader of it can tell."""
    now = house.case(case.case_id, case.brand)
    return {
        "state": now.state,
        "promises": sorted((p.what, p.state, p.due_at) for p in now.promises),
        "heard_at": now.heard_at,
        "is_due": now.due_at == next_date(now),
        "said": house.said(case),
        "trail": sorted((entry.what, entry.why) for entry in house.timeline(case)),
    }


def right_states() -> list[dict[str, Any]]:
    """What comes of a meeting where one thing happens after the other, in every order."""
    return [_in_order(order) for order in permutations(range(3))]


def _in_order(order: tuple[int, ...]) -> dict[str, Any]:
    house = opened()
    case = told(house)
    messages = meet(house, case)
    for number in order:
        handle(house, messages[number])
    house.settle()
    return state_of(house, case)


def same_moment(house: House, author: str) -> tuple[Post, Post]:
    """Two comments that one author sent together, in two threads."""
    first = house.write("No puedo enviar correo con el módem.", author, ONDA)
    second = house.write("No puedo enviar correo con el módem desde hace tres días.", author, ONDA)
    return first, second


def _author(case: Case) -> Author:
    assert case.author is not None
    return case.author
