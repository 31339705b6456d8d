"""What CloudWatch was told: datapoints by the minute, and log lines by group."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

type Series = tuple[str, str, frozenset[tuple[str, str]]]
MINUTE = timedelta(minutes=1)


def named(namespace: str, metric: str, dimensions: Mapping[str, str]) -> Series:
    """A metric's identity: its namespace, its name, and all of its dimensions."""
    return namespace, metric, frozenset(dimensions.items())


@dataclass
class Cloud:
    """Values by series and minute; lines by log group, each with the moment it was written."""

    points: defaultdict[Series, defaultdict[datetime, list[float]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    lines: list[tuple[datetime, str, dict[str, Any]]] = field(default_factory=list)

    def put(self, series: Series, at: datetime, values: Iterable[float]) -> None:
        """Add values of the minute that `at` is in."""
        self.points[series][at.replace(second=0, microsecond=0)].extend(values)

    def take_embedded(self, line: Mapping[str, Any], at: datetime) -> None:
        """The metrics of one line in CloudWatch's embedded format, each by each dimension set."""
        for directive in line["_aws"]["CloudWatchMetrics"]:
            for dimensions in directive["Dimensions"]:
                by = {name: str(line[name]) for name in dimensions}
                for metric in directive["Metrics"]:
                    series = named(directive["Namespace"], metric["Name"], by)
                    self.put(series, at, line[metric["Name"]])

    def values(self, series: Series, start: datetime, end: datetime) -> list[float]:
        """Every value from `start` on and before `end`; both whole minutes."""
        if series not in self.points:
            return []
        minutes = self.points[series]
        count = int((end - start) / MINUTE)
        return [v for n in range(count) for v in minutes.get(start + n * MINUTE, ())]

    def stat(self, series: Series, stat: str, start: datetime, end: datetime) -> float | None:
        """A statistic of a period as CloudWatch has it; None where nothing was told."""
        found = self.values(series, start, end)
        if not found:
            return None
        match stat:
            case "Sum":
                return sum(found)
            case "Maximum":
                return max(found)
            case "Minimum":
                return min(found)
            case "Average":
                return sum(found) / len(found)
            case "SampleCount":
                return float(len(found))
        return _percentile(found, float(stat.removeprefix("p")))


def _percentile(values: list[float], of: float) -> float:
    """The smallest value that so many of a hundred don't exceed."""
    ordered = sorted(values)
    rank = max(1, -(-len(ordered) * of // 100))
    return ordered[int(rank) - 1]
