"""Alarms are evaluated as CloudWatch does it: periods, M of N, what is missing, and metric math."""

# ruff: noqa: ANN401 - CloudFormation's values
from datetime import timedelta
from typing import Any

import pytest

from tests.architecture.watched import Watching
from tests.drill.cloud import MINUTE, Cloud, named
from tests.drill.formula import UnknownFormulaError, evaluate
from tests.drill.watch import Watch, wakes
from tests.fakes.time import START

SERIES = named("N", "M", {"D": "d"})
METRIC = {"Namespace": "N", "MetricName": "M", "Dimensions": [{"Name": "D", "Value": "d"}]}
PLAIN = {
    **METRIC,
    "Statistic": "Sum",
    "Period": 60,
    "EvaluationPeriods": 1,
    "Threshold": 2,
    "ComparisonOperator": "GreaterThanThreshold",
    "TreatMissingData": "notBreaching",
}
BAND = {
    "Metrics": [
        {
            "Id": "m",
            "ReturnData": False,
            "MetricStat": {"Metric": METRIC, "Stat": "Sum", "Period": 3600},
        },
        {"Id": "posts", "Expression": "FILL(m, 0)", "ReturnData": True},
        {"Id": "usual", "Expression": "ANOMALY_DETECTION_BAND(posts, 3)", "ReturnData": True},
    ],
    "ThresholdMetricId": "usual",
    "EvaluationPeriods": 2,
    "ComparisonOperator": "LessThanLowerThreshold",
    "TreatMissingData": "notBreaching",
}


def fires(values: list[float | None], **given: Any) -> bool:
    """Whether it fires after these values, one a minute, the newest last."""
    cloud = Cloud()
    for back, value in enumerate(reversed(values), 1):
        if value is not None:
            cloud.put(SERIES, START - back * MINUTE, [value])
    return Watch(Watching("a", None, PLAIN | given), cloud).is_firing(START)


@pytest.mark.parametrize(
    ("values", "given", "is_firing"),
    [
        ([3], {}, True),
        ([2], {}, False),
        ([2], {"ComparisonOperator": "GreaterThanOrEqualToThreshold"}, True),
        ([None], {}, False),
        ([3, None], {}, False),
        ([3, 3, 3], {"EvaluationPeriods": 3}, True),
        ([3, 1, 3], {"EvaluationPeriods": 3}, False),
        ([3, 1, 3], {"EvaluationPeriods": 3, "DatapointsToAlarm": 2}, True),
        ([3, None, None, 3], {"EvaluationPeriods": 3, "DatapointsToAlarm": 2}, False),
        ([1, 1, 1], {"Period": 180}, True),
        ([1, 1, 1], {"Period": 180, "Statistic": "Maximum"}, False),
        ([3, 9], {"Period": 120, "Statistic": "Minimum"}, True),
        ([1, 9], {"Period": 120, "Statistic": "Minimum"}, False),
    ],
)
def test_an_alarm_fires_where_enough_of_its_periods_breach(
    values: list[float | None], given: dict[str, Any], is_firing: bool
) -> None:
    assert fires(values, **given) is is_firing


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("a + b * 2", 7.0),
        ("IF(a > 2 AND b > 1, a, 0)", 3.0),
        ("IF(a > 2 AND b > 2, a, 0)", 0.0),
        ("IF(a > 3 OR b >= 2, a, 0)", 3.0),
        ("100 * a / b", 150.0),
        ("a / none", None),
        ("a / zero", None),
        ("FILL(none, 0) + a", 3.0),
        ("none + a", None),
        ("IF(none > 1, a, 0)", None),
        ("IF(a > 1 AND none > 1, a, 0)", None),
    ],
)
def test_metric_math_counts_what_is_missing_as_missing(
    expression: str, value: float | None
) -> None:
    known = {"a": 3.0, "b": 2.0, "none": None, "zero": 0.0}
    assert evaluate(expression, known) == value


@pytest.mark.parametrize("expression", ["RATE(a)", "a ** 2", "a if b else 0", "SUM([a, b])"])
def test_what_no_alarm_has_used_so_far_is_refused_and_never_guessed_at(expression: str) -> None:
    with pytest.raises(UnknownFormulaError):
        evaluate(expression, {"a": 1.0, "b": 1.0})


def anomalous(today: float, *, days: int = 14) -> bool:
    cloud = Cloud()
    for hours in range(1, 24 * days + 3):
        usual = 40.0 + 10 * (hours % 2)
        cloud.put(SERIES, START - timedelta(hours=hours, minutes=-30), [usual])
    for hours in (1, 2):
        at = START - timedelta(hours=hours, minutes=-30)
        cloud.points[SERIES][at] = [today]
    return Watch(Watching("a", None, BAND), cloud).is_firing(START)


def test_far_less_than_is_usual_at_this_hour_fires_and_a_little_less_does_not() -> None:
    assert anomalous(0)
    assert not anomalous(40)


def test_where_nothing_is_usual_yet_silence_is_none() -> None:
    assert not anomalous(0, days=1)


def test_a_percentile_is_one_of_the_values() -> None:
    cloud = Cloud()
    cloud.put(SERIES, START, range(1, 11))
    end = START + MINUTE
    assert [cloud.stat(SERIES, p, START, end) for p in ("p50", "p90", "p100")] == [5, 9, 10]


def test_what_leaves_by_two_sets_of_dimensions_is_two_series() -> None:
    cloud = Cloud()
    directive = {
        "Namespace": "N",
        "Dimensions": [["service"], ["platform"]],
        "Metrics": [{"Name": "M"}],
    }
    line = {"_aws": {"CloudWatchMetrics": [directive]}, "service": "s", "platform": "x", "M": [2]}
    cloud.take_embedded(line, START)
    assert set(cloud.points) == {
        named("N", "M", {"service": "s"}),
        named("N", "M", {"platform": "x"}),
    }


def test_a_composite_fires_with_any_of_its_own() -> None:
    rule = 'ALARM("sixday-test-a") OR ALARM("sixday-test-b-c")'
    assert wakes(rule, {"b-c"})
    assert not wakes(rule, {"b"})
