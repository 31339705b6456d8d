"""Alarms, evaluated as CloudWatch does: the last periods, M of N of them, and what is missing.

One thing is ours: the band of an anomaly. CloudWatch learns it from two weeks, and doesn't say how;
here it is the mean of the same hour of the days before, so many deviations wide.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import fmean, pstdev

from tests.architecture.template import Resource
from tests.architecture.watched import Watching
from tests.drill.cloud import Cloud, named
from tests.drill.formula import Value, evaluate

LEARNT_DAYS = 14
LEAST_DAYS = 3  # before that there is no band, and no alarm
_BAND = re.compile(r"ANOMALY_DETECTION_BAND\((\w+), (\d+)\)")


@dataclass(frozen=True, slots=True)
class Watch:
    """One alarm over one cloud."""

    alarm: Watching
    cloud: Cloud

    def is_firing(self, now: datetime) -> bool:
        """Whether enough of the last periods before `now` breach; what is missing doesn't."""
        it = self.alarm.is_set
        assert it["TreatMissingData"] == "notBreaching"
        periods = int(it["EvaluationPeriods"])
        breaching = sum(self._breaches(start, end) for start, end in self._periods(now, periods))
        return breaching >= int(it.get("DatapointsToAlarm", periods))

    def _periods(self, now: datetime, count: int) -> Iterator[tuple[datetime, datetime]]:
        end = now.replace(second=0, microsecond=0)
        period = timedelta(seconds=self._period_seconds())
        return ((end - (n + 1) * period, end - n * period) for n in range(count))

    def _period_seconds(self) -> int:
        it = self.alarm.is_set
        stats = [q["MetricStat"] for q in it.get("Metrics", ()) if "MetricStat" in q]
        (seconds,) = {int(stat["Period"]) for stat in stats} or {int(it["Period"])}
        return seconds

    def _breaches(self, start: datetime, end: datetime) -> bool:
        value, limit = self._value(start, end), self._limit(start, end)
        if value is None or limit is None:
            return False
        match self.alarm.is_set["ComparisonOperator"]:
            case "GreaterThanThreshold":
                return value > limit
            case "GreaterThanOrEqualToThreshold":
                return value >= limit
            case "LessThanLowerThreshold":
                return value < limit
        raise AssertionError(self.alarm.is_set["ComparisonOperator"])

    def _value(self, start: datetime, end: datetime) -> Value:
        """What is compared: the metric, or the expression that is returned."""
        it = self.alarm.is_set
        if "Metrics" not in it:
            return self._stat(it, str(it["Statistic"]), start, end)
        known: dict[str, Value] = {}
        for query in it["Metrics"]:
            if "MetricStat" in query:
                stat = query["MetricStat"]
                known[query["Id"]] = self._stat(stat["Metric"], str(stat["Stat"]), start, end)
            elif not _BAND.match(query["Expression"]):
                known[query["Id"]] = evaluate(query["Expression"], known)
        return known[self._watched()]

    def _watched(self) -> str:
        """The id whose value is compared."""
        queries = self.alarm.is_set["Metrics"]
        returned = [q for q in queries if q.get("ReturnData", True)]
        plain = [q["Id"] for q in returned if not _BAND.match(q["Expression"])]
        (found,) = plain
        return str(found)

    def _stat(self, metric: Resource, stat: str, start: datetime, end: datetime) -> Value:
        by = {d["Name"]: str(d["Value"]) for d in metric["Dimensions"]}
        series = named(str(metric["Namespace"]), str(metric["MetricName"]), by)
        return self.cloud.stat(series, stat, start, end)

    def _limit(self, start: datetime, end: datetime) -> Value:
        it = self.alarm.is_set
        if "ThresholdMetricId" not in it:
            return float(it["Threshold"])
        (band,) = (q for q in it["Metrics"] if q["Id"] == it["ThresholdMetricId"])
        found = _BAND.fullmatch(band["Expression"])
        assert found is not None
        return self._least_usual(float(found[2]), start, end)

    def _least_usual(self, width: float, start: datetime, end: datetime) -> Value:
        days = (timedelta(days=n) for n in range(1, LEARNT_DAYS + 1))
        before = [self._value(start - day, end - day) for day in days]
        usual = [value for value in before if value]
        if len(usual) < LEAST_DAYS:
            return None
        return fmean(usual) - width * pstdev(usual)


def firing(watches: list[Watch], now: datetime) -> set[str]:
    """The names of the alarms that fire."""
    return {watch.alarm.name for watch in watches if watch.is_firing(now)}


def wakes(rule: str, those: set[str]) -> bool:
    """Whether a composite fires while `those` do; ours only ever say OR."""
    assert not re.search(r"\b(AND|NOT|AT_LEAST|OK|INSUFFICIENT_DATA)\b", rule)
    named = re.findall(r'ALARM\("sixday-test-([\w-]+)"\)', rule)
    return bool(those & set(named))
