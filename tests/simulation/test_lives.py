"""Many lives of a house, each with crashes, repetitions, lost answers and people in between."""

import pytest

from tests.simulation.life import Life
from tests.simulation.shrink import faults_of
from tests.simulation.steps import schedule

LIVES = 1000  # of the tests; `make proof` lives ten times as many
AT_ONCE = 50


@pytest.mark.parametrize("first", range(0, LIVES, AT_ONCE))
def test_whatever_happens_nothing_is_lost_said_twice_or_forgotten(first: int) -> None:
    for seed in range(first, first + AT_ONCE):
        assert faults_of(seed) == [], f"make proof SEED={seed}"


def test_the_same_seed_is_the_same_life() -> None:
    one, other = (Life(*schedule(19)).live() for _ in range(2))
    assert one.house.platform.said == other.house.platform.said != []
    assert one.fate.crashes == other.fate.crashes != []
