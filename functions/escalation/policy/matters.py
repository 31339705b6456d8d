"""What the policy says of incidents, investigations, approvals, bursts, and of automation's end."""

from typing import Annotated, Literal

from pydantic import Field

from functions.escalation.policy.clocks import Days
from functions.escalation.policy.people import Language, Route
from functions.escalation.policy.strict import Strict

type Confidence = Annotated[float, Field(ge=0, le=1)]
type Money = Annotated[float, Field(ge=0)]
type Weight = Annotated[float, Field(ge=0, le=1)]
type AtLeastOne = Annotated[int, Field(ge=1)]
type Concern = Literal[
    "is_legal_threat",
    "is_safety",
    "is_much_money",
    "is_unsure",
    "is_language_not_reviewed",
]


class Limits(Strict):
    """Where automation ends."""

    max_age_hours: Annotated[float, Field(gt=0)]
    automatic_replies: AtLeastOne
    automatic_replies_days: Days
    unknown_minutes: Annotated[int, Field(ge=5, le=15)] = 5  # sooner nobody can tell who died
    much_money: dict[Annotated[str, Field(pattern="^[A-Z]{3}$")], Money]
    much_money_otherwise: Money
    languages: tuple[Language, ...]
    min_confidence: Confidence


class Incidents(Strict):
    """When cases with one cause are one matter, and how long we have to act on it.

    An incident begins at `threshold` customers within `window_days`; what others
    write under it counts `resonance_weight` of a customer each, a repost or a reaction without a
    word `repost_weight` and `reaction_weight`. `action_owners` says who is asked
    to act within `action_days`, and reminded `warn_days` before they are over.
    """

    window_days: Days
    threshold: Annotated[int, Field(ge=2)]
    resonance_weight: Weight
    repost_weight: Weight = 0.05
    reaction_weight: Weight = 0.01
    action_owners: tuple[Route, ...]
    action_days: Days
    warn_days: Days


class Investigations(Strict):
    """The investigator is reminded every `remind_days`; it ends on so many pieces of evidence."""

    remind_days: Days
    min_evidence: Annotated[int, Field(ge=0)]


class Approvals(Strict):
    """What a person reads before it is said: any one of `needed_for` is enough.

    `needed_for_updates`: beside these, for what is said without a new post of the customer's.
    """

    needed_for: tuple[Concern, ...]
    needed_for_updates: tuple[Concern, ...] = ("is_safety", "is_much_money")
    reviewed_languages: tuple[Language, ...]
    sure_above: Confidence


class Burst(Strict):
    """When complaints come faster than is usual for the brand.

    In `window_minutes` at least `at_least`, and `times_usual` as many as in the average window of
    the `usual_days` before.
    """

    window_minutes: Annotated[float, Field(gt=0)]
    usual_days: Days
    times_usual: Annotated[float, Field(gt=1)]
    at_least: AtLeastOne
