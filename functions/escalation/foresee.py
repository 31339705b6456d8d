"""Reads in one call what a batch begins with: posts, who wrote them, cases of replies.

What is written because of it is refused if it has changed meanwhile, and then read anew.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from botocore.exceptions import ClientError

from functions.escalation.known import keys_of
from shared.cases import keys
from shared.cases.table import Table
from shared.messages import AnyMessage, PostClassified, ReplySettled


@contextmanager
def foresee(table: Table, messages: Sequence[AnyMessage]) -> Iterator[None]:
    """For as long as the batch lasts; one message alone reads for itself."""
    with table.reading_ahead():
        if len(messages) > 1:
            with suppress(ClientError):  # then each reads for itself
                table.foresee([key for message in messages for key in _asked_by(message)])
        yield


def _asked_by(message: AnyMessage) -> Iterator[keys.Key]:
    match message:
        case PostClassified():
            yield from keys_of(message.brand, message.post, message.conversation)
        case ReplySettled():
            yield keys.case_key(message.brand, message.case_id)
