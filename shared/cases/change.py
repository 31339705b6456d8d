"""What one transaction writes: the effect, and the mark that it was done, together."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from shared.cases.items import Brief, Case, Conversation, Entry, Incident, Member, Reply, Resonance
from shared.messages import Post, Source

RESEND_SECONDS = 300  # what was decided but hasn't gone by then is sent again by follow-up


@dataclass(frozen=True, slots=True)
class SeenPost:
    """Marks a post as handled. `text` is None where an older text must not overwrite a newer.

    A post without a case keeps its `outcome` itself, and can be found by its event. `before`: how
    often it had been seen when this was decided; a deletion since then must be known first.
    `conversation` and `reference`: whose it is, and the number that it names, so that all of a
    person's can be found again.
    """

    brand: str
    post: Post
    case_id: str | None
    text: str | None
    event_id: str
    outcome: str
    before: int = 0
    conversation: str | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class MovedPost:
    """A post that goes to another case; nothing is written if it isn't the first one's any more."""

    brand: str
    platform: Source
    object_id: str
    from_case: str
    to_case: str


@dataclass(frozen=True, slots=True)
class Attention:
    """A case that takes one of the places that a person has for a day, if one of `most` is left."""

    brand: str
    person: str
    day: date
    most: int


@dataclass(frozen=True, slots=True)
class Told:
    """A customer of an incident hears of it: once of each news, as a reply or as a task."""

    member: Member
    news: str
    how: Literal["reply", "task", "nobody"]


@dataclass(frozen=True, slots=True)
class Echo:
    """What somebody else made of a customer's post: it counts for the incident, never a case."""

    brand: str
    incident_id: str
    event_id: str
    what: Resonance = "words"


@dataclass(frozen=True, slots=True)
class Rush:
    """Somebody is told that more comes than usual: once a day and brand."""

    brand: str
    day: date


@dataclass(frozen=True, slots=True)
class Regrouped:
    """A case that goes to another incident; nothing is written if it isn't in the first any more.

    `member` is the customer as they stand in the new one.
    """

    member: Member
    from_incident: str


@dataclass(frozen=True, slots=True)
class Rehoused:
    """A customer of an incident whose case is part of another now: `member` as they stand in it."""

    member: Member
    from_conversation: str


@dataclass(frozen=True, slots=True)
class Change:
    """Everything that one event does to the table. Versions are those that were read, plus one.

    `other_case`: the one that is merged into, or split off. `approved`: drafts that may leave,
    with the text and the date as they stand here. `done`: briefs that
    somebody acted on; `rested`: those that still wait, but remind nobody any more.
    """

    seen: SeenPost | None = None
    conversation: Conversation | None = None
    case: Case | None = None
    entries: tuple[Entry, ...] = ()
    replies: tuple[Reply, ...] = ()
    superseded: tuple[Reply, ...] = ()
    briefs: tuple[Brief, ...] = ()
    other_case: Case | None = None
    incident: Incident | None = None
    other_incident: Incident | None = None
    approved: tuple[Reply, ...] = ()
    done: tuple[Brief, ...] = ()
    rested: tuple[Brief, ...] = ()
    members: tuple[Member, ...] = ()
    told: tuple[Told, ...] = ()
    echo: Echo | None = None
    rush: Rush | None = None
    regrouped: tuple[Regrouped, ...] = ()
    rehoused: tuple[Rehoused, ...] = ()
    attention: tuple[Attention, ...] = ()
    moved: tuple[MovedPost, ...] = ()
    reference: tuple[str, str] | None = None  # what the customer named, and the case behind it
