"""How well the running classifier does on labelled posts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from functions.classification.classify import classify
from infra.model.posts import Example, mood
from shared.messages import Labels

JUDGED = ("kind", "topic", "severity", "tone", "sentiment")
FACTS = ("amounts", "waiting_days", "contact_count", "place", "product", "reference")
_HOURS = 0.02  # days: as near as "an hour and a half" is said

type Pair = tuple[object, object]


@dataclass(frozen=True, slots=True)
class Told:
    """A post, and what was said of it."""

    post: Example
    labels: Labels


def told(posts: Iterable[Example]) -> list[Told]:
    """Classify, each in the language that the text itself shows."""
    return [Told(post, classify(post.text, posted_on=post.posted_on)) for post in posts]


def pairs(found: Sequence[Told], label: str) -> list[Pair]:
    """Expected and found values of a label, where its labeller said one."""
    return [
        (_class(label, one.post.labels[label]), _class(label, _value(one.labels, label)))
        for one in found
        if label in one.post.labels
    ]


def macro_f1(pairs: Sequence[Pair]) -> float:
    """Over the values that are expected, each counting as much as the others."""
    values = sorted({expected for expected, _ in pairs}, key=str)
    return sum(f1(pairs, value) for value in values) / len(values) if values else float("nan")


def f1(pairs: Sequence[Pair], value: object) -> float:
    """Of one value."""
    both = sum(expected == found == value for expected, found in pairs)
    either = sum(e == value for e, _ in pairs) + sum(f == value for _, f in pairs)
    return 2 * both / either if either else float("nan")


def precision_recall(pairs: Sequence[Pair], *values: object) -> tuple[float, float]:
    """Of any of the values; not a number where there is nothing to measure."""
    both = sum(e in values and f in values for e, f in pairs)
    found, expected = sum(f in values for _, f in pairs), sum(e in values for e, _ in pairs)
    nothing = float("nan")
    return both / found if found else nothing, both / expected if expected else nothing


def exact(found: Sequence[Told], label: str) -> tuple[int, int]:
    """Right, and all: of the posts where either side names something."""
    named = [pair for pair in pairs(found, label) if not all(_is_nothing(value) for value in pair)]
    return sum(is_same(*pair) for pair in named), len(named)


def is_same(expected: object, found: object) -> bool:
    """Whether two values of a fact are the same; hours as near as they are said."""
    if isinstance(expected, float) and isinstance(found, float):
        return abs(expected - found) <= max(_HOURS, 0.01 * expected)
    return expected == found


def calibration_error(found: Sequence[Told], label: str, bins: int = 10) -> float:
    """Expected calibration error, 0…1: how far confidence is from the share of right labels."""
    points = sureness(found, label)
    error = 0.0
    for n in range(bins):
        inside = [p for p in points if n / bins <= min(p[0], 0.9999) < (n + 1) / bins]
        if inside:
            error += abs(sum(s for s, _ in inside) - sum(r for _, r in inside)) / len(points)
    return error


def sureness(found: Sequence[Told], label: str) -> list[tuple[float, bool]]:
    """Confidence and whether it was right, of each post whose labeller said the label."""
    return [
        (one.labels.confidence[label], expected == got)
        for one, (expected, got) in zip(
            [one for one in found if label in one.post.labels], pairs(found, label), strict=True
        )
        if label in one.labels.confidence
    ]


def _value(labels: Labels, label: str) -> Any:  # noqa: ANN401 - any label's
    value = getattr(labels, label)
    return [dict(amount) for amount in value] if label == "amounts" else value


def _class(label: str, value: Any) -> object:  # noqa: ANN401 - any label's
    match label:
        case "sentiment":
            return mood(value)
        case "amounts":
            return tuple(sorted((a["value"], a["currency"] or "") for a in value))
        case "waiting_days":
            return None if value is None else float(value)
    return value


def _is_nothing(value: object) -> bool:
    return value in (None, ())
