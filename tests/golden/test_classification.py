"""Posts as people write them, and what classification must say of each.

What a text names must be read exactly. What is judged is measured, with floors just below what was
measured, so that a change that trades one language for another is seen: on the cases held out,
of which nothing was learnt. Of those called "tune" the rules and the model have learnt.
"""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
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
_FACTS = ("language", "amounts", "waiting_days", "contact_count", "place", "product", "reference")
_ONLY_OF_COMPLAINTS = {"waiting_days", "contact_count"}
_HOURS = 0.01  # days: as near as "an hour and a half" is said
# Macro F1 on the held-out cases of all languages, just below what was measured.
_FLOORS = {"kind": 0.78, "topic": 0.68, "tone": 0.78, "severity": 0.76}
_MISSED_DANGER = 0.05
_CALLED_ABUSE = 0.02

type Case = dict[str, Any]


@cache
def _cases(language: str) -> tuple[Case, ...]:
    lines = (_CASES / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(map(json.loads, lines))


@cache
def _found(language: str) -> tuple[tuple[Case, dict[str, Any]], ...]:
    """Every case of a language, with what was said of it."""
    return tuple((case, _labels(case)) for case in _cases(language))


def _everywhere(split: str | None = None) -> Iterator[tuple[Case, dict[str, Any]]]:
    for language in _LANGUAGES:
        yield from (pair for pair in _found(language) if split in (None, pair[0]["split"]))


def _labels(case: Case) -> dict[str, Any]:
    labels = classify(case["text"], posted_on=date.fromisoformat(case["posted_on"]))
    return labels.model_dump(mode="json")


def _tuned() -> Iterator[Any]:
    for language in _LANGUAGES:
        for number, case in enumerate(_cases(language)):
            if case["split"] == "tune":
                yield pytest.param(language, number, id=case["id"])


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


@pytest.mark.parametrize(("language", "number"), list(_tuned()))
def test_what_a_post_names_is_read_exactly(language: str, number: int) -> None:
    case, found = _found(language)[number]
    wanted = {label: value for label, value in _expected(case).items() if label in _FACTS}
    if found["kind"] != case["labels"]["kind"]:
        wanted = {label: v for label, v in wanted.items() if label not in _ONLY_OF_COMPLAINTS}
    wrong = {
        label: (expected, found[label])
        for label, expected in wanted.items()
        if not _is_same(label, expected, found[label])
    }
    assert wrong == {}, case["text"]


@pytest.mark.parametrize("label", _FLOORS)
def test_what_is_judged_stays_above_its_floor(label: str) -> None:
    pairs = [
        (case["labels"][label], found[label])
        for case, found in _everywhere("held_out")
        if label not in case.get("open", ())
    ]
    assert _macro_f1(pairs) >= _FLOORS[label]


def test_danger_is_not_missed() -> None:
    told = [found["is_safety"] for case, found in _everywhere() if case["labels"].get("is_safety")]
    assert len(told) - sum(told) <= _MISSED_DANGER * len(told)


def test_hardly_any_real_complaint_is_called_abuse() -> None:
    complaints = [
        found["tone"]
        for case, found in _everywhere()
        if case["labels"]["kind"] == "complaint" and case["labels"].get("tone") in {"calm", "harsh"}
    ]
    called = sum(tone in {"abusive", "threat"} for tone in complaints)
    assert called <= _CALLED_ABUSE * len(complaints)


@pytest.mark.parametrize("language", _LANGUAGES)
def test_a_language_has_sixty_posts_and_a_quarter_of_them_never_tuned_on(language: str) -> None:
    held_out = [case for case in _cases(language) if case["split"] == "held_out"]
    assert len(_cases(language)) >= 60
    assert len(held_out) >= 0.23 * len(_cases(language))


def test_what_is_called_nine_tenths_sure_is_right_nine_times_in_ten() -> None:
    sure = [
        _is_same(label, expected, found[label])
        for case, found in _everywhere("held_out")
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
