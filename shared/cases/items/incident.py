"""Incidents: cases with one cause, the action about it, and who is to hear of it."""

from typing import Literal

from pydantic import AwareDatetime, Field

from shared.messages import Frozen, Topic

type Resonance = Literal["words", "repost", "reaction"]
type ActionState = Literal["proposed", "committed", "announced", "told", "dropped"]


class Action(Frozen):
    """What the organisation commits itself to do about an incident, within six days.

    `owner` is a person of the policy, `record` the decision in their words, `texts` the public
    words by language, `link` the one place where all of it stands. `warn_at` is when its owner is
    reminded, None once they were; `is_breached`: the six days are over, and who comes next knows.
    """

    state: ActionState = "proposed"
    owner: str
    proposed_at: AwareDatetime
    due_at: AwareDatetime
    warn_at: AwareDatetime | None = None
    record: str | None = None
    committed_by: str | None = None
    committed_at: AwareDatetime | None = None
    texts: dict[str, str] = Field(default_factory=dict)
    link: str | None = None
    announced_by: str | None = None
    announced_at: AwareDatetime | None = None
    told_at: AwareDatetime | None = None
    is_breached: bool = False
    reason: str | None = None


class Incident(Frozen):
    """Cases with one cause. `themes`, `product` and `places` say which, in no language.

    `cases` counts its customers as far as anybody looked: exact until the threshold, a lower bound
    after it. `resonance` is how often others echoed it in words, `reposts` and `reactions` without,
    as far as it was added up. `tell_at`:
    when it is looked at who has not been told yet. `history` is its audit trail, newest last.
    """

    brand: str
    incident_id: str
    event_id: str
    version: int = 0
    state: Literal["watched", "open", "ended", "merged"] = "watched"
    topic: Topic
    themes: tuple[str, ...] = ()
    product: str | None = None
    places: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    first_case_id: str
    opened_at: AwareDatetime
    last_at: AwareDatetime
    cases: int = 0
    resonance: int = 0
    reposts: int = 0
    reactions: int = 0
    action: Action | None = None
    merged_into: str | None = None
    tell_at: AwareDatetime | None = None
    history: tuple[dict[str, str], ...] = ()
    due_at: AwareDatetime | None = None


class Member(Frozen):
    """One customer of an incident: told at most once of each thing that is decided about it.

    `told_how`: of the newest; `nobody` where they wanted to hear no more of what goes on.
    """

    brand: str
    incident_id: str
    conversation: str
    case_id: str
    language: str
    joined_at: AwareDatetime
    because: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    told_how: Literal["reply", "task", "nobody"] | None = None
