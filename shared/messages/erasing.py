"""What a person, or their platform for them, asks to be forgotten."""

from typing import Literal

from pydantic import AwareDatetime

from shared.messages.message import Message
from shared.messages.vocabulary import Source


class ErasureRequested(Message):
    """intake, decision → erasure → itself: everything of one person goes.

    Who they are: their id at a platform, or the case that is theirs. `code` opens the page that
    tells how far it got, and is nobody's to guess. `requested_by` is a verified identity, or the
    platform that passed the request on.
    """

    kind: Literal["ErasureRequested"] = "ErasureRequested"
    code: str
    platform: Source | None = None
    author_id: str | None = None
    brand: str | None = None
    case_id: str | None = None
    requested_at: AwareDatetime
    requested_by: str
