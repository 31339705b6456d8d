"""A deployed template as CloudFormation gives it back: an object, JSON, or YAML with its tags."""

import json
from typing import Any

import yaml


class _Loader(yaml.SafeLoader):
    """YAML in which `!Ref X` is `{"Ref": "X"}` and `!Sub X` is `{"Fn::Sub": "X"}`."""


def parsed(body: str | dict[str, Any]) -> dict[str, Any]:
    """The template as plain values."""
    if isinstance(body, dict):
        return body
    try:
        return dict(json.loads(body))
    except ValueError:
        return dict(yaml.load(body, _Loader))  # noqa: S506 - a SafeLoader


def _tagged(loader: yaml.SafeLoader, tag: str, node: yaml.Node) -> dict[str, Any]:
    return {tag if tag == "Ref" else f"Fn::{tag}": _value(loader, node)}


def _value(loader: yaml.SafeLoader, node: yaml.Node) -> object:
    match node:
        case yaml.MappingNode():
            return loader.construct_mapping(node, deep=True)
        case yaml.SequenceNode():
            return loader.construct_sequence(node, deep=True)
        case yaml.ScalarNode():
            return loader.construct_scalar(node)
    raise TypeError(node.tag)


_Loader.add_multi_constructor("!", _tagged)
