"""What every message carries."""

from typing import Literal

from shared.messages.vocabulary import Frozen


class Message(Frozen):
    """What every message carries. `event_id` is the correlation id, the same on every hop."""

    version: Literal[1] = 1
    event_id: str
