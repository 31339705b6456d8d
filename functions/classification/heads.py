"""The labels that the model estimates, and where each stands among its columns."""

from collections.abc import Mapping
from typing import NamedTuple, get_args

from shared.messages import Kind, Tone, Topic

type Value = str | int | bool

# Sentiment is learnt in three classes and told as a number: positive less negative.
MOODS = ("negative", "neutral", "positive")


class Head(NamedTuple):
    """A label and its values; a yes-or-no label has one column, the others one a value."""

    label: str
    values: tuple[Value, ...]
    start: int
    end: int

    @property
    def is_flag(self) -> bool:
        """Whether the label is a yes or no."""
        return self.end - self.start == 1


def _heads() -> tuple[Head, ...]:
    values: dict[str, tuple[Value, ...]] = {
        "kind": get_args(Kind.__value__),
        "topic": get_args(Topic.__value__),
        "severity": (1, 2, 3, 4),
        "tone": get_args(Tone.__value__),
        "sentiment": MOODS,
        **dict.fromkeys(FLAGS, (False, True)),
    }
    found, start = [], 0
    for label, known in values.items():
        end = start + (1 if label in FLAGS else len(known))
        found.append(Head(label, known, start, end))
        start = end
    return tuple(found)


FLAGS = (
    "is_safety",
    "is_churn_threat",
    "is_repeat_contact",
    "is_legal_threat",
    "is_stranded",
)
HEADS = _heads()
COLUMNS = HEADS[-1].end
# What happened and how bad it is: labels that nobody's anger may change.
OF_THE_CAUSE = ("topic", "severity", *FLAGS)
IS_OF_THE_CAUSE = tuple(
    head.label in OF_THE_CAUSE for head in HEADS for _ in range(head.start, head.end)
)


def head_of(label: str) -> Head:
    """The head of a label."""
    return next(head for head in HEADS if head.label == label)


def as_number(chances: Mapping[Value, float]) -> float:
    """Sentiment, −1…1: positive less negative; within a tenth of 0 where neutral is likeliest."""
    leaning = chances["positive"] - chances["negative"]
    match max(chances, key=lambda mood: chances[mood]):
        case "neutral":
            return round(max(-0.1, min(0.1, leaning)), 2)
        case "positive":
            return round(max(0.35, leaning), 2)
    return round(min(-0.35, leaning), 2)
