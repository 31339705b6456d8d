"""What a case owes and what hangs on it: promises, deadlines, investigations, refusals."""

from typing import Literal

from pydantic import AwareDatetime

from shared.messages import Frozen

type Promised = Literal["answer", "care", "cause", "other"]
type PromiseState = Literal["open", "kept", "moved", "lapsed", "could_not_be_told", "taken_back"]
type Milestone = Literal["first_answer", "next_update", "resolution"]


class Promise(Frozen):
    """What a reply says will happen, and when; `owner` is a person of the policy.

    `lapsed` is broken; where nobody could have told them any more, it `could_not_be_told`.
    `words` is what a person promised in their own. `chase_at` is when it is looked at before it
    falls due, and `moves` how often it was moved without anybody having recorded anything;
    `moved_by` is the reply that tells the new date.
    """

    promise_id: str
    what: Promised
    due_at: AwareDatetime
    owner: str
    reply_id: str
    state: PromiseState = "open"
    words: str | None = None
    chase_at: AwareDatetime | None = None
    moves: int = 0
    moved_by: str | None = None


class Deadline(Frozen):
    """A date that the policy sets us, told to nobody. Warned of once, and breached once.

    `left_seconds`: working time that is left while it is paused; it runs where this is None.
    """

    milestone: Milestone
    due_at: AwareDatetime
    warn_at: AwareDatetime | None = None
    state: Literal["running", "paused", "met", "breached"] = "running"
    left_seconds: float | None = None


class Asked(Frozen):
    """What we asked the customer for, and wait for. `look_at`: when somebody looks if it came.

    `is_chased`: the owner was told once that it hadn't.
    """

    at: AwareDatetime
    look_at: AwareDatetime
    is_chased: bool = False


class Outcome(Frozen):
    """How an investigation or a case ended, in a person's words; the sum where there is one."""

    text: str
    amount: float | None = None
    currency: str | None = None
    by: str
    at: AwareDatetime


class Investigation(Frozen):
    """A hold on denials, with the reason for it, until a named person ends it.

    `remind_at` is when the investigator is reminded that it is open.
    """

    opened_at: AwareDatetime
    why: str
    investigator: str
    remind_at: AwareDatetime | None = None
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
