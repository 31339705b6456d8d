"""Which pairs of texts are nearly the same, found without comparing each with each."""

from datetime import date
from itertools import combinations
from random import Random

import pytest

from infra.model.likeness import grams, likeness, near
from infra.model.posts import Example

WORDS = ("lift", "broken", "monday", "nobody", "bill", "again")


def posts(seed: int, many: int = 120) -> list[Example]:
    """Short texts of few words, so that many are alike."""
    random = Random(seed)  # noqa: S311 - to be repeated
    texts = (" ".join(random.choices(WORDS, k=random.randint(3, 7))) for _ in range(many))
    return [
        Example(f"p{n}", t, date(2026, 1, 1), "en", "x", False, {}) for n, t in enumerate(texts)
    ]


@pytest.mark.parametrize("least", [0.4, 0.6, 0.8])
@pytest.mark.parametrize("seed", range(4))
def test_no_pair_is_missed_and_none_is_made_up(seed: int, least: float) -> None:
    all_ = posts(seed)
    expected = {
        (one.id, other.id)
        for one, other in combinations(all_, 2)
        if likeness(grams(one.text), grams(other.text)) >= least
    }
    found = [(one.id, other.id) for one, other, _ in near(all_, least)]
    assert set(found) == expected
    assert len(found) == len(expected) > 0
