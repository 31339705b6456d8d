"""A case, and what hangs on it: one grievance, from the first post to the verified end."""

from typing import Literal

from pydantic import AwareDatetime

from shared.cases.items.talk import Target
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
type PromiseState = Literal["open", "kept", "moved", "lapsed", "taken_back"]
type Milestone = Literal["first_answer", "next_update", "resolution"]


class Promise(Frozen):
    """What a reply says will happen, and when; `owner` is a person of the policy.

    `words` is what a person promised in their own. `chase_at` is when its owner is reminded,
    None once they were.
    """

    promise_id: str
    what: Literal["answer", "care", "cause", "other"]
    due_at: AwareDatetime
    owner: str
    reply_id: str
    state: PromiseState = "open"
    words: str | None = None
    chase_at: AwareDatetime | None = None


class Deadline(Frozen):
    """A date that the policy sets us, told to nobody. Warned of once, and breached once.

    `left_seconds`: working time that is left while it is paused; it runs where this is None.
    """

    milestone: Milestone
    due_at: AwareDatetime
    warn_at: AwareDatetime | None = None
    state: Literal["running", "paused", "met", "breached"] = "running"
    left_seconds: float | None = None


class Outcome(Frozen):
    """How an investigation or a case ended, in a person's words; the sum where there is one."""

    text: str
    amount: float | None = None
    currency: str | None = None
    by: str
    at: AwareDatetime


class Investigation(Frozen):
    """A hold on denials, with the reason for it, until a named person ends it."""

    opened_at: AwareDatetime
    why: str
    investigator: str
    is_open: bool = True
    evidence: tuple[str, ...] = ()
    outcome: Outcome | None = None


class Contact(Frozen):
    """A third party who may be asked about a case: the customer consented."""

    name: str
    reachable_at: str
    added_by: str


class Refusal(Frozen):
    """A refusal of service: proposed by one named person, in force once a second confirmed it."""

    reason: str
    explanation: str
    proposed_by: str
    proposed_at: AwareDatetime
    confirmed_by: str | None = None
    review_at: AwareDatetime
    lifted_by: str | None = None

    @property
    def is_in_force(self) -> bool:
        return self.confirmed_by is not None and self.lifted_by is None


class Case(Frozen):
    """One grievance. `version` grows by one a write; `due_at` is its next date, if any.

    `clock_started_at` is when the customer's waiting began: the provider's time of the post, or
    earlier where they had waited before. `event_id` is the event that opened it. `held_by` is the
    person who has it: automation is silent. `target` is where an answer to its newest post goes.
    `conversations` are the person's others that a named person, or a reference of the customer's,
    linked to it. `claimed_at` is when the customer was asked whether it is fixed, `told_at` when
    they last heard from us, `heard_at` when we last heard from them.
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
    owner: str
    held_by: str | None = None
    investigation: Investigation | None = None
    promises: tuple[Promise, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    incident_id: str | None = None
    tried: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    wish: Literal["opt_out", "fewer_updates"] | None = None
    unanswered: str | None = None
    updates: int = 0
    reopened: int = 0
    first_answer_at: AwareDatetime | None = None
    heard_at: AwareDatetime | None = None
    told_at: AwareDatetime | None = None
    claimed_at: AwareDatetime | None = None
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
    def is_investigated(self) -> bool:
        return self.investigation is not None and self.investigation.is_open

    @property
    def open_promises(self) -> tuple[Promise, ...]:
        return tuple(promise for promise in self.promises if promise.state == "open")
