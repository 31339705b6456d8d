"""A case, and what hangs on it: one grievance, from the first post to the verified end."""

from typing import Literal

from pydantic import AwareDatetime

from shared.cases.items.owed import (
    Asked,
    Contact,
    Deadline,
    Investigation,
    Outcome,
    Promise,
    Refusal,
)
from shared.cases.items.talk import Target, is_after
from shared.messages import Author, Frozen, Labels, Source

type CaseState = Literal[
    "open",
    "answering",
    "waiting_on_customer",
    "waiting_on_us",
    "resolved_claimed",
    "closed",
    "unconfirmed",
]
CLOSED: frozenset[CaseState] = frozenset({"closed", "unconfirmed"})


class Case(Frozen):
    """One grievance. `version` grows by one a write; `due_at` is its next date, if any.

    `clock_started_at` is when the customer's waiting began: the provider's time of the post, or
    earlier where they had waited before; `posted_at` is that time of the post in any case.
    `event_id` is the event that opened it. `held_by` is the person who has it: automation is
    silent. `target` is where an answer to its newest post goes. `conversations` are the person's
    others that a named person, or a reference of the customer's, linked to it. `claimed_at` is when
    the customer was asked whether it is fixed, `verify_until` when silence counts as the end.
    `asked` is what they were asked for and haven't sent. `told_at` is when they last heard from us,
    `heard_at` when we last heard from them, `opted_out_at` when they asked for silence.
    """

    brand: str
    case_id: str
    event_id: str
    version: int = 0
    state: CaseState = "open"
    platform: Source
    account_id: str
    conversation: str
    conversations: tuple[str, ...] = ()
    author: Author | None = None
    target: Target
    labels: Labels
    rule: str
    policy_version: str
    priority: int
    opened_at: AwareDatetime
    clock_started_at: AwareDatetime
    posted_at: AwareDatetime | None = None
    owner: str
    held_by: str | None = None
    investigation: Investigation | None = None
    promises: tuple[Promise, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    asked: Asked | None = None
    incident_id: str | None = None
    tried: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    wish: Literal["opt_out", "fewer_updates"] | None = None
    opted_out_at: AwareDatetime | None = None
    unanswered: str | None = None
    updates: int = 0
    reopened: int = 0
    first_answer_at: AwareDatetime | None = None
    heard_at: AwareDatetime | None = None
    told_at: AwareDatetime | None = None
    claimed_at: AwareDatetime | None = None
    verify_until: AwareDatetime | None = None
    closed_at: AwareDatetime | None = None
    is_verified: bool = False
    outcome: Outcome | None = None
    refusal: Refusal | None = None
    merged_into: str | None = None
    due_at: AwareDatetime | None = None

    @property
    def is_open(self) -> bool:
        return self.state not in CLOSED

    @property
    def wants_silence(self) -> bool:
        """Whether they asked for it and haven't written since: then not even a person may."""
        return self.wish == "opt_out" and not is_after(self.heard_at, self.opted_out_at)

    @property
    def is_investigated(self) -> bool:
        return self.investigation is not None and self.investigation.is_open

    @property
    def open_promises(self) -> tuple[Promise, ...]:
        return tuple(promise for promise in self.promises if promise.state == "open")
