"""What a rule of the policy may ask for, and what it decides."""

from typing import Annotated, Any, Literal

from pydantic import Field, WithJsonSchema, model_validator

from functions.escalation.policy.strict import Strict
from shared.messages import Kind, Topic

# What a rule may ask for. No followers, spend, tone or language: they change nothing. A threat of
# violence is the one tone that does, and `_asks_only_what_it_may` holds it to that.
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
        "is_desk",
        "is_colleagues_answer",
        "is_confirmed_fixed",
        "is_not_fixed",
        "is_reopening",
        "is_waiting_on_customer",
        "is_incident_committed",
        "is_opted_out",
        "wants_nothing",
        "wants_fewer",
    }
)
AT_LEAST = "_at_least"
COUNTED = frozenset({f"severity{AT_LEAST}"})  # of anything else there is no more or less
NOTHING = "nothing"
OWNER = "owner"  # stands for whoever owns the case already
DECIDER = "decider"  # for whoever may decide and has room today
ROUTE = "route"  # for whoever the routes say

type Fact = str | int | bool


def _schema_of_when() -> dict[str, Any]:
    words: dict[str, tuple[str, ...]] = {"kind": Kind.__value__.__args__}
    words["topic"] = Topic.__value__.__args__
    known = {name: _one_or_several(values) for name, values in words.items()}
    known["tone"] = {"enum": ["threat"]}
    numbers = {"severity", *COUNTED}
    known |= {name: {"type": "integer", "minimum": 1, "maximum": 4} for name in numbers}
    rest = FACTS - known.keys()
    known |= {name: {"type": "boolean"} for name in rest}
    return {
        "type": "object",
        "properties": dict(sorted(known.items())),
        "additionalProperties": False,
    }


def _one_or_several(words: tuple[str, ...]) -> dict[str, Any]:
    one = {"enum": list(words)}
    return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}


type When = Annotated[dict[str, Fact | tuple[str, ...]], WithJsonSchema(_schema_of_when())]
type Hours = Annotated[float, Field(gt=0)]


class Then(Strict):
    """What a rule decides.

    `approve`: why a person must read the reply before it leaves. `reopen`: the case begins again,
    higher. `end`: the customer says that it is fixed. `wish`: how they want to be written to.
    """

    say: str
    person: str | None = None
    brief: str | None = None
    hold: bool = False
    investigate: str | None = None
    promises: dict[Literal["answer", "care", "cause"], Hours] = Field(default_factory=dict)
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
        unknown = set(self.when) - FACTS - COUNTED
        if unknown:
            raise ValueError(f"rule {self.name} asks for {sorted(unknown)}: no such fact")
        if self.when.get("tone", "threat") != "threat":
            raise ValueError(f"rule {self.name}: tone changes nothing, but for a threat")
        return self

    def holds(self, facts: dict[str, Fact]) -> bool:
        """Whether every line of `when` is true of these facts."""
        return not self.unmet(facts)

    def unmet(self, facts: dict[str, Fact]) -> tuple[str, ...]:
        """The lines of `when` that aren't."""
        return tuple(name for name, wanted in self.when.items() if not _holds(facts, name, wanted))


def _holds(facts: dict[str, Fact], name: str, wanted: Fact | tuple[str, ...]) -> bool:
    if name.endswith(AT_LEAST):
        return float(facts[name.removesuffix(AT_LEAST)]) >= float(str(wanted))
    if isinstance(wanted, tuple):
        return facts[name] in wanted
    return facts[name] == wanted
