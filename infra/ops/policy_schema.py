"""The JSON schema of a policy, for editors: `python -m infra.ops.policy_schema` writes it anew."""

import json
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from functions.escalation.policy import Policy

# Names of properties are always text, which pydantic doesn't say of a mapping by number.
_BY_SEVERITY = {"propertyNames": {"enum": ["1", "2", "3", "4"]}, "required": ["1", "2", "3", "4"]}

FILE = Path(__file__).parents[2] / "infra" / "policy" / "schema.json"


class _Untitled(GenerateJsonSchema):
    """Without a title a field: it would only be the field's name again."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401, ARG002 - pydantic's
        return False


def schema() -> dict[str, Any]:
    """What may stand in a policy's file, with what each part means."""
    found = Policy.model_json_schema(by_alias=True, schema_generator=_Untitled)
    parts = found["$defs"]
    del parts["Calendar"]["properties"]["public_holidays"]  # looked up, never written
    for name in ("Acknowledge", "Deadlines"):
        parts[name]["properties"]["severity"] |= _BY_SEVERITY
    for part in parts.values():
        part.pop("title", None)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Sixday's policy"}
    return head | {key: value for key, value in found.items() if key != "title"}


def text() -> str:
    """As the file has it."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    FILE.write_text(text(), "utf-8")
