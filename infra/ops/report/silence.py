"""What was not answered, and why. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from infra.ops.report.row import Row


@dataclass(frozen=True, slots=True)
class SilentPost:
    """A post that made no case: the month it was written in (`2026-11`), and the rule."""

    month: str
    rule: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, and how many: cases as they stand, or posts of a month."""

    why: str
    count: int


@dataclass(frozen=True, slots=True)
class Silence:
    """Cases without an answer by reason, and posts without a case by month; most first."""

    cases: tuple[Reason, ...]
    posts: dict[str, tuple[Reason, ...]]


def silence_of(rows: Sequence[Row], posts: Iterable[SilentPost]) -> Silence:
    """The reasons, counted."""
    by_month: dict[str, Counter[str]] = {}
    for post in posts:
        by_month.setdefault(post.month, Counter())[post.rule.replace("-", " ")] += 1
    cases = Counter(row.silence for row in rows if row.silence is not None)
    months = {month: _most_first(by_month[month]) for month in sorted(by_month)}
    return Silence(_most_first(cases), months)


def _most_first(counts: Counter[str]) -> tuple[Reason, ...]:
    found = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return tuple(Reason(why, count) for why, count in found)
