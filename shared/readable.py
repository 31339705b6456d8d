"""The messages of a batch, all at once: what they ask for may then be read in one go."""

from collections.abc import Iterable
from contextlib import suppress

from shared.errors import MalformedMessageError, UnknownVersionError
from shared.messages import AnyMessage, read
from shared.records import Record


def messages_in(records: Iterable[Record]) -> list[AnyMessage]:
    """Every message that can be read; the others are met when it is their turn."""
    found: list[AnyMessage] = []
    for record in records:
        with suppress(MalformedMessageError, UnknownVersionError):
            found.append(read(record.body))
    return found
