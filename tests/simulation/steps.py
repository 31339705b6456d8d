"""What happens in one life: drawn from a seed, as data, so that a failure can be made smaller.

Each step has luck of its own: without the others it goes as it went.
"""

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

from tests.simulation.moments import Step, Weather
from tests.simulation.races import EVERY, race
from tests.simulation.texts import TEXTS
from tests.simulation.wishes import INCIDENT_WISHES, PEOPLE, WISHES

MOST_STEPS = 14
BATCH = 100  # posts of one step are numbered from there
OFTEN = {"take": 3, "progress": 4, "reply": 4, "close": 3, "resolve": 2, "approve": 2, "edit": 2}
MINUTES = (1, 1, 4, 20, 300, 3000)


def schedule(seed: int) -> tuple[Weather, list[Step]]:
    """The life of a seed."""
    random = Random(seed)  # noqa: S311 - to be repeated
    if seed % EVERY == EVERY - 1:
        return replace(_weather(random), workers=random.choice((2, 3))), race(random)
    authors = random.choice(("123", "123", "1"))  # now and then all is about one person
    weights = [random.choice((0, 1, 1, 3)) * usual for usual, _ in _KINDS.values()]
    weights[0] = max(weights[0], 4)  # without posts nothing happens
    kinds = random.choices(list(_KINDS), weights, k=random.randrange(3, MOST_STEPS))
    steps = [_step(random, kind, place) for place, kind in enumerate(kinds)]
    return _weather(random), [_by(authors, step) for step in steps]


def _by(authors: str, step: Step) -> Step:
    """By one of these people."""
    author = step.given.get("author")
    return step if author is None or author in authors else _same(step, authors)


def _same(step: Step, author: str) -> Step:
    return replace(step, given=step.given | {"author": author, "thread": f"88{author}", "on": 0})


def _weather(random: Random) -> Weather:
    def share(most: float) -> float:
        return random.choice((0.0, 0.0, 1.0)) * random.uniform(0, most)

    crash, refused, lost = share(0.12), share(0.06), share(0.06)
    doubled, late, partly, platform = share(0.3), share(0.3), share(0.08), share(0.9)
    return Weather(
        crash, refused, lost, doubled, late, partly, platform, random.choice((1, 2, 2, 3))
    )


def _step(random: Random, kind: str, place: int) -> Step:
    luck = random.randrange(2**32)
    is_with = place > 0 and random.random() < 0.4
    return Step(kind, luck, {"post": place} | _KINDS[kind][1](random, place), is_with)


def _write(random: Random, place: int) -> dict[str, Any]:
    author = random.choice("123")
    surface = random.choices(("comment", "message"), (9, 1))[0]
    return {
        "on": random.randrange(2) if surface == "comment" else 0,
        "author": author,
        "thread": random.choice((f"77{place}", f"88{author}", "99")),
        "text": random.randrange(len(TEXTS)),
        "copies": random.choice((1, 1, 1, 2, 3)),
        "ago": random.randrange(300),
        "is_private": surface == "message",
        "many": random.choice((1, 1, 1, 2, 3)),
    }


def _edit(random: Random, place: int) -> dict[str, Any]:
    return {
        "post": random.randrange(max(place, 1)),
        "text": random.randrange(len(TEXTS)),
        "copies": random.choice((1, 1, 2)),
    }


def _about(random: Random, place: int) -> dict[str, Any]:
    return {"post": random.randrange(max(place, 1))}


def _decide(random: Random, place: int) -> dict[str, Any]:
    (name,) = random.choices(list(WISHES), [OFTEN.get(name, 1) for name in WISHES])
    wish = {"who": random.choice(PEOPLE), "wish": name}
    return _about(random, place) | wish


def _incident(random: Random, place: int) -> dict[str, Any]:
    return {"post": place, "who": "ingrid", "wish": random.choice(list(INCIDENT_WISHES))}


def _minutes(random: Random, place: int) -> dict[str, Any]:
    return {"post": place, "minutes": random.choice(MINUTES)}


def _mode(random: Random, place: int) -> dict[str, Any]:
    return {"post": place, "mode": random.choice(("draft", "off", "live", "live"))}


_KINDS: dict[str, tuple[float, Callable[[Random, int], dict[str, Any]]]] = {
    "write": (6, _write),
    "edit": (2, _edit),
    "delete": (1.5, _edit),
    "echo": (1, _about),
    "colleague": (0.5, _edit),
    "decide": (6, _decide),
    "incident": (1, _incident),
    "wait": (4, _minutes),
    "tick": (1, _about),
    "back": (0.3, _minutes),
    "mode": (0.4, _mode),
}
