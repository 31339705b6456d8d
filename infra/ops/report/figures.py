"""What is counted of a group of cases. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from infra.ops.report.row import Row
from infra.ops.report.waits import quantile
from shared.cases.items import PromiseState

FEWEST = 5  # of a smaller group only its size is told: its figures would be somebody's
PROMISE_STATES: tuple[PromiseState, ...] = get_args(PromiseState.__value__)


@dataclass(frozen=True, slots=True)
class Figures:
    """A group's numbers: times in seconds, counts of cases where nothing else is said.

    `timed`: cases whose first answer had a deadline that is settled, `in_time` of them. `never`:
    ended without an answer. `updates`: words of progress, in the mean. `promises`: how many, by
    state. `met` and `breached` count deadlines as they stand.
    """

    cases: int
    answered: int
    waiting: int
    never: int
    answer_median: float | None
    answer_p90: float | None
    timed: int
    in_time: int
    updates: float
    end_median: float | None
    end_p90: float | None
    verified: int
    unconfirmed: int
    otherwise: int
    open: int
    reopened: int
    promises: dict[PromiseState, int]
    met: int
    breached: int


def figures_of(rows: Sequence[Row]) -> Figures | None:
    """The figures of a group; None where it is so small that they would be somebody's."""
    if len(rows) < FEWEST:
        return None
    hows = Counter(row.how for row in rows)
    promises = Counter(state for row in rows for state in row.promises)
    answers, ends = sorted(row.answer for row in rows), sorted(row.end for row in rows)
    return Figures(
        cases=len(rows),
        answered=sum(row.answer.has_come for row in rows),
        waiting=sum(row.how == "open" and not row.answer.has_come for row in rows),
        never=sum(row.how != "open" and not row.answer.has_come for row in rows),
        answer_median=quantile(answers, 0.5),
        answer_p90=quantile(answers, 0.9),
        timed=sum(row.is_in_time is not None for row in rows),
        in_time=sum(row.is_in_time is True for row in rows),
        updates=sum(row.updates for row in rows) / len(rows),
        end_median=quantile(ends, 0.5),
        end_p90=quantile(ends, 0.9),
        verified=hows["verified"],
        unconfirmed=hows["unconfirmed"],
        otherwise=hows["otherwise"],
        open=hows["open"],
        reopened=sum(row.reopened > 0 for row in rows),
        promises={state: promises[state] for state in PROMISE_STATES},
        met=sum(row.met for row in rows),
        breached=sum(row.breached for row in rows),
    )
