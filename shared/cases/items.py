"""What stands in the table, as values: never changed, only replaced by a newer version."""

from typing import Literal

from pydantic import AwareDatetime, Field

from shared.messages import Author, Frozen, Labels, Platform, ReplyState, Surface

type CaseState = Literal[
    "open",
    "answering",
    "waiting_on_customer",
    "waiting_on_us",
    "resolved_claimed",
    "closed",
    "unconfirmed",
]


class Channel(Frozen):
    """One account of a brand. `connected_at`: nothing older is answered automatically.

    `may_reply_unsummoned`: X's Enterprise access, which may answer where nobody called it.
    """

    brand: str
    platform: Platform
    account_id: str
    handle: str
    name: str = ""
    language: str = "en"
    time_zone: str = "UTC"
    formality: Literal["informal", "formal"] = "informal"
    secret_name: str
    connected_at: AwareDatetime
    may_reply_unsummoned: bool = False


class KnownPost(Frozen):
    """What is kept of a post: enough to know it again, and its newest text."""

    case_id: str | None = None
    seen: frozenset[str] = frozenset()
    is_deleted: bool = False


class Conversation(Frozen):
    """One author and one of our accounts on one platform."""

    brand: str
    conversation: str
    version: int = 0
    open_case_id: str | None = None
    language: str | None = None
    automatic_replies: int = 0
    last_post_at: AwareDatetime | None = None


class Promise(Frozen):
    """What a reply says will happen, and when; `owner` is a person of the policy."""

    promise_id: str
    what: Literal["answer", "care", "cause"]
    due_at: AwareDatetime
    owner: str
    reply_id: str
    state: Literal["open", "kept", "lapsed", "taken_back"] = "open"


class Investigation(Frozen):
    """A hold on denials, with the reason for it, until a named person ends it."""

    opened_at: AwareDatetime
    why: str
    investigator: str
    is_open: bool = True


class Target(Frozen):
    """Where a reply goes: what it answers, and who reads it."""

    platform: Platform
    account_id: str
    surface: Surface
    object_id: str
    thread_id: str | None = None
    author_id: str | None = None
    author_handle: str | None = None
    is_private: bool = False
    is_summoned: bool = False
    posted_at: AwareDatetime


class Case(Frozen):
    """One grievance. `version` grows by one a write; `due_at` is its next date, if any.

    `clock_started_at` is when the customer's waiting began: the provider's time of the post, or
    earlier where they had waited before. `event_id` is the event that opened it. `held_by` is the
    person who has it: automation is silent. `target` is where an answer to its newest post goes.
    """

    brand: str
    case_id: str
    event_id: str
    version: int = 0
    state: CaseState = "open"
    platform: Platform
    account_id: str
    conversation: str
    author: Author | None = None
    target: Target
    labels: Labels
    rule: str
    policy_version: str
    priority: int
    opened_at: AwareDatetime
    clock_started_at: AwareDatetime
    owner: str
    held_by: str | None = None
    investigation: Investigation | None = None
    promises: tuple[Promise, ...] = ()
    first_answer_at: AwareDatetime | None = None
    due_at: AwareDatetime | None = None


class Reply(Frozen):
    """What is to be said, and how far saying it got.

    `by` and `cause_by` are the dates that it tells; `person` the one that it names; `text` is
    None until it was composed, or a person's own words. After `not_after` it isn't sent. `fence`
    tells one sender from the next.
    """

    brand: str
    case_id: str
    reply_id: str
    event_id: str
    conversation: str
    state: ReplyState = "planned"
    situation: str
    language: str
    formality: str = "informal"
    labels: Labels
    by: AwareDatetime | None = None
    cause_by: AwareDatetime | None = None
    time_zone: str = "UTC"
    person: str | None = None
    text: str | None = None
    target: Target
    planned_at: AwareDatetime
    not_after: AwareDatetime
    due_at: AwareDatetime | None = None
    attempt: int = 0
    fence: str | None = None
    sending_at: AwareDatetime | None = None
    settled_at: AwareDatetime | None = None
    platform_id: str | None = None
    reason: str | None = None


class Brief(Frozen):
    """One page for the person who must look: what happened, what is asked, what they may do."""

    brand: str
    case_id: str
    brief_id: str
    event_id: str
    conversation: str
    to: str
    why: str
    page: str
    state: Literal["planned", "sent"] = "planned"
    due_at: AwareDatetime | None = None


class Entry(Frozen):
    """One line of a case's timeline, which is its audit trail."""

    brand: str
    case_id: str
    entry_id: str
    event_id: str
    at: AwareDatetime
    recorded_at: AwareDatetime
    what: str
    by: str
    why: str = ""
    detail: dict[str, str] = Field(default_factory=dict)


class Parked(Frozen):
    """What nobody could handle, why, and the message to try again with."""

    event_id: str
    at: AwareDatetime
    brand: str | None = None
    platform: str | None = None
    stage: str
    reason: str
    detail: str = ""
    body: str = ""
    raw_key: str | None = None
