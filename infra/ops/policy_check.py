"""Everything that is wrong with a policy's file, each with its line and what to do about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, get_args

import yaml

from functions.dispatch.voice import Spoken
from functions.escalation.policy import DECIDER, FACTS, NOTHING, OWNER, ROUTE, Fault, PolicyError
from infra.ops.policy_file import compiled
from infra.ops.policy_lines import repeated, spot_of
from infra.ops.policy_schema import schema

SITUATIONS = frozenset(get_args(Spoken))


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One thing to mend; `at` is its place in words."""

    line: int
    at: str
    says: str


def mistakes_in(source: str) -> tuple[Mistake, ...]:
    """All of them, by line; none where the policy can be used."""
    try:
        tree = yaml.compose(source, yaml.SafeLoader)
        data = yaml.safe_load(source)
    except yaml.MarkedYAMLError as error:
        return (_not_yaml(error),)
    except (ArithmeticError, RecursionError, ValueError) as error:  # 2026-02-30, [[[[…
        return (Mistake(1, "", f"a value of it can't be read: {error}"),)
    if tree is None:
        return (Mistake(1, "", "the file is empty"),)
    words = _words(data)
    found = [_mistake(fault, tree, words) for fault in _faults_in(source)]
    twice = [Mistake(s.line, s.at, "it stands here twice: keep one") for s in repeated(tree)]
    return tuple(sorted({*twice, *found}))


def _not_yaml(error: yaml.MarkedYAMLError) -> Mistake:
    line = error.problem_mark.line + 1 if error.problem_mark else 1
    return Mistake(line, "", f"this is no YAML: {error.problem}; look at quotes and indentation")


def _faults_in(source: str) -> tuple[Fault, ...]:
    try:
        data = compiled(source)
    except PolicyError as error:
        return error.faults
    return tuple(_unspoken(data))


def _unspoken(data: dict[str, Any]) -> Iterator[Fault]:
    """What nobody wrote words for."""
    for number, rule in enumerate(data["rules"]):
        say = rule["then"]["say"]
        if say not in {NOTHING, *SITUATIONS}:
            says = f"nobody wrote words for {say}: choose one of {', '.join(sorted(SITUATIONS))}"
            yield Fault(("rules", number, "then", "say"), says, str(say))


def _mistake(fault: Fault, tree: yaml.Node, words: frozenset[str]) -> Mistake:
    spot = spot_of(tree, fault.at)
    near = get_close_matches(fault.word, words - {fault.word}, 1, 0.7) if fault.word else []
    meant = f" (did you mean {near[0]}?)" if near else ""
    return Mistake(spot.line, spot.at, fault.says + meant)


def _words(data: Any) -> frozenset[str]:  # noqa: ANN401 - whatever the file holds
    """Every word that a policy knows, and the people and teams of this one."""
    whole = schema()
    parts = (whole, *whole["$defs"].values())
    known = {name for part in parts for name in part.get("properties", {})}
    groups = [data.get(name) for name in ("people", "teams")] if isinstance(data, dict) else []
    own = {key for group in groups if isinstance(group, dict) for key in map(str, group)}
    return frozenset(known | FACTS | SITUATIONS | own | {OWNER, DECIDER, ROUTE})
