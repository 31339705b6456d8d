"""The stories told by other people, in other words and languages: none of these texts teaches."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from functions.classification.classify import classify
from infra.model.likeness import Texts
from infra.model.posts import contrasts, golden_posts, learnt_from, own_posts
from shared.messages import Labels

_POSTS = Path(__file__).parent / "stories" / "other_words.jsonl"
_DAY = date(2026, 3, 12)
_SURE_ENOUGH = 0.45  # of the kind: below, nobody is answered by the program
_ALIKE = 0.6

type Case = dict[str, Any]


def _cases() -> list[Case]:
    return [json.loads(line) for line in _POSTS.read_text("utf-8").splitlines()]


def _told(labels: Labels, label: str) -> object:
    if label == "amounts":
        return [[amount.value, amount.currency] for amount in labels.amounts]
    return getattr(labels, label)


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case["id"])
def test_a_story_in_other_words_is_the_same_story(case: Case) -> None:
    labels = classify(case["text"], posted_on=_DAY)
    told = {label: _told(labels, label) for label in case["labels"]}
    wrong = {
        label: (wanted, told[label])
        for label, wanted in case["labels"].items()
        if told[label] not in (wanted if label == "tone" else [wanted])
    }
    assert wrong == {}
    if case["labels"].get("kind") == "complaint":
        assert labels.confidence["kind"] >= _SURE_ENOUGH


def test_none_of_them_teaches() -> None:
    learnt = Texts([p.text for p in learnt_from(own_posts()) + golden_posts() + contrasts()])
    for case in _cases():
        assert learnt.likeness(case["text"]).max() < _ALIKE, case["id"]
