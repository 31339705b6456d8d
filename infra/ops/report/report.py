"""The whole report of one period, as figures and findings. Pure."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from infra.ops.report.actions import ActionRow, Actions, actions_of
from infra.ops.report.dimensions import DIMENSIONS, Dimension, ordered
from infra.ops.report.figures import Figures, figures_of
from infra.ops.report.row import Row
from infra.ops.report.silence import Silence, SilentPost, silence_of
from infra.ops.report.verdict import Measure, Verdict, verdicts
from infra.ops.report.waits import quantile


@dataclass(frozen=True, slots=True)
class Period:
    """Cases that were opened from `since` to `until` (aware), as they stand at `now`."""

    since: datetime
    until: datetime
    now: datetime

    @property
    def months(self) -> tuple[datetime, ...]:
        """A day in each of its months, the first one first."""
        first = self.since.astimezone(UTC)
        found = [first]
        while (following := _next_month(found[-1])) <= self.until:
            found.append(following)
        return tuple(found)


@dataclass(slots=True)
class Material:
    """What was read: nothing in it is anybody's. `merged`: cases that count with another."""

    rows: list[Row] = field(default_factory=list)
    merged: int = 0
    incidents: list[ActionRow] = field(default_factory=list)
    posts: list[SilentPost] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Group:
    """One group of a dimension; without figures where it is too small to have any."""

    name: str
    cases: int
    figures: Figures | None
    verdicts: dict[Measure, Verdict]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All groups of one dimension, side by side."""

    name: str
    title: str
    note: str
    must_be_equal: bool
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Decider:
    """How long investigated cases took to reach a person: from then to their first act, seconds."""

    investigated: int
    reached: int
    median: float | None
    p90: float | None


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is shown, in one value; times in seconds."""

    brands: tuple[str, ...]
    period: Period
    cases: int
    merged: int
    everyone: Figures | None
    comparisons: tuple[Comparison, ...]
    decider: Decider
    actions: Actions
    silence: Silence


def report_of(brands: tuple[str, ...], period: Period, material: Material) -> Report:
    """Equal material gives an equal report, in whatever order it was read."""
    rows = material.rows
    found = _verdicts(rows)
    return Report(
        brands=brands,
        period=period,
        cases=len(rows),
        merged=material.merged,
        everyone=figures_of(rows),
        comparisons=tuple(_comparison(rows, dimension, found) for dimension in DIMENSIONS),
        decider=_decider(rows),
        actions=actions_of(material.incidents),
        silence=silence_of(rows, material.posts),
    )


def _verdicts(rows: Sequence[Row]) -> list[Verdict]:
    """What must be equal is one family of comparisons, what is meant to differ another."""
    equal = [d for d in DIMENSIONS if d.must_be_equal]
    others = [d for d in DIMENSIONS if not d.must_be_equal]
    return verdicts(rows, equal) + verdicts(rows, others)


def _comparison(rows: Sequence[Row], dimension: Dimension, found: list[Verdict]) -> Comparison:
    by_group: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_group[dimension.of(row)].append(row)
    names = ordered(dimension, {name: len(group) for name, group in by_group.items()})
    mine = [verdict for verdict in found if verdict.dimension == dimension.name]
    groups = tuple(_group(name, by_group[name], mine) for name in names)
    return Comparison(
        dimension.name, dimension.title, dimension.note, dimension.must_be_equal, groups
    )


def _group(name: str, rows: Sequence[Row], found: list[Verdict]) -> Group:
    mine = {verdict.measure: verdict for verdict in found if verdict.group == name}
    return Group(name, len(rows), figures_of(rows), mine)


def _decider(rows: Sequence[Row]) -> Decider:
    acts = [row.act for row in rows if row.act is not None]
    reached = sum(act.has_come for act in acts)
    return Decider(len(acts), reached, quantile(acts, 0.5), quantile(acts, 0.9))


def _next_month(day: datetime) -> datetime:
    return (day.replace(day=1) + timedelta(days=32)).replace(
        day=1, hour=0, minute=0, second=0, microsecond=0
    )
