"""Faults planted in the real code are found: what finds none proves nothing."""

import pytest

from tests.simulation.mutants.hunt import hunt, plant
from tests.simulation.mutants.planted import MUTANTS, Mutant

QUICK = frozenset(
    {"send-before-write", "ack-before-enqueue", "promise-without-a-date", "marked-before-it-went"}
)
LIVES = 100  # `make proof` hunts all, for longer


@pytest.mark.parametrize("mutant", [m for m in MUTANTS if m.name in QUICK], ids=lambda m: m.name)
def test_a_planted_fault_is_found(mutant: Mutant) -> None:
    assert hunt(mutant, LIVES).faults != []


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda m: m.name)
def test_a_mutant_fits_the_code(mutant: Mutant, tmp_path_factory: pytest.TempPathFactory) -> None:
    plant(mutant, tmp_path_factory.mktemp("mutant"))
