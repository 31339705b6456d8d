"""Posts as people write them, and what classification must say of each.

Cases to tune by hold exactly. Cases held out are measured: their floors stand just below what
was measured, so that a change that trades one language for another is seen.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from functions.classification.classify import classify

_CASES = Path(__file__).parent / "classification"
_LANGUAGES = ("en", "es", "it", "nb")
_ABSENT: dict[str, Any] = {
    "is_safety": False,
    "is_churn_threat": False,
    "is_repeat_contact": False,
    "is_legal_threat": False,
    "is_stranded": False,
    "amounts": [],
    "waiting_days": None,
    "contact_count": None,
    "place": None,
    "product": None,
    "reference": None,
}
_HOURS = 0.01  # days: as near as "an hour and a half" is said
# Macro F1 by language on the held-out cases, just below what was measured.
_FLOORS = {
    "kind": {"en": 0.3, "es": 0.4, "it": 0.46, "nb": 0.44},
    "topic": {"en": 0.5, "es": 0.53, "it": 0.58, "nb": 0.74},
    "tone": {"en": 0.6, "es": 0.28, "it": 0.29, "nb": 0.75},
    "severity": {"en": 0.54, "es": 0.59, "it": 0.53, "nb": 0.6},
}

type Case = dict[str, Any]


def _cases(language: str, split: str) -> list[Case]:
    lines = (_CASES / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [case for case in map(json.loads, lines) if case["split"] == split]


def _tuned() -> Iterator[Any]:
    for language in _LANGUAGES:
        for case in _cases(language, "tune"):
            yield pytest.param(case, id=case["id"])


def _labels(case: Case) -> dict[str, Any]:
    labels = classify(case["text"], posted_on=date.fromisoformat(case["posted_on"]))
    return labels.model_dump(mode="json")


def _expected(case: Case) -> dict[str, Any]:
    """What must hold: labels that a case leaves out are absent, those it calls open are free."""
    everything = _ABSENT | case["labels"]
    return {
        label: value for label, value in everything.items() if label not in case.get("open", ())
    }


def _is_same(label: str, expected: object, found: object) -> bool:
    if label == "waiting_days" and isinstance(expected, float) and isinstance(found, float):
        return abs(expected - found) < _HOURS
    return expected == found


@pytest.mark.parametrize("case", list(_tuned()))
def test_a_post_gets_the_labels_that_a_person_gave_it(case: Case) -> None:
    found = _labels(case)
    wrong = {
        label: (expected, found[label])
        for label, expected in _expected(case).items()
        if not _is_same(label, expected, found[label])
    }
    assert wrong == {}, case["text"]


@pytest.mark.parametrize("language", _LANGUAGES)
@pytest.mark.parametrize("label", _FLOORS)
def test_posts_never_tuned_on_stay_above_their_floor(label: str, language: str) -> None:
    held_out = [c for c in _cases(language, "held_out") if label not in c.get("open", ())]
    pairs = [(case["labels"][label], _labels(case)[label]) for case in held_out]
    assert _macro_f1(pairs) >= _FLOORS[label][language]


@pytest.mark.parametrize("language", _LANGUAGES)
def test_a_language_has_sixty_posts_and_a_quarter_of_them_never_tuned_on(language: str) -> None:
    tuned, held_out = _cases(language, "tune"), _cases(language, "held_out")
    assert len(tuned) + len(held_out) >= 60
    assert len(held_out) >= 0.23 * (len(tuned) + len(held_out))


@pytest.mark.parametrize("language", _LANGUAGES)
def test_what_is_called_nine_tenths_sure_is_right_nine_times_in_ten(language: str) -> None:
    sure = [
        _is_same(label, expected, found[label])
        for case in _cases(language, "held_out")
        for found in [_labels(case)]
        for label, expected in _expected(case).items()
        if found["confidence"].get(label, 0.0) >= 0.9
    ]
    assert sum(sure) >= 0.9 * len(sure)


def _macro_f1(pairs: list[tuple[object, object]]) -> float:
    """Over the values that the cases hold, each counting as much as the others."""
    values = {expected for expected, _ in pairs}
    return sum(_f1(pairs, value) for value in values) / len(values)


def _f1(pairs: list[tuple[object, object]], value: object) -> float:
    both = sum(expected == found == value for expected, found in pairs)
    either = sum(e == value for e, _ in pairs) + sum(f == value for _, f in pairs)
    return 2 * both / either
