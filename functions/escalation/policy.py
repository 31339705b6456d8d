"""The policy, read and checked: who is told what, how fast, and by whom.

`infra/policy/*.yaml` is its source; the build ships it as JSON beside this module.
"""

import json
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from shared.errors import SettingError

# What a rule may ask for. No followers, spend, tone or language: they change nothing. A threat of
# violence is the one tone that does, and `_no_other_tone` holds it to that.
FACTS = frozenset(
    {
        "kind",
        "topic",
        "severity",
        "tone",
        "is_echo",
        "is_deleted",
        "has_text",
        "has_voice",
        "has_route",
        "is_overtaken",
        "has_open_case",
        "has_investigation",
        "may_answer",
        "is_sure",
        "is_too_old",
        "is_before_connection",
        "is_answered_enough",
        "is_safety_or_much_money",
        "is_urgent_travel",
        "is_ignored_contact",
        "is_private",
        "is_colleagues_answer",
        "is_confirmed_fixed",
        "is_not_fixed",
        "is_reopening",
        "is_waiting_on_customer",
        "is_incident_committed",
        "is_opted_out",
        "wants_nothing",
        "wants_fewer",
        "is_desk",
    }
)
AT_LEAST = "_at_least"
COUNTED = frozenset({f"severity{AT_LEAST}"})  # of anything else there is no more or less
NOTHING = "nothing"
OWNER = "owner"  # stands for whoever owns the case already

type Fact = str | int | bool


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Person(_Strict):
    """Somebody who answers for a case."""

    name: str
    role: str


class Limits(_Strict):
    """Where automation ends."""

    max_age_hours: float
    automatic_replies: int
    automatic_replies_days: float
    much_money: dict[str, float]
    much_money_otherwise: float
    languages: tuple[str, ...]
    min_confidence: float


class FollowUp(_Strict):
    """When we come back to a case by ourselves."""

    chase_hours: float = 4  # before a promise falls due its owner is reminded
    no_news_hours: float = 1  # before it would lapse in silence the customer hears that
    no_news_again_hours: float = 48  # … and by when they hear more
    verify_days: float = 5  # after "is it fixed?" silence counts as unconfirmed
    reopen_days: float = 30  # a closed case is opened again by a new complaint of the same


_FOLLOW_UP = FollowUp()


class Then(_Strict):
    """What a rule decides."""

    say: str
    person: str | None = None
    brief: str | None = None
    hold: bool = False
    investigate: str | None = None
    promises: dict[Literal["answer", "care", "cause"], float] = Field(default_factory=dict)
    because: str | None = None
    approve: str | None = None
    reopen: bool = False
    end: Literal["verified"] | None = None
    wish: Literal["opt_out", "fewer_updates"] | None = None

    @model_validator(mode="after")
    def _has_an_owner_for_what_it_says(self) -> "Then":
        if self.says and self.person is None:
            raise ValueError(f"who owns a case that is answered with {self.say}? name a person")
        return self

    @property
    def says(self) -> bool:
        """Whether anything is said at all."""
        return self.say != NOTHING


class Rule(_Strict):
    """One line of the policy."""

    name: str
    when: dict[str, Fact | tuple[str, ...]]
    then: Then

    @model_validator(mode="after")
    def _asks_only_what_it_may(self) -> "Rule":
        unknown = set(self.when) - FACTS - COUNTED
        if unknown:
            raise ValueError(f"rule {self.name} asks for {sorted(unknown)}: no such fact")
        if self.when.get("tone", "threat") != "threat":
            raise ValueError(f"rule {self.name}: tone changes nothing, but for a threat")
        return self

    def holds(self, facts: dict[str, Fact]) -> bool:
        """Whether every line of `when` is true of these facts."""
        return all(_holds(facts, name, wanted) for name, wanted in self.when.items())


class Policy(_Strict):
    """All of it. `rule_for` never fails: a policy's last rule asks for nothing."""

    version: str
    people: dict[str, Person]
    limits: Limits
    follow_up: FollowUp = _FOLLOW_UP
    rules: tuple[Rule, ...]

    @model_validator(mode="after")
    def _ends_with_a_rule_for_everything(self) -> "Policy":
        if not self.rules or self.rules[-1].when:
            raise ValueError("the last rule must hold for everything: `when: {}`")
        return self

    @model_validator(mode="after")
    def _names_people_that_there_are(self) -> "Policy":
        named = {rule.then.person for rule in self.rules} - {None, OWNER}
        if named - set(self.people):
            raise ValueError(f"people has no {sorted(map(str, named - set(self.people)))}")
        return self

    def rule_for(self, facts: dict[str, Fact]) -> Rule:
        """The first rule that holds."""
        return next(rule for rule in self.rules if rule.holds(facts))


def read_policy(data: dict[str, Any]) -> Policy:
    """The policy of a mapping.

    Raises:
        SettingError: what is wrong with it, and where.
    """
    try:
        return Policy.model_validate(data)
    except ValidationError as error:
        raise SettingError(f"the policy can't be used: {error}") from None


def shipped_policy(folder: Path) -> Policy:
    """The policy that stands in an artifact as `policy/default.json`."""
    return read_policy(json.loads((folder / "default.json").read_text("utf-8")))


def _holds(facts: dict[str, Fact], name: str, wanted: Fact | tuple[str, ...]) -> bool:
    if name.endswith(AT_LEAST):
        return float(facts[name.removesuffix(AT_LEAST)]) >= float(str(wanted))
    if isinstance(wanted, tuple):
        return facts[name] in wanted
    return facts[name] == wanted
