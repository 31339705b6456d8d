"""The things of the sandbox world: accounts, people, posts, deliveries, refusals. Plain data."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Platform = Literal["x", "facebook", "instagram"]
Surface = Literal["post", "comment", "mention", "message"]
Shape = Literal["xaa", "aaa", "both"]


@dataclass
class Account:
    """One of our brands' accounts, with all that the platform knows of its app.

    `app_secret` is X's consumer secret or Meta's app secret. `is_enterprise` lifts X's rule that
    only a post which summoned the account may be answered. `shape` says which of X's webhook
    APIs is subscribed: the Activity API, the old Account Activity API, or both at once.
    `token_ends_at`: Unix seconds, 0 where the token has no end.
    """

    platform: Platform
    account_id: str
    handle: str
    display_name: str
    access_token: str
    app_secret: str
    verify_token: str
    webhook_url: str = ""
    is_enterprise: bool = False
    shape: Shape = "xaa"
    has_echoes: bool = True
    is_token_dead: bool = False
    refresh_token: str = ""
    token_ends_at: float = 0.0
    is_blocked: bool = False


@dataclass
class Person:
    """Somebody with an account on a platform; ids are the platform's and are never reused."""

    platform: Platform
    person_id: str
    handle: str
    name: str
    followers: int = 0
    accepts_messages: bool = True


@dataclass
class Post:
    """Anything written, by a customer or by us, in public or in private.

    `created_at` is the provider's time, which a scenario may set in the past; `arrived_at` is
    when the sandbox saw it, and what latency is measured from. `root_id` is the top of its thread.
    `recipient_id` is the person whom a private message of ours went to.
    """

    post_id: str
    platform: Platform
    account_id: str
    author_id: str
    surface: Surface
    text: str
    created_at: datetime
    arrived_at: datetime
    root_id: str
    parent_id: str = ""
    quotes_id: str = ""
    recipient_id: str = ""
    is_ours: bool = False
    is_private_reply: bool = False
    is_deleted: bool = False
    edited_at: datetime | None = None
    edits: int = 0
    earlier_ids: list[str] = field(default_factory=list)

    @property
    def is_private(self) -> bool:
        return self.surface == "message"


@dataclass
class Refusal:
    """A call of ours that the platform refused, by a rule or by a fault."""

    at: datetime
    platform: str
    route: str
    status: int
    code: str
    reason: str


@dataclass
class Delivery:
    """One webhook request to intake: its exact bytes, and the status of each try (0: no answer)."""

    delivery_id: str
    platform: Platform
    account_id: str
    post_ids: list[str]
    kind: str
    url: str
    headers: dict[str, str]
    body: bytes
    statuses: list[int] = field(default_factory=list)
    is_given_up: bool = False

    @property
    def is_acknowledged(self) -> bool:
        return bool(self.statuses) and 200 <= self.statuses[-1] < 300
