"""Who talks with us, and where: channels, posts, conversations."""

from datetime import datetime
from typing import Literal

from pydantic import AwareDatetime

from shared.messages import Frozen, Source, Surface, Topic


class Channel(Frozen):
    """One account of a brand. `connected_at`: nothing older is answered automatically.

    `may_reply_unsummoned`: X's Enterprise access, which may answer where nobody called it.
    `person`: whose own account it is, of the policy's people; None for the brand's.
    """

    brand: str
    platform: Source
    account_id: str
    handle: str
    name: str = ""
    language: str = "en"
    time_zone: str = "UTC"
    formality: Literal["informal", "formal"] = "informal"
    secret_name: str
    connected_at: AwareDatetime
    may_reply_unsummoned: bool = False
    person: str | None = None


class CaseRef(Frozen):
    """A case of a conversation: enough to tell which of several a new post belongs to."""

    case_id: str
    topic: Topic = "other"
    thread_id: str | None = None
    reference: str | None = None


class Conversation(Frozen):
    """One author and one of our accounts on one platform; `cases` newest first, a few.

    `erased_at`: what they wrote until then was erased, and nothing of it may come back.
    `wish` is what they asked of our writing to them: nothing at all, or only what is new.
    `opted_out_at` is when they asked for nothing, `heard_at` when they last wrote,
    `last_message_at` when they last did so in private, which opens windows.
    `threat_case_id`: the case in which they threatened; no program writes to them in any of theirs
    until a person gives that one back.
    """

    brand: str
    conversation: str
    version: int = 0
    open_case_id: str | None = None
    cases: tuple[CaseRef, ...] = ()
    language: str | None = None
    automatic_replies: int = 0
    erased_at: AwareDatetime | None = None
    last_post_at: AwareDatetime | None = None
    wish: Literal["opt_out", "fewer_updates"] | None = None
    opted_out_at: AwareDatetime | None = None
    heard_at: AwareDatetime | None = None
    last_message_at: AwareDatetime | None = None
    threat_case_id: str | None = None

    @property
    def wants_silence(self) -> bool:
        """Whether they asked for it and haven't written since: then not even a person may."""
        return self.wish == "opt_out" and not is_after(self.heard_at, self.opted_out_at)


def is_after(heard_at: datetime | None, opted_out_at: datetime | None) -> bool:
    """Whether they wrote again since they asked for silence."""
    return heard_at is not None and opted_out_at is not None and heard_at > opted_out_at


class Target(Frozen):
    """Where a reply goes: what it answers, and who reads it."""

    platform: Source
    account_id: str
    surface: Surface
    object_id: str
    thread_id: str | None = None
    author_id: str | None = None
    author_handle: str | None = None
    is_private: bool = False
    is_summoned: bool = False
    posted_at: AwareDatetime


class KnownPost(Frozen):
    """What is kept of a post: enough to know it again, its newest text, and where to answer it."""

    case_id: str | None = None
    seen: frozenset[str] = frozenset()
    is_deleted: bool = False
    target: Target | None = None
