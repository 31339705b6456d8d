"""Reads in two calls what a batch's replies must know, and tells how many writes it wants.

What is read so stands where nothing was said before. The claim is refused if a reply or its thread
has changed meanwhile, and then all is read anew.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from botocore.exceptions import ClientError

from functions.dispatch.say import Dispatch
from shared.cases import scene
from shared.messages import AnyMessage, ReplyRequested


@contextmanager
def foresee(stage: Dispatch, messages: Sequence[AnyMessage]) -> Iterator[None]:
    """For as long as the batch lasts; of a conversation the first: it changes what others see."""
    stage.preparation.limits.leases.expect(len(messages))
    first = {m.conversation: m for m in reversed(messages) if isinstance(m, ReplyRequested)}
    with stage.table.reading_ahead():
        if len(first) > 1:
            with suppress(ClientError):  # then each reads for itself
                scene.foresee(stage.table, list(first.values()))
        yield
