"""No foreign bytes raise anything but a stage's own error, and none cost the good beside them.

What is found is kept in `corpus`, by its target, and tried first for ever after.
"""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.fuzz.seeds import foreign
from tests.fuzz.targets import TARGETS

CORPUS = Path(__file__).parent / "corpus"
IS_LONG = os.environ.get("FUZZ") == "long"  # as `make proof` asks
EXAMPLES = 1500 if IS_LONG else 60
LONGEST_PIECE = 100_000  # bytes of a find that is worth keeping

type Target = Callable[[bytes], object]


@pytest.mark.parametrize("target", TARGETS, ids=lambda it: it.__name__)
@pytest.mark.timeout(1200)
def test_foreign_bytes_do_no_harm(target: Target) -> None:
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=not IS_LONG,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(foreign())
    def tried(found: bytes) -> None:
        _try(target, found)

    tried()


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*/*")), ids=lambda it: f"{it.parent.name}")
def test_what_was_found_once_does_no_harm_again(path: Path) -> None:
    target = next(it for it in TARGETS if it.__name__ == path.parent.name)
    target(path.read_bytes())


def _try(target: Target, found: bytes) -> None:
    try:
        target(found)
    except Exception:
        if IS_LONG and len(found) < LONGEST_PIECE:
            name = hashlib.sha256(found).hexdigest()[:12]
            place = CORPUS / target.__name__
            place.mkdir(parents=True, exist_ok=True)
            (place / name).write_bytes(found)
        raise
