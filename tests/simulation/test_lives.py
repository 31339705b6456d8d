"""Many lives of a house, each with crashes, repetitions, lost answers and people in between."""

import pytest

from tests.simulation.invariants import broken
from tests.simulation.schedules import Life

LIVES = 25  # of the test; `make proof` lives many more


@pytest.mark.parametrize("seed", range(LIVES))
def test_whatever_happens_nothing_is_lost_said_twice_or_forgotten(seed: int) -> None:
    life = Life(seed).live()
    assert broken(life) == [], f"seed {seed}: {life.house.fate.crashes}"


def test_the_same_seed_is_the_same_life() -> None:
    one, other = (Life(7).live() for _ in range(2))
    assert one.house.platform.said == other.house.platform.said
    assert one.house.fate.crashes == other.house.fate.crashes != []
