"""What a rule of the policy may ask for; no more, and why."""

from typing import Any

from shared.messages import Kind, Topic

# What a rule may ask for. No followers, spend, tone or language: they change nothing. A threat of
# violence is the one tone that does, and `Rule` holds it to that.
FACTS = frozenset(
    {
        "kind",
        "topic",
        "severity",
        "tone",
        "is_echo",
        "is_without_a_word",
        "is_deleted",
        "has_text",
        "has_voice",
        "has_route",
        "is_overtaken",
        "has_open_case",
        "has_investigation",
        "may_answer",
        "is_sure",
        "is_too_old",
        "is_before_connection",
        "is_answered_enough",
        "is_safety_or_much_money",
        "is_urgent_travel",
        "is_stranded",
        "is_ignored_contact",
        "is_private",
        "is_desk",
        "is_colleagues_answer",
        "is_confirmed_fixed",
        "is_not_fixed",
        "is_unclear_if_fixed",
        "is_late_with_details",
        "is_reopening",
        "is_waiting_on_customer",
        "is_incident_committed",
        "is_opted_out",
        "is_after_a_threat",
        "wants_nothing",
        "wants_fewer",
    }
)
AT_LEAST = "_at_least"
# What people try first. It must never be added: see stories.md, "followers change nothing".
FORBIDDEN = {
    f"{name}{ending}": name
    for name in ("followers", "spend", "language", "platform", "reach", "name", "handle")
    for ending in ("", AT_LEAST)
}
COUNTED = frozenset({f"severity{AT_LEAST}"})  # of anything else there is no more or less


def schema_of_when() -> dict[str, Any]:
    words: dict[str, tuple[str, ...]] = {"kind": Kind.__value__.__args__}
    words["topic"] = Topic.__value__.__args__
    known = {name: _one_or_several(values) for name, values in words.items()}
    known["tone"] = {"enum": ["threat"]}
    numbers = {"severity", *COUNTED}
    known |= {name: {"type": "integer", "minimum": 1, "maximum": 4} for name in numbers}
    rest = FACTS - known.keys()
    known |= {name: {"type": "boolean"} for name in rest}
    return {
        "type": "object",
        "properties": dict(sorted(known.items())),
        "additionalProperties": False,
    }


def _one_or_several(words: tuple[str, ...]) -> dict[str, Any]:
    one = {"enum": list(words)}
    return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}
