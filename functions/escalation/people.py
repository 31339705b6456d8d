"""Who is given a case, who comes after them, and by when they should have acted. Pure.

Nothing here knows who the customer is. Their language counts only so that somebody is found who
speaks it; severity only for the routes and the places that are kept for danger.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from functions.escalation.policy import DECIDER, ROUTE, Need, Policy
from functions.escalation.working_time import after, day_of, is_working
from shared.cases.change import Attention
from shared.messages import Labels


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who has it, and why they; `attention` is the place of their day that it takes, if any."""

    person: str
    why: str
    attention: Attention | None = None


@dataclass(frozen=True, slots=True)
class _Today:
    """What decides between people: the day, what the case needs, how full their day is."""

    policy: Policy
    day: date
    severity: int
    language: str
    taken: Mapping[str, int]

    def is_there(self, key: str) -> bool:
        return self.policy.people[key].is_there(self.day)

    def speaks(self, key: str) -> bool:
        return self.language in self.policy.people[key].languages

    def has_room(self, key: str) -> bool:
        places = self.policy.people[key].places(self.severity)
        return places is None or self.taken.get(key, 0) < places

    def first_of(self, line: Iterable[str]) -> str:
        """What can't be had is given up in turn: the language, then the budget, then the day."""
        line = tuple(line)
        there = [key for key in line if self.is_there(key)]
        free = [key for key in there if self.has_room(key)]
        speaking = [[key for key in keys if self.speaks(key)] for keys in (free, there)]
        return next(keys[0] for keys in (speaking[0], free, speaking[1], there, line) if keys)

    def why_not(self, key: str) -> str:
        if not self.is_there(key):
            return f"{key} is away"
        if not self.has_room(key):
            return f"{key} has no place left today"
        return f"{key} does not speak {self.language}"


def assign(
    wanted: str, labels: Labels, policy: Policy, *, brand: str, taken: Mapping[str, int],
    now: datetime, is_urgent: bool = False,
) -> Assignment:  # fmt: skip
    """Who gets a case, where a person, a team, `decider` or `route` is wanted.

    `taken`: how many cases each person was given today, which is the calendar's day. A person who
    is wanted by name gets it if they are there and have room; else the first in line who is both,
    and speaks the language.
    """
    today = _Today(policy, day_of(now, policy.calendar), labels.severity, labels.language, taken)
    address = _address(wanted, labels, policy, now, is_urgent=is_urgent)
    line = _line(address, today)
    is_free = today.is_there(line[0]) and today.has_room(line[0])
    person = address if address in policy.people and is_free else today.first_of(line)
    return Assignment(person, _why(address, line, person, today), _place(person, today, brand))


def next_after(
    person: str, labels: Labels, policy: Policy, *, asked: Collection[str], now: datetime
) -> str | None:
    """Who is asked when somebody didn't act, or left; None where everybody was asked."""
    today = _Today(policy, day_of(now, policy.calendar), 4, labels.language, {})
    line = (key for key in _chain(person, policy) if key not in {person, *asked})
    there = tuple(filter(today.is_there, line))
    return today.first_of(there) if there else None


def acknowledge_by(severity: int, asked_at: datetime, policy: Policy) -> datetime:
    """By when somebody who was asked should have acted."""
    return after(asked_at, policy.acknowledge.severity[severity], policy.calendar)


def taken_by(policy: Policy) -> tuple[str, ...]:
    """Whose days are counted: those who have a budget."""
    return tuple(key for key, person in policy.people.items() if person.daily_budget is not None)


def _address(wanted: str, labels: Labels, policy: Policy, now: datetime, *, is_urgent: bool) -> str:
    if wanted != ROUTE:
        return wanted
    need = Need(
        labels.topic,
        labels.language,
        labels.severity,
        is_urgent=is_urgent,
        is_working=is_working(now, policy.calendar),
    )
    return next(route.to for route in policy.routes if route.fits(need))


def _line(address: str, today: _Today) -> tuple[str, ...]:
    """Who comes into question, in order."""
    policy = today.policy
    if address == DECIDER:
        return _deciding(_chain(policy.deciders[0], policy), today)
    if address in policy.teams:
        members = policy.teams[address].line(today.day)
        return tuple(dict.fromkeys((*members, *_chain(members[-1], policy))))
    known, chain = policy.people.get(address), _chain(address, policy)  # None: they left since
    return chain if known and not known.may_decide else _deciding(chain, today)


def _deciding(chain: tuple[str, ...], today: _Today) -> tuple[str, ...]:
    """Who may decide is stood in for by who may, as long as one of them is there."""
    may = tuple(key for key in chain if today.policy.people[key].may_decide)
    return may if any(map(today.is_there, may)) else chain


def _chain(person: str, policy: Policy) -> tuple[str, ...]:
    """Somebody, who stands in for them, and for those; then all who may decide."""
    found: list[str] = []
    while person in policy.people and person not in found:
        found.append(person)
        person = policy.people[person].next or ""
    return tuple(dict.fromkeys((*found, *policy.deciders)))


def _why(address: str, line: tuple[str, ...], person: str, today: _Today) -> str:
    before = line[: line.index(person)]
    skipped = [today.why_not(key) for key in before]
    if not today.has_room(person):
        skipped.append("nobody who may decide has a place left today")
    return "; ".join([*skipped, _as_what(address, person, today.policy)])


def _as_what(address: str, person: str, policy: Policy) -> str:
    if person == address:
        return "named by the policy"
    if address == DECIDER:
        return f"{person} may decide" if policy.people[person].may_decide else f"{person} is there"
    return f"{person} {'of' if address in policy.teams else 'stands in for'} {address}"


def _place(person: str, today: _Today, brand: str) -> Attention | None:
    places = today.policy.people[person].places(today.severity)
    if places is None or not today.has_room(person):
        return None
    return Attention(brand, person, today.day, places)
