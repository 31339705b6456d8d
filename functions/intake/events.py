"""What a body falls into, and what can become of each piece."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

type Fields = Mapping[str, Any]
type Surface = Literal["post", "comment", "mention", "message", "review"]
type Verb = Literal["created", "edited", "deleted"]

UNKNOWN_EVENT = "unknown_event"
UNREADABLE_BODY = "unreadable_body"
ACCOUNT_REVOKED = "account_revoked"
POLICY_ENFORCEMENT = "policy_enforcement"


@dataclass(frozen=True, slots=True)
class Event:
    """One update as the platform wrote it. `kind` is the platform's word for it.

    `around` is what encloses it: for Meta the entry with its time, for X the users.
    """

    kind: str
    account_id: str | None
    value: Any
    around: Fields = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote a post; the fields of `shared.messages.Author`."""

    author_id: str
    handle: str | None = None
    name: str | None = None
    followers: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """The fields of `shared.messages.Post`, which a cold start has no time to import.

    The platform is added later, and where `posted_at` is None the time of receipt. `thread_id` of
    a private message is the other party's id at the platform: nothing else names both directions.
    """

    account_id: str
    surface: Surface
    verb: Verb = "created"
    object_id: str
    revision: str = "0"
    thread_id: str | None = None
    parent_id: str | None = None
    author: Author | None = None
    text: str | None = None
    posted_at: datetime | None = None
    is_private: bool = False
    is_summoned: bool = False
    is_echo: bool = False
    echoed_id: str | None = None
    echo_of: Literal["repost", "reaction"] | None = None


@dataclass(frozen=True, slots=True)
class Ignored:
    """Known, and nothing to answer: a receipt, a like of our own post."""

    reason: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """To be kept and shown to a person. `detail` names kinds and fields, never what they held."""

    reason: str
    detail: str
    account_id: str | None = None


type Reading = Post | Ignored | SetAside
