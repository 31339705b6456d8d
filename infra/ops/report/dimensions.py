"""By what cases are set side by side. Pure."""

from collections.abc import Callable
from dataclasses import dataclass

from infra.ops.report.row import REACHES, Row


@dataclass(frozen=True, slots=True)
class Dimension:
    """One way to tell cases apart. `groups` are those that have an order of their own.

    `must_be_equal`: nobody may wait longer for it. `like` is what cases must share to be compared.
    """

    name: str
    title: str
    of: Callable[[Row], str]
    like: Callable[[Row], tuple[str, ...]]
    must_be_equal: bool = True
    groups: tuple[str, ...] = ()
    note: str = ""


def _kind_and_severity(row: Row) -> tuple[str, ...]:
    return row.brand, row.kind, str(row.severity)


DIMENSIONS = (
    Dimension(
        "reach", "How many follow them", lambda row: row.reach, _kind_and_severity, groups=REACHES,
        note="Most platforms don't tell how many follow the author: then it is unknown.",
    ),
    Dimension(
        "language", "Which language they write", lambda row: row.language, _kind_and_severity,
        note="A language that Sixday has no texts in goes to a person.",
    ),
    Dimension(
        "tone", "How they say it", lambda row: row.tone, _kind_and_severity,
        groups=("calm", "harsh", "abusive", "threat"),
        note="A threat goes to a person at once and gets no automatic answer.",
    ),
    Dimension(
        "platform", "Where they say it", lambda row: row.platform, _kind_and_severity,
        note="X lets a program answer only where it was called; desk is what a person took down.",
    ),
    Dimension(
        "kind", "What it is", lambda row: row.kind, lambda row: (row.brand, str(row.severity)),
        must_be_equal=False, note="Each kind has rules of its own: these are meant to differ.",
    ),
    Dimension(
        "severity", "How grave it is", lambda row: str(row.severity),
        lambda row: (row.brand, row.kind), must_be_equal=False,
        groups=("4", "3", "2", "1"), note="The graver are meant to be answered sooner.",
    ),
)  # fmt: skip


def ordered(dimension: Dimension, counts: dict[str, int]) -> list[str]:
    """Its groups in their own order, else the largest first; only those that there are."""
    own = [group for group in dimension.groups if group in counts]
    others = sorted(counts.keys() - set(own), key=lambda group: (-counts[group], group))
    return own + others
