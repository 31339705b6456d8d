"""Makes a failing life as small as it gets while it still fails."""

from collections.abc import Callable
from dataclasses import replace

from tests.simulation.invariants import broken
from tests.simulation.life import Life
from tests.simulation.moments import Step, Weather
from tests.simulation.steps import schedule

LONG_DAYS = 14  # of every so many lives, the rest is as long as a promise may take
LONG_EVERY = 50
SHORT_DAYS = 0.1


def days_of(seed: int) -> float:
    """How long a seed's life rests."""
    return LONG_DAYS if seed % LONG_EVERY == LONG_EVERY - 1 else SHORT_DAYS


def faults(weather: Weather, steps: list[Step], days: float = SHORT_DAYS) -> list[str]:
    """What doesn't hold after a life; an exception that nobody caught is a fault, too."""
    try:
        return broken(Life(weather, steps, days).live())
    except Exception as error:
        return [f"{type(error).__name__}: {str(error)[:200]}"]


def faults_of(seed: int) -> list[str]:
    """The same, for the life of a seed."""
    return faults(*schedule(seed), days_of(seed))


def smallest(seed: int) -> tuple[Weather, list[Step], list[str]]:
    """The smallest life found that fails as the seed's does: its steps, and what is broken."""
    weather, steps = schedule(seed)
    days = days_of(seed)
    first = _kind(faults(weather, steps, days))

    def fails(some: list[Step]) -> bool:
        return bool(first & _kind(faults(weather, some, days)))

    for change in (_without, _calmed, _alone):
        steps = _while_it_fails(steps, change, fails)
    return weather, steps, faults(weather, steps, days)


def _kind(found: list[str]) -> set[str]:
    """What sort of faults these are: ids and times are others in another life."""
    return {fault.split(":")[0] for fault in found}


def _while_it_fails(
    steps: list[Step],
    change: Callable[[list[Step], int], list[Step]],
    fails: Callable[[list[Step]], bool],
) -> list[Step]:
    """Step by step from the end, each change that leaves the fault there."""
    for place in reversed(range(len(steps))):
        tried = change(steps, place)
        if fails(tried):
            steps = tried
    return steps


def _without(steps: list[Step], place: int) -> list[Step]:
    return steps[:place] + steps[place + 1 :]


def _calmed(steps: list[Step], place: int) -> list[Step]:
    return [*steps[:place], replace(steps[place], is_calm=True), *steps[place + 1 :]]


def _alone(steps: list[Step], place: int) -> list[Step]:
    return [*steps[:place], replace(steps[place], is_alone=True), *steps[place + 1 :]]
