"""Where in a YAML text something stands."""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from functions.escalation.policy.faults import Place


@dataclass(frozen=True, slots=True)
class Spot:
    """A line, from 1, and the place in words: `rules.complaint.then.say`."""

    line: int
    at: str


def spot_of(tree: yaml.Node, at: Place) -> Spot:
    """The deepest part of the file on the way to a place; a rule is told by its name."""
    shown, node, names = tree, tree, list[str]()
    for step in at:
        child = _child(node, step)
        if child is None:
            break
        shown, node = child
        names.append(_name_of(node, step))
    return Spot(shown.start_mark.line + 1, ".".join(names))


def repeated(node: yaml.Node, at: str = "") -> Iterator[Spot]:
    """Keys that stand twice in one mapping, of which YAML would silently take the last."""
    if isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from repeated(child, at)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            here = f"{at}.{key.value}".lstrip(".")
            if key.value in seen:
                yield Spot(key.start_mark.line + 1, here)
            seen.add(key.value)
            yield from repeated(value, here)


def _child(node: yaml.Node, step: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    """What to point at, and where to go on: of a mapping its key and its value."""
    if isinstance(node, yaml.MappingNode):
        return next((pair for pair in node.value if pair[0].value == str(step)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None


def _name_of(node: yaml.Node, step: str | int) -> str:
    named = _child(node, "name") if isinstance(step, int) else None
    return str(named[1].value) if named else str(step)
