"""A request's body: one flat mapping of a bearable size."""

import json
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from functions.decision.refused import RefusedError

LONGEST_TEXT = 4000  # characters: more than any platform takes in one message
LONGEST_BODY = 64_000  # characters: SQS takes 256 KiB

type Body = dict[str, Any]


def body_of(text: str | None) -> Body:
    """The fields that are said; null says nothing.

    Raises:
        RefusedError: 400, there are none, or one is far too long.
    """
    if len(text or "") > LONGEST_BODY:
        raise RefusedError(400, f"the body is longer than {LONGEST_BODY} characters")
    try:
        found = json.loads(text or "")
    except (ValueError, RecursionError):
        raise RefusedError(400, "the body is no JSON") from None
    if not isinstance(found, dict):
        raise RefusedError(400, "the body is no JSON object")
    long = [name for name, value in found.items() if _is_long(value)]
    if long:
        raise RefusedError(400, f"longer than {LONGEST_TEXT} characters: {_named(long)}")
    return {name: value for name, value in found.items() if value is not None}


def check_fields(body: Body, known: set[str]) -> None:
    """Refuse what nobody would read: a field that is misspelt would be lost in silence."""
    if strange := sorted(set(body) - known):
        raise RefusedError(400, f"no such field here: {_named(strange)}")


def wrong(error: ValidationError) -> RefusedError:
    """What is wrong with which field, never its value."""
    facts = error.errors(include_input=False, include_url=False, include_context=False)
    told = (f"{'.'.join(map(str, f['loc'])) or 'body'}: {f['msg']}" for f in facts)
    return RefusedError(400, "; ".join(told))


def _is_long(value: object) -> bool:
    return any(len(text) > LONGEST_TEXT for text in _texts(value))


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            yield from (text for each in value.values() for text in _texts(each))
        case list():
            yield from (text for each in value for text in _texts(each))


def _named(fields: list[str]) -> str:
    return ", ".join(name[:40] for name in fields[:10])
