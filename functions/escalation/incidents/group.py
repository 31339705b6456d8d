"""What a decision about an incident needs to know, and what it comes to."""

from dataclasses import dataclass

from shared.cases.change import Regrouped
from shared.cases.items import Brief, Entry, Incident, Member


@dataclass(frozen=True, slots=True)
class Group:
    """An incident, and what of it matters. `waiting`: briefs about it that nobody acted on.

    `other` is the one to merge with, `members` the customers that are to be split off.
    """

    incident: Incident
    other: Incident | None = None
    members: tuple[Member, ...] = ()
    waiting: tuple[Brief, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The incident as it should be, and what else changes. Versions are set later."""

    incident: Incident
    why: str = ""
    other: Incident | None = None
    regrouped: tuple[Regrouped, ...] = ()
    entries: tuple[Entry, ...] = ()
