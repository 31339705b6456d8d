"""Who there is: people and their calendars, teams and their weeks, who is asked about what."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from functions.escalation.policy.clocks import Severity
from functions.escalation.policy.strict import Strict
from shared.messages import Platform, Topic

type Language = Annotated[str, Field(pattern="^[a-z]{2,3}$")]
type Count = Annotated[int, Field(ge=0)]


class Absence(Strict):
    """Days on which somebody isn't asked, both included, in the calendar's time zone."""

    first: date = Field(alias="from")
    last: date = Field(alias="to")

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> "Absence":
        if self.last < self.first:
            raise ValueError(f"it ends ({self.last}) before it begins ({self.first})")
        return self


class Person(Strict):
    """Somebody who answers for a case.

    `next`: who is asked where they don't answer. `may_decide`: about money, recalls, rules.
    `daily_budget`: how many cases a day they are given, None for any number; the last
    `kept_for_danger` of them only where somebody is in danger. `accounts`: their own, connected,
    by platform. `signs_in_as`: the IAM names that they decide under.
    """

    name: str
    role: str
    languages: tuple[Language, ...] = ()
    next: str | None = None
    may_decide: bool = False
    daily_budget: Annotated[int, Field(ge=1)] | None = None
    kept_for_danger: Count = 0
    absences: tuple[Absence, ...] = ()
    accounts: dict[Platform, str] = Field(default_factory=dict)
    signs_in_as: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _has_a_budget_to_keep_from(self) -> "Person":
        if self.kept_for_danger >= (self.daily_budget or self.kept_for_danger + 1):
            raise ValueError("kept_for_danger must be less than daily_budget: else nothing is left")
        return self

    def is_there(self, day: date) -> bool:
        """Whether they can be asked on a day of the calendar."""
        return not any(absence.first <= day <= absence.last for absence in self.absences)

    def places(self, severity: int) -> int | None:
        """How many cases of this severity they may be given in a day; None for any number."""
        if self.daily_budget is None:
            return None
        return self.daily_budget - (0 if severity >= 4 else self.kept_for_danger)


class Rota(Strict):
    """Who is on call, a week each, from Monday to Sunday in the calendar's time zone; in turn."""

    first_monday: date
    weeks: Annotated[tuple[str, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _begins_on_a_monday(self) -> "Rota":
        if self.first_monday.weekday() != 0:
            raise ValueError(f"first_monday: {self.first_monday} is no Monday")
        return self

    def turns(self, day: date) -> tuple[str, ...]:
        """Who has the week of that day, then who comes after."""
        at = (day - self.first_monday).days // 7 % len(self.weeks)
        return self.weeks[at:] + self.weeks[:at]


class Team(Strict):
    """Several people who do the same work."""

    members: Annotated[tuple[str, ...], Field(min_length=1)]
    on_call: Rota | None = None

    def line(self, day: date) -> tuple[str, ...]:
        """Whom to ask on a day, in order."""
        first = self.on_call.turns(day) if self.on_call else ()
        return tuple(dict.fromkeys((*first, *self.members)))


@dataclass(frozen=True, slots=True)
class Need:
    """What a route is looked up for. `is_urgent`: somebody must act now, `is_working`: in hours."""

    topic: str
    language: str
    severity: int
    is_urgent: bool = False
    is_working: bool = True


class Route(Strict):
    """Whom a matter goes to; what isn't named may be anything.

    `urgent`: only where somebody must act now. `hours`: only while we are open, or closed.
    """

    to: str
    topic: tuple[Topic, ...] = ()
    language: tuple[Language, ...] = ()
    severity_at_least: Severity = 1
    urgent: bool = False
    hours: Literal["open", "closed"] | None = None

    @property
    def is_for_anything(self) -> bool:
        return self == Route(to=self.to)

    def fits(self, need: Need) -> bool:
        """Whether it is for this."""
        return (
            (not self.topic or need.topic in self.topic)
            and (not self.language or need.language in self.language)
            and need.severity >= self.severity_at_least
            and (need.is_urgent or not self.urgent)
            and self.hours in {None, "open" if need.is_working else "closed"}
        )
