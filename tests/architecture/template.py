"""`template.yaml`, read with CloudFormation's short tags, and what a test asks of it."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]

# Every role's, where the operator brings a key.
MAY_USE_THE_KEY = {"If": ["HasKmsKey", {"Ref": "UseOfKey"}, {"Ref": "AWS::NoValue"}]}

type Resource = dict[str, Any]


class _Loader(yaml.SafeLoader):
    """YAML with `!Ref`, `!GetAtt`, `!Sub` and the like as one-key mappings."""


def _tag(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> dict[str, Any]:
    if isinstance(node, yaml.ScalarNode):
        return {suffix: loader.construct_scalar(node)}
    if isinstance(node, yaml.SequenceNode):
        return {suffix: loader.construct_sequence(node, deep=True)}
    assert isinstance(node, yaml.MappingNode)
    return {suffix: loader.construct_mapping(node, deep=True)}


_Loader.add_multi_constructor("!", _tag)


def template() -> dict[str, Any]:
    """All of it."""
    return read_template("template.yaml")


@cache
def read_template(path: str) -> dict[str, Any]:
    """All of a template, by its path in the repository."""
    text = (ROOT / path).read_text("utf-8")
    found: dict[str, Any] = yaml.load(text, _Loader)  # noqa: S506 - a SafeLoader's child
    return found


def resources(kind: str) -> dict[str, Resource]:
    """Properties by logical name, of every resource of a type."""
    found: dict[str, Resource] = template()["Resources"]
    return {name: r["Properties"] for name, r in found.items() if r["Type"] == kind}


def functions() -> dict[str, Resource]:
    """Every Lambda function's properties."""
    return resources("AWS::Serverless::Function")


def statements(function: Resource) -> list[dict[str, Any]]:
    """What a function's role may do."""
    own = [policy for policy in function["Policies"] if policy != MAY_USE_THE_KEY]
    return [s for policy in own for s in policy["Statement"]]


def queue_events(function: Resource) -> list[dict[str, Any]]:
    """The queues that a function reads."""
    return [e["Properties"] for e in function["Events"].values() if e["Type"] == "SQS"]


def stage_of(function: Resource) -> str:
    """The folder of its stage."""
    return str(function["Handler"]).split(".")[1]


def environment(function: Resource) -> set[str]:
    """Every variable that a function is given."""
    everywhere = template()["Globals"]["Function"]["Environment"]["Variables"]
    return set(everywhere) | set(function["Environment"]["Variables"])
