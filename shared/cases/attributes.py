"""Python values as DynamoDB's attributes, and back.

boto3's own serialiser costs a cold start some 25 ms, wants Decimals, and knows types that no item
of ours has; this knows JSON's types and sets of strings.
"""

from collections.abc import Mapping
from typing import Any

type Attribute = dict[str, Any]
type Item = dict[str, Attribute]


def to_item(values: Mapping[str, Any]) -> Item:
    """The item of a mapping; None is left out, since an absent attribute says the same."""
    return {name: _attribute(value) for name, value in values.items() if value is not None}


def from_item(item: Mapping[str, Attribute]) -> dict[str, Any]:
    """The mapping of an item; numbers are int where they are whole, else float."""
    return {name: _value(attribute) for name, attribute in item.items()}


def _attribute(value: Any) -> Attribute:  # noqa: ANN401 - JSON's types, one line each
    match value:  # the most frequent first
        case str():
            return {"S": value}
        case bool():
            return {"BOOL": value}
        case None:
            return {"NULL": True}
        case int() | float():
            return {"N": repr(value)}
        case set() | frozenset():
            return {"SS": sorted(value)}
        case list() | tuple():
            return {"L": [_attribute(v) for v in value]}
        case Mapping():
            return {"M": {str(k): _attribute(v) for k, v in value.items()}}
    raise TypeError(f"no attribute for a {type(value).__name__}")


def _value(attribute: Attribute) -> Any:  # noqa: ANN401 - whatever was stored
    ((kind, value),) = attribute.items()
    match kind:
        case "S" | "BOOL":
            return value
        case "N":
            return float(value) if "." in value or "e" in value.lower() else int(value)
        case "M":
            return from_item(value)
        case "L":
            return [_value(v) for v in value]
        case "SS":
            return set(value)
    return None if kind == "NULL" else value
