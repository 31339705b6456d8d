"""Messages made from the models' own schema: each kind with all of its fields and with the fewest.

Run where the messages have changed: `python -m tests.contract.messages.samples`. It adds what is
new to the messages that are kept, so that later releases are held to reading them.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

KEPT = Path(__file__).parent / "v1.jsonl"

type Json = dict[str, Any]


def samples(schema: Json) -> Iterator[Json]:
    """Of a union's schema: as many of each kind as its longest list of choices has."""
    definitions = schema.get("$defs", {})
    for kind in sorted(schema["discriminator"]["mapping"]):
        model = _resolved({"$ref": schema["discriminator"]["mapping"][kind]}, definitions)
        yield _sample(model, definitions, 0, is_full=False)
        for turn in range(_most_choices(model, definitions)):
            yield _sample(model, definitions, turn, is_full=True)


def _sample(schema: Json, definitions: Json, turn: int, *, is_full: bool) -> Any:  # noqa: ANN401
    schema = _resolved(schema, definitions)

    def inner(part: Json) -> Any:  # noqa: ANN401 - JSON
        return _sample(part, definitions, turn, is_full=is_full)

    match schema:
        case {"anyOf": parts}:
            return inner(next(part for part in parts if part.get("type") != "null"))
        case {"type": "object", "properties": fields}:
            wanted = fields if is_full else _needed(schema, fields)
            return {name: inner(part) for name, part in wanted.items()}
        case {"type": "object", "additionalProperties": dict(more)}:
            return {"a": inner(more)}
        case {"prefixItems": parts}:
            return [inner(part) for part in parts]
        case {"type": "array", "items": part}:
            return [inner(part)]
    return _plain(schema, turn)


def _plain(schema: Json, turn: int) -> Any:  # noqa: ANN401 - JSON
    match schema:
        case {"const": value}:
            return value
        case {"enum": values}:
            return values[turn % len(values)]
        case {"type": "integer"}:
            return schema.get("minimum", 1)
        case {"type": "number"}:
            return 0.5
        case {"type": "boolean"}:
            return True
    return "2026-11-02T08:20:00Z" if schema.get("format") == "date-time" else "a"


def _needed(schema: Json, fields: Json) -> Json:
    named = {"kind", "version", *schema.get("required", ())}
    return {name: part for name, part in fields.items() if name in named}


def _resolved(schema: Json, definitions: Json) -> Json:
    while "$ref" in schema:
        schema = definitions[schema["$ref"].rsplit("/", 1)[1]]
    return schema


def _most_choices(schema: Json, definitions: Json, depth: int = 0) -> int:
    schema = _resolved(schema, definitions)
    parts = [*schema.get("properties", {}).values(), *schema.get("anyOf", ())]
    parts += [schema["items"]] if isinstance(schema.get("items"), dict) else []
    deeper = [_most_choices(part, definitions, depth + 1) for part in parts if depth < 6]
    return max([len(schema.get("enum", ())), 1, *deeper])


def kept() -> list[Json]:
    """Every message that a release may have written."""
    return [json.loads(line) for line in KEPT.read_text("utf-8").splitlines()]


def keep(found: Iterator[Json]) -> int:
    """Add those that aren't kept yet; how many that were."""
    lines = KEPT.read_text("utf-8").splitlines() if KEPT.exists() else []
    known = set(lines)
    new = [line for it in found if (line := json.dumps(it, sort_keys=True)) not in known]
    KEPT.write_text("\n".join([*lines, *dict.fromkeys(new)]) + "\n", "utf-8")
    return len(dict.fromkeys(new))


if __name__ == "__main__":
    from pydantic import TypeAdapter

    from shared.messages import AnyMessage

    print(keep(samples(TypeAdapter(AnyMessage).json_schema())), "added")
