"""A house whose every call, count and log line CloudWatch is told of, as on AWS.

Lambda, SQS and DynamoDB publish metrics of their own: here the house does, from what its queues,
its table and its clock show. Our own come from what the stages counted, as they leave a function.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from shared.clock import utc_now
from shared.observability import metrics
from tests.architecture.template import functions
from tests.drill.account import Tables, queue_name
from tests.drill.cloud import Cloud, named
from tests.drill.telling import tell_of_dead_letters, tell_of_queue, tell_of_throttles
from tests.fakes.time import START, Context
from tests.simulation.house import House

NAMESPACE = "Sixday/test"  # template.yaml sets it: POWERTOOLS_METRICS_NAMESPACE
LIMITS_SECONDS = {
    str(f["FunctionName"]["Sub"]).removeprefix("sixday-${Stage}-"): int(f["Timeout"])
    for f in functions().values()
}
OWN_MILLISECONDS = 80.0  # of a call that waits for nobody; the stand's clock stands still in it


@dataclass
class TimeLeft(Context):
    """Lambda's context, on the stand's clock."""

    now: Callable[[], datetime] = utc_now
    until: datetime = START

    def get_remaining_time_in_millis(self) -> int:
        return int((self.until - self.now()).total_seconds() * 1000)


@dataclass
class Told(House):
    """`took`: seconds of the house's clock, by event; `at_work`: the stage that is called now."""

    dynamodb: Tables = field(default_factory=Tables)
    cloud: Cloud = field(default_factory=Cloud)
    took: dict[str, float] = field(default_factory=dict)
    at_work: str = "intake"

    @contextmanager
    def call(self, stage: str) -> Iterator[TimeLeft]:
        """One invocation: what it counted, how long it took, whether it failed."""
        began = self.clock()
        self.at_work, failed = stage, 0
        try:
            yield TimeLeft(now=self.clock, until=began + timedelta(seconds=LIMITS_SECONDS[stage]))
        except (ClientError, BotoCoreError):
            failed = 1
        took = (self.clock() - began).total_seconds() * 1000 + OWN_MILLISECONDS
        for metric, value in (("Invocations", 1), ("Errors", failed), ("Duration", took)):
            for by in ({}, {"Resource": f"sixday-test-{stage}:live"}):
                series = named("AWS/Lambda", metric, {"FunctionName": f"sixday-test-{stage}"} | by)
                self.cloud.put(series, began, [value])
        self._take_counts(stage, began)

    def _take_counts(self, stage: str, at: datetime) -> None:
        """What leaves with the invocation, in the format in which it leaves."""
        counted = metrics()
        if counted.provider.metric_set:
            counted.add_dimension(name="service", value=stage)
            line = counted.serialize_metric_set()
            line["_aws"]["CloudWatchMetrics"][0]["Namespace"] = NAMESPACE
            self.cloud.take_embedded(line, at)
        counted.clear_metrics()

    def write_line(self, text: str) -> None:
        """A line of the stage at work; its times are the stand's, not this machine's."""
        line: dict[str, Any] = json.loads(text) | {"stage": self.at_work}
        if "queue_age_seconds" in line:
            line["queue_age_seconds"] -= (utc_now() - self.clock()).total_seconds()
        if "duration_seconds" in line:
            line["duration_seconds"] = self.took.get(str(line.get("correlation_id")), 0.0)
        self.cloud.lines.append((self.clock(), f"/aws/lambda/sixday-test-{self.at_work}", line))

    def measure(self, at: datetime) -> None:
        """What AWS itself tells of the minute."""
        for url, queue in self.queues.items():
            tell_of_queue(self.cloud, queue, queue_name(url), at)
            tell_of_dead_letters(self.cloud, queue, queue_name(url, is_dead_letter=True), at)
        tell_of_throttles(self.cloud, "sixday-test", self.dynamodb.refused, at)
        self.dynamodb.refused = 0
