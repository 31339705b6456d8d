"""An erasure: what remains to be done of it, and the receipt that stays."""

from typing import Literal

from pydantic import AwareDatetime, Field

from shared.messages import Frozen


class Receipt(Frozen):
    """That an erasure was asked for and done: by whom, when, how many items. Never whose."""

    code: str
    state: Literal["working", "done"] = "working"
    requested_at: AwareDatetime
    requested_by: str
    done_at: AwareDatetime | None = None
    erased: dict[str, int] = Field(default_factory=dict)


class Erasing(Frozen):
    """Whose it is, until it is done: `conversations` by brand, `ids` at the platforms.

    `until`: what was written later stays, since they wrote it after they had asked. `ids` are those
    of the person and of their posts, by which the archive knows them. `after` is the archive's last
    key that was looked through, in the first or the second `look`.
    """

    code: str
    until: AwareDatetime | None = None
    conversations: tuple[tuple[str, str], ...] = ()
    ids: tuple[str, ...] = ()
    posts: tuple[tuple[str, str, str], ...] = ()
    is_swept: bool = False
    after: str = "archive/"
    look: int = 1
