"""Reading JSON that others wrote: a getter returns the type it promises or names the field.

Ids and texts are taken strictly, since a post without them can't be answered; names and times
leniently, since no complaint may be lost over an ornament.
"""

import re
from datetime import UTC, datetime
from typing import Any

from functions.intake.events import Event, Fields

MAX_ID = 512  # characters; Instagram's message ids reach some 200, and DynamoDB's keys end at 1,024
MAX_TEXT = 25_000  # characters; X's longest post. Whatever is cut off is in the archive
MAX_NAME = 200  # characters
_MILLISECONDS_FROM = 100_000_000_000  # as seconds, this would be the year 5138

_ID = re.compile(r"[!-~]+")  # printable ASCII: SQS takes no other group, S3 no other key
_UNSENDABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")  # lone surrogates; what SQS refuses


class UnreadableError(ValueError):
    """A field is missing or not of its type; the message is the field's name, never its value."""


def account_of(event: Event) -> str:
    """The account that an event is for: without one nobody could answer it."""
    if event.account_id is None:
        raise UnreadableError("account")
    return event.account_id


def inner(fields: Fields, name: str) -> Fields:
    """The object under `name`, empty where there is none."""
    value = fields.get(name)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise UnreadableError(name)
    return value


def objects(fields: Fields, name: str) -> list[Fields]:
    """The objects of the list under `name`, empty where there is none."""
    value = fields.get(name)
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise UnreadableError(name)
    return value


def ident(fields: Fields, *names: str) -> str:
    """The id under the first of `names` that holds one.

    Raises:
        UnreadableError: none does.
    """
    for name in names:
        if found := as_id(fields.get(name)):
            return found
    raise UnreadableError(names[0])


def ident_or_none(fields: Fields, *names: str) -> str | None:
    """As `ident`, where an id may be missing."""
    return next((found for name in names if (found := as_id(fields.get(name)))), None)


def as_id(value: object) -> str | None:
    """An id as text: JSON's numbers beyond 2^53 are exact in Python."""
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str) or len(text) > MAX_ID or not _ID.fullmatch(text):
        return None
    return text


def text_of(fields: Fields, name: str) -> str | None:
    """What somebody wrote, None where there is nothing."""
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise UnreadableError(name)
    return sendable(value[:MAX_TEXT]) if value else None


def name_of(fields: Fields, *names: str) -> str | None:
    """The first of `names` that holds a text; anything else counts as missing."""
    found = next((v for name in names if isinstance(v := fields.get(name), str) and v), None)
    return None if found is None else sendable(found[:MAX_NAME])


def sendable(text: str) -> str:
    """A text that SQS takes and that every JSON reader can read."""
    return _UNSENDABLE.sub("\ufffd", text)


def count_of(fields: Fields, name: str) -> int | None:
    """A number of people, None where it can't be one."""
    value = fields.get(name)
    is_count = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**53
    return value if is_count else None


def moment(*values: Any) -> datetime | None:  # noqa: ANN401 - whatever a platform holds for a time
    """The first of `values` that is a time: seconds, milliseconds (also as text) or ISO 8601."""
    return next((found for value in values if (found := _moment(value))), None)


def _moment(value: object) -> datetime | None:
    if isinstance(value, str) and not value.isdecimal():
        return _iso(value)
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return _since_1970(value)
    return None


def _since_1970(value: str | float) -> datetime | None:
    try:
        number = float(value)
        seconds = number / 1000 if number >= _MILLISECONDS_FROM else number
        return datetime.fromtimestamp(seconds, UTC) if seconds > 0 else None
    except (ValueError, OverflowError, OSError):
        return None


def _iso(value: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(value)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
