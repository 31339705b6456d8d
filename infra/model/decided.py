"""Decisions on texts that training didn't see, as the running classifier would make them."""

from collections.abc import Mapping, Sequence

from functions.classification.decide import Decision, decide
from functions.classification.facts import Facts
from functions.classification.heads import HEADS, Head
from functions.classification.model import Chances
from functions.classification.ruled import Ruled
from infra.model.fit import target
from infra.model.posts import Example
from infra.model.views import readings_of

type Known = tuple[Ruled | None, Facts]


def known(post: Example) -> Known:
    """What rules and facts say of a post."""
    readings = readings_of(post)
    return readings.ruled, readings.written.facts


def decisions(
    chances: Sequence[Chances], ruled: Sequence[Known], least: Mapping[str, float]
) -> list[Decision]:
    """One decision a post."""
    return [
        decide(chance, rules, facts, least)
        for chance, (rules, facts) in zip(chances, ruled, strict=True)
    ]


def outcomes(
    head: Head, decided: Sequence[Decision], posts: Sequence[Example]
) -> tuple[list[float], list[bool]]:
    """Of one label: each decision's score, and whether it was right."""
    scores, is_right = [], []
    for decision, post in zip(decided, posts, strict=True):
        wanted = target(head, post)
        if wanted is not None:
            scores.append(decision.scores[head.label])
            is_right.append(decision.labels[head.label] == head.values[wanted])
    return scores, is_right


def all_outcomes(
    decided: Sequence[Decision], posts: Sequence[Example]
) -> dict[str, tuple[list[float], list[bool]]]:
    """The same for every label."""
    return {head.label: outcomes(head, decided, posts) for head in HEADS}
