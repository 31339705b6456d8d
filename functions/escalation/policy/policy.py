"""All of the policy together."""

from typing import Annotated

from pydantic import Field

from functions.escalation.policy.calendar import Calendar
from functions.escalation.policy.clocks import Acknowledge, Deadlines, Promises
from functions.escalation.policy.matters import (
    Approvals,
    Burst,
    Incidents,
    Investigations,
    Limits,
)
from functions.escalation.policy.people import Person, Route, Team
from functions.escalation.policy.rules import Fact, Rule
from functions.escalation.policy.strict import Strict


class Policy(Strict):
    """What `read_policy` has checked. `rule_for` never fails: the last rule asks for nothing.

    `version`: the day on which it was written and its number on that day, `2026-11-21.1`.
    """

    version: Annotated[str, Field(pattern=r"^20\d\d-(0[1-9]|1[0-2])-[0-3]\d\.\d+$")]
    calendar: Calendar
    people: Annotated[dict[str, Person], Field(min_length=1)]
    teams: dict[str, Team] = Field(default_factory=dict)
    routes: tuple[Route, ...]
    deadlines: Deadlines
    acknowledge: Acknowledge
    promises: Promises
    incidents: Incidents
    investigations: Investigations
    approvals: Approvals
    burst: Burst
    limits: Limits
    rules: tuple[Rule, ...]

    def rule_for(self, facts: dict[str, Fact]) -> Rule:
        """The first rule that holds."""
        return next(rule for rule in self.rules if rule.holds(facts))

    @property
    def deciders(self) -> tuple[str, ...]:
        """Who may decide, in the order in which they are asked."""
        return tuple(key for key, person in self.people.items() if person.may_decide)

    def signed_in(self, identity: str) -> str | None:
        """Which person decides under an IAM identity (an ARN or its last part).

        The session's name of an assumed role is whatever its caller chose: there the role counts,
        but for those of IAM Identity Center, which sets the name itself.
        """
        parts = identity.split("/")
        is_chosen = ":assumed-role/" in identity and "/AWSReservedSSO_" not in identity
        name = parts[1] if is_chosen else parts[-1]
        return next((k for k, p in self.people.items() if name in p.signs_in_as), None)
