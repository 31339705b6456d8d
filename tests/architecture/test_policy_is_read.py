"""Whatever can be written into a policy decides something: some code reads each of its keys."""

import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from functions.escalation.policy import FACTS, Policy
from functions.escalation.policy.matters import Concern
from tests.samples import ROOT, policy

CODE = {
    file: file.read_text("utf-8")
    for folder in ("functions", "shared")
    for file in sorted((ROOT / folder).rglob("*.py"))
}


def _keys(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[tuple[str, str]]:
    if model in seen:
        return
    seen.add(model)
    for name, field in model.model_fields.items():
        yield model.__name__, name
        for part in _models(field.annotation):
            yield from _keys(part, seen)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401
    annotation = getattr(annotation, "__value__", annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)


@pytest.mark.parametrize(("model", "key"), sorted(_keys(Policy, set())))
def test_each_key_of_a_policy_is_read(model: str, key: str) -> None:
    if (model, key) == ("Calendar", "holidays"):
        key = "public_holidays"  # what they are looked up for
    if model == "Week" or (model, key) == ("Targets", key):
        return  # read by their names: `of(milestone)`, `days`
    reads = re.compile(rf"\.{key}\b")
    assert any(reads.search(text) for text in CODE.values()), f"nobody reads {model}.{key}"


@pytest.mark.parametrize("name", [*get_args(Concern.__value__), *sorted(FACTS)])
def test_each_word_of_a_policy_is_known_where_it_is_decided(name: str) -> None:
    known = [file for file, text in CODE.items() if f'"{name}":' in text]
    assert [file for file in known if "policy" not in file.parts], f"nobody decides on {name}"


def test_each_question_is_asked_by_the_shipped_policy_or_may_be() -> None:
    asked = {name.removesuffix("_at_least") for rule in policy().rules for name in rule.when}
    assert asked <= FACTS
