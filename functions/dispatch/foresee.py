"""Reads in two calls what a batch's replies must know, where nothing was said before them.

The claim is refused if a reply or its thread has changed meanwhile, and then read anew.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from botocore.exceptions import ClientError

from shared.cases import scene
from shared.cases.table import Table
from shared.messages import AnyMessage, ReplyRequested


@contextmanager
def foresee(table: Table, messages: Sequence[AnyMessage]) -> Iterator[None]:
    """For as long as the batch lasts; of a conversation the first: it changes what others see."""
    first = {m.conversation: m for m in reversed(messages) if isinstance(m, ReplyRequested)}
    with table.reading_ahead():
        if len(first) > 1:
            with suppress(ClientError):  # then each reads for itself
                scene.foresee(table, list(first.values()))
        yield
