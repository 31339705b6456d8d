"""Short lives about one race: what a life of everything comes to too seldom.

Something is about to be said to one customer; at just that moment somebody overtakes it.
"""

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

from tests.simulation.moments import Step
from tests.simulation.texts import DANGER, OF_A_CASE, THREAT
from tests.simulation.wishes import PEOPLE

EVERY = 4  # of so many lives one is a race
MOST_ROUNDS = 2
OVERTAKING = ("take", "take", "reply", "no", "progress", "close", "resolve", "investigate")
ANYHOW = ("reply", "progress", "no", "promise", "approve", "edit", "resolve")


def race(random: Random) -> list[Step]:
    """One race, or two about the same customer."""
    steps = list[Step]()
    for _ in range(random.randint(1, MOST_ROUNDS)):
        shape = random.choice(SHAPES)
        steps += shape(random, len(steps))
    return steps


def _overtaken(random: Random, place: int) -> list[Step]:
    """A person acts while the program's answer leaves."""
    said = _write(random, place, random.choice(OF_A_CASE), is_unsaid=True)
    return [said, replace(_decide(random, place, random.choice(OVERTAKING)), is_race=True)]


def _withdrawn(random: Random, place: int) -> list[Step]:
    """The customer takes their words back, or writes others, while the answer leaves."""
    said = _write(random, place, random.choice(OF_A_CASE), is_unsaid=True)
    given = {"post": place, "text": random.choice(OF_A_CASE), "copies": 1}
    what = random.choice(("delete", "delete", "edit"))
    return [said, Step(what, _luck(random), given, is_race=True)]


def _edited_twice(random: Random, place: int) -> list[Step]:
    """Two edits in one breath: the older may come later."""
    edits = [
        Step("edit", _luck(random), {"post": place, "text": text, "copies": 1}, is_with=nth > 0)
        for nth, text in enumerate(random.sample(OF_A_CASE, 3))
    ]
    first = _write(random, place, random.choice(OF_A_CASE))
    return [first, replace(edits[0], is_race=True), *edits[1:]]


def _answered_when_gone(random: Random, place: int) -> list[Step]:
    """A person answers a post that isn't there any more."""
    gone = {"post": place, "text": 0, "copies": 1}
    return [
        _write(random, place, random.choice(OF_A_CASE)),
        Step("delete", _luck(random), gone, is_calm=random.random() < 0.5),
        _wait(random, place),
        _decide(random, place, random.choice(ANYHOW)),
    ]


def _held(random: Random, place: int) -> list[Step]:
    """A person has the case; the customer writes on, and it gets worse."""
    return [
        _write(random, place, random.choice(OF_A_CASE)),
        _wait(random, place),
        replace(_decide(random, place, "take"), is_calm=True),
        _write(random, place + 3, random.choice((DANGER, *OF_A_CASE))),
    ]


def _threatened(random: Random, place: int) -> list[Step]:
    """A threat, then words that would be answered if there had been none."""
    return [
        _write(random, place, THREAT),
        _write(random, place + 1, random.choice((DANGER, *OF_A_CASE))),
    ]


def _two_people(random: Random, place: int) -> list[Step]:
    """Two people decide on what both of them see."""
    one, other = (_decide(random, place, random.choice(OVERTAKING)) for _ in range(2))
    return [
        _write(random, place, random.choice(OF_A_CASE)),
        _wait(random, place),
        replace(one, is_race=True),
        replace(other, is_with=True),
    ]


def _in_draft(random: Random, place: int) -> list[Step]:
    """Somebody writes while nothing may be said."""
    quiet = {"post": place, "mode": random.choice(("draft", "off"))}
    return [
        Step("mode", _luck(random), quiet, is_calm=True),
        _wait(random, place),
        _write(random, place, random.choice(OF_A_CASE)),
        _wait(random, place),
    ]


SHAPES: tuple[Callable[[Random, int], list[Step]], ...] = (
    _overtaken,
    _withdrawn,
    _edited_twice,
    _answered_when_gone,
    _held,
    _threatened,
    _two_people,
    _in_draft,
)


def _write(random: Random, place: int, text: int, *, is_unsaid: bool = False) -> Step:
    given: dict[str, Any] = {
        "post": place,
        "on": 0,  # where posts can be taken back
        "author": "1",
        "thread": "881",
        "text": text,
        "copies": 1,
        "ago": random.randrange(60),
        "is_private": False,
        "many": 1,
    }
    return Step("write", _luck(random), given, is_calm=True, is_unsaid=is_unsaid)


def _decide(random: Random, place: int, wish: str) -> Step:
    given = {"post": place, "who": random.choice(PEOPLE), "wish": wish}
    return Step("decide", _luck(random), given)


def _wait(random: Random, place: int) -> Step:
    return Step("wait", _luck(random), {"post": place, "minutes": 1}, is_calm=True)


def _luck(random: Random) -> int:
    return random.randrange(2**32)
