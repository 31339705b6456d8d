"""A case as the report needs it: some small values, without who wrote it or what. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from infra.ops.report.waits import NEVER, Wait
from shared.cases.items import Case, PromiseState
from shared.messages import Author

type End = Literal["verified", "unconfirmed", "otherwise", "open"]

REACHES = ("unknown", "under 100", "under 1 000", "under 10 000", "under 100 000", "more")
_BOUNDS = (100, 1_000, 10_000, 100_000)


@dataclass(frozen=True, slots=True)
class Row:
    """One case. `answer` and `end` are waits; `silence` is why nobody answered, where nobody did.

    `is_in_time`: whether the first answer met its deadline, where that is settled. `act`: how long
    until a named person acted, of cases that were investigated; None of others.
    """

    brand: str
    reach: str
    language: str
    tone: str
    platform: str
    kind: str
    severity: int
    answer: Wait
    is_in_time: bool | None
    end: Wait
    how: End
    updates: int
    reopened: int
    met: int
    breached: int
    promises: tuple[PromiseState, ...]
    silence: str | None
    act: Wait | None = None


def row_of(case: Case, now: datetime, acted_at: datetime | None = None) -> Row:
    """A case as it stands at `now`; `acted_at` is when a person first acted on it, if known."""
    labels, states = case.labels, [deadline.state for deadline in case.deadlines]
    return Row(
        brand=case.brand,
        reach=reach_of(case.author),
        language=labels.language,
        tone=labels.tone,
        platform=case.platform,
        kind=labels.kind,
        severity=labels.severity,
        answer=_answer(case, now),
        is_in_time=_is_in_time(case),
        end=_end(case, now),
        how=_how(case),
        updates=case.updates,
        reopened=case.reopened,
        met=states.count("met"),
        breached=states.count("breached"),
        promises=tuple(promise.state for promise in case.promises),
        silence=_silence(case),
        act=_act(case, acted_at, now),
    )


def reach_of(author: Author | None) -> str:
    """How many follow the author, as one of `REACHES`."""
    if author is None or author.followers is None:
        return REACHES[0]
    return REACHES[1 + sum(author.followers >= bound for bound in _BOUNDS)]


def _answer(case: Case, now: datetime) -> Wait:
    if case.first_answer_at is not None:
        return _since(case, case.first_answer_at, has_come=True)
    return _since(case, now, has_come=False) if case.is_open else NEVER


def _end(case: Case, now: datetime) -> Wait:
    if case.is_open or case.closed_at is None:
        return _since(case, now, has_come=False)
    return _since(case, case.closed_at, has_come=True)


def _act(case: Case, acted_at: datetime | None, now: datetime) -> Wait | None:
    if case.investigation is None:
        return None
    opened_at = case.investigation.opened_at
    waited = ((acted_at or now) - opened_at).total_seconds()
    return Wait(max(waited, 0.0), acted_at is not None)


def _since(case: Case, at: datetime, *, has_come: bool) -> Wait:
    return Wait(max((at - written_at(case)).total_seconds(), 0.0), has_come)


def written_at(case: Case) -> datetime:
    """When its first post was written; where it doesn't keep that, as near as it tells."""
    if case.posted_at is not None:
        return case.posted_at
    waited = timedelta(days=case.labels.waiting_days or 0)
    written = case.clock_started_at + waited
    return written if written <= case.opened_at else case.opened_at


def _is_in_time(case: Case) -> bool | None:
    states = [d.state for d in case.deadlines if d.milestone == "first_answer"]
    return states[0] == "met" if states and states[0] in {"met", "breached"} else None


def _how(case: Case) -> End:
    if case.is_open:
        return "open"
    if case.state == "unconfirmed":
        return "unconfirmed"
    return "verified" if case.is_verified else "otherwise"


def _silence(case: Case) -> str | None:
    if case.first_answer_at is not None:
        return None
    return case.unanswered or ("still waiting" if case.is_open else "ended without an answer")
