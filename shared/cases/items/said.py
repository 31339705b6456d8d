"""What is said, and to whom: replies to customers, briefs to people."""

from itertools import pairwise
from typing import Literal

from pydantic import AwareDatetime

from shared.cases.items.talk import Target
from shared.messages import Frozen, Labels, ReplyState


class Reply(Frozen):
    """What is to be said, and how far saying it got.

    `by` and `cause_by` are the dates that it tells; `person` the one that it names; `text` is
    None until it was composed, or a person's own words. After `not_after` it isn't sent. `fence`
    tells one sender from the next. `drafted`: a person must approve it first, `why_drafted` says
    why, and `approved_by` who did. `news` is what the person who works on it recorded, `link` goes
    with an announcement; `avoid` are texts that the thread has seen. `is_automatic`: no person
    decided that this be said. Of two that may leave, that with the higher `priority` does.
    `is_first`: nothing was said in its conversation before it was decided. `cuts`: where the text
    is parted, if it leaves in several pieces; `stands`: the platform's ids of those that stand
    there, in order. `known_within_minutes`: by then a person has it, if nobody knows whether it
    stands.
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
    news: str | None = None
    link: str | None = None
    amount: float | None = None
    currency: str | None = None
    avoid: tuple[str, ...] = ()
    priority: int = 0
    is_automatic: bool = True
    why_drafted: str | None = None
    approved_by: str | None = None
    incident_id: str | None = None
    is_first: bool = False
    target: Target
    planned_at: AwareDatetime
    not_after: AwareDatetime
    due_at: AwareDatetime | None = None
    cuts: tuple[int, ...] = ()
    stands: tuple[str, ...] = ()
    known_within_minutes: int = 5
    attempt: int = 0
    fence: str | None = None
    sending_at: AwareDatetime | None = None
    settled_at: AwareDatetime | None = None
    platform_id: str | None = None
    reason: str | None = None

    @property
    def pieces(self) -> tuple[str, ...]:
        """Its text as it leaves: whole, or in several posts or messages, one after the other."""
        text = self.text or ""
        ends = pairwise((0, *self.cuts, len(text)))
        return tuple(text[begin:end].strip() for begin, end in ends) if self.cuts else (text,)

    @property
    def missing(self) -> tuple[str, ...]:
        """The pieces that aren't known to stand; the first of them may."""
        return () if self.state == "sent" else self.pieces[len(self.stands) :]


class Brief(Frozen):
    """One page for the person who must look: what happened, what is asked, what they may do.

    It is a task until somebody acts on its case: `answer_by` is when the next person is asked,
    and `tier` how many were asked before. `incident_id`: it is about all of it, not about one case.
    """

    brand: str
    case_id: str
    brief_id: str
    event_id: str
    conversation: str
    to: str
    why: str
    page: str
    state: Literal["planned", "sent", "done"] = "planned"
    at: AwareDatetime | None = None
    answer_by: AwareDatetime | None = None
    tier: int = 0
    incident_id: str | None = None
    due_at: AwareDatetime | None = None
