"""A rule of the policy: when it holds, and what it decides."""

from typing import Annotated, Literal

from pydantic import Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from functions.escalation.policy.questions import (
    AT_LEAST,
    COUNTED,
    FACTS,
    FORBIDDEN,
    schema_of_when,
)
from functions.escalation.policy.spans import Span
from functions.escalation.policy.strict import Strict

NOTHING = "nothing"
OWNER = "owner"  # stands for whoever owns the case already
DECIDER = "decider"  # for whoever may decide and has room today
ROUTE = "route"  # for whoever the routes say

type Fact = str | int | bool


type When = Annotated[dict[str, Fact | tuple[str, ...]], WithJsonSchema(schema_of_when())]


class Then(Strict):
    """What a rule decides.

    `urgent`: whoever is asked must act now, also at night. `approve`: why a person must read the
    reply before it leaves. `reopen`: the case begins again, higher. `end`: the customer says that
    it is fixed. `wish`: how they want to be written to.
    """

    say: str
    person: str | None = None
    brief: str | None = None
    urgent: bool = False
    hold: bool = False
    investigate: str | None = None
    promises: dict[Literal["answer", "care", "cause"], Span] = Field(default_factory=dict)
    approve: str | None = None
    because: str | None = None
    reopen: bool = False
    end: Literal["verified"] | None = None
    wish: Literal["opt_out", "fewer_updates"] | None = None

    @model_validator(mode="after")
    def _has_an_owner_for_what_it_says(self) -> "Then":
        if self.says and self.person is None:
            raise ValueError(f"who owns a case that is answered with {self.say}? name a person")
        if not self.says and (self.approve or self.promises):
            raise ValueError("nothing is said: so there is nothing to approve and no promise")
        return self

    @property
    def says(self) -> bool:
        """Whether anything is said at all."""
        return self.say != NOTHING


class Rule(Strict):
    """One line of the policy."""

    name: str
    when: When
    then: Then

    @model_validator(mode="after")
    def _asks_only_what_it_may(self) -> "Rule":
        for name in self.when:
            if name in FORBIDDEN:
                raise _wrong(name, f"{FORBIDDEN[name]} changes nothing: no rule may ask for it")
            if name not in FACTS | COUNTED:
                raise _wrong(name, f"rule {self.name} asks for {name}: there is no such fact")
        if self.when.get("tone", "threat") != "threat":
            raise _wrong("tone", "tone changes nothing, but for a threat: write `tone: threat`")
        return self

    def holds(self, facts: dict[str, Fact]) -> bool:
        """Whether every line of `when` is true of these facts."""
        return not self.unmet(facts)

    def unmet(self, facts: dict[str, Fact]) -> tuple[str, ...]:
        """The lines of `when` that aren't."""
        return tuple(name for name, wanted in self.when.items() if not _holds(facts, name, wanted))


def _wrong(name: str, says: str) -> PydanticCustomError:
    """A mistake at one line of `when`."""
    told = {"says": says, "at": ("when", name), "word": "" if name in FACTS else name}
    return PydanticCustomError("wrong_question", "{says}", told)


def _holds(facts: dict[str, Fact], name: str, wanted: Fact | tuple[str, ...]) -> bool:
    if name.endswith(AT_LEAST):
        return float(facts[name.removesuffix(AT_LEAST)]) >= float(str(wanted))
    if isinstance(wanted, tuple):
        return facts[name] in wanted
    return facts[name] == wanted
