"""Measured use, multiplied by prices, line by line. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

MONTH_SECONDS = 30 * 86_400
_GB = 1024**3
_POLLERS, _POLL_SECONDS = 5, 20  # how Lambda asks an idle queue: AWS's habit, not looked up
_QUEUES = 3

type Regime = Literal["idle", "busy"]
type Door = Literal["rest_api_calls", "http_api_calls", "function_url_calls"]


@dataclass(frozen=True, slots=True)
class Price:
    """USD for `per` units. `is_sure`: it was looked up, at `source`."""

    usd: float
    per: float
    source: str = ""
    is_sure: bool = True

    def of(self, units: float) -> float:
        return self.usd * units / self.per


@dataclass(frozen=True, slots=True)
class Running:
    """How long a function is billed for a call, in milliseconds, and on what."""

    billed_ms: float
    memory_mb: int
    architecture: str = "x86_64"


@dataclass(frozen=True, slots=True)
class Use:
    """What was measured: per complaint, per idle minute, per call of each function.

    `together`: what a complaint was billed for where ten came at once, however they were batched.
    """

    idle: Mapping[str, float]
    busy: Mapping[str, float]
    tick: Mapping[str, float]
    running: Mapping[str, Running]
    together: Mapping[str, Running] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the bill. `units` of what is priced; `is_sure`: its price was looked up."""

    what: str
    units: float
    usd: float
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Bill:
    """Everything that `complaints` cost, at one pace, through one door."""

    prices: Mapping[str, Price]
    use: Use
    complaints: int
    regime: Regime = "idle"
    door: Door = "rest_api_calls"
    is_arm: bool = False

    def lines(self) -> list[Line]:
        """In the order of a post's way."""
        return [
            self._line("API calls", self.door, self._many("api_calls")),
            self._line("Lambda calls", "lambda_requests", self._calls()),
            *self._computing(),
            *self._queues(),
            *self._table(),
            self._line("archive: objects written", "s3_puts", self._many("s3_puts")),
            self._line("archive: a month's keeping", "s3_gb_months", self._gb("s3_bytes")),
            self._line("briefs to people", "sns_publishes", self._many("sns_publishes")),
            self._line("log lines, GB", "log_gb", self._gb("log_bytes")),
            self._line("log: a month's keeping", "log_gb_months", self._gb("log_bytes")),
        ]

    def total(self) -> float:
        return sum(line.usd for line in self.lines())

    def _computing(self) -> Iterator[Line]:
        seconds = {"x86_64": 0.0, "arm64": 0.0}
        for stage, alone in self.use.running.items():
            # Where nothing else was measured, ten posts in one call are taken to last ten times.
            calls, running = self.use.idle.get(f"{stage}_invocations", 0.0) * self.complaints, alone
            if self.regime == "busy" and stage in self.use.together:
                calls, running = self.complaints, self.use.together[stage]
            may_be_arm = self.is_arm and stage != "classification"  # its language model is x86_64
            gb = running.memory_mb / 1024
            kind = "arm64" if may_be_arm else running.architecture
            seconds[kind] += calls * running.billed_ms / 1000 * gb
        for kind, used in seconds.items():
            if used:
                yield self._line(f"Lambda GB-seconds, {kind}", f"lambda_gb_seconds_{kind}", used)

    def _queues(self) -> Iterator[Line]:
        """Each batch is received once and deleted once."""
        read = 2 * (self._many("classification_invocations") + self._many("escalation_invocations"))
        standard = self._many("sqs_standard_sends") + read
        yield self._line("SQS requests, standard", "sqs_standard_requests", standard)
        yield self._line("SQS fair queues, on top", "sqs_fair_requests", standard)
        fifo = self._many("sqs_fifo_sends") + 2 * self._many("dispatch_invocations")
        yield self._line("SQS requests, FIFO", "sqs_fifo_requests", fifo)

    def _table(self) -> Iterator[Line]:
        writes, reads = "ddb_write_units", "ddb_read_units"
        yield self._line("table: write units", writes, self._many(writes))
        index = self._many("ddb_index_write_units")
        yield self._line("table: write units of indexes", writes, index)
        yield self._line("table: read units", reads, self._many(reads))
        kept = self._gb("stored_bytes")
        yield self._line("table: a month's keeping", "ddb_gb_months", kept)
        yield self._line("table: a month's backup", "ddb_backup_gb_months", kept)

    def _calls(self) -> float:
        stages = ("intake", "classification", "escalation", "dispatch")
        return sum(self._many(f"{stage}_invocations") for stage in stages)

    def _many(self, name: str) -> float:
        measured = self.use.idle if self.regime == "idle" else self.use.busy
        return measured.get(name, 0.0) * self.complaints

    def _gb(self, name: str) -> float:
        return self._many(name) / _GB

    def _line(self, what: str, price: str, units: float) -> Line:
        return line_of(self.prices, what, price, units)


def standing(prices: Mapping[str, Price], use: Use, counted: Mapping[str, int]) -> list[Line]:
    """What a month costs in which nobody complains. `counted`: how many there are of each."""
    ticks = MONTH_SECONDS / 60
    polls = _QUEUES * _POLLERS * MONTH_SECONDS / _POLL_SECONDS
    own, reads = use.running.get("follow-up"), use.tick.get("ddb_read_units", 0)
    seconds = ticks * own.billed_ms / 1000 * own.memory_mb / 1024 if own else 0.0
    return [
        *(line_of(prices, name.replace("_", " "), name, many) for name, many in counted.items()),
        line_of(prices, "follow-up: calls", "lambda_requests", ticks),
        line_of(prices, "follow-up: GB-seconds", "lambda_gb_seconds_x86_64", seconds),
        line_of(prices, "follow-up: read units", "ddb_read_units", ticks * reads),
        line_of(prices, "SQS: asking empty queues", "sqs_standard_requests", polls),
    ]


def line_of(prices: Mapping[str, Price], what: str, name: str, units: float) -> Line:
    price = prices[name]
    return Line(what, units, price.of(units), price.is_sure)
