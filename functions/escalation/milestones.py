"""What happens to a case's dates when we speak, when the customer does, and when it ends. Pure."""

from datetime import datetime

from functions.escalation.dates import next_date
from functions.escalation.deadlines import (
    deadlines_for,
    met,
    paused,
    restarted,
    resumed,
    tightened,
)
from functions.escalation.policy import Policy
from functions.escalation.working_time import after
from shared.cases.items import Asked, Case, CaseState
from shared.messages import Kind

_TIMED: frozenset[Kind] = frozenset({"complaint", "question"})  # of the rest nobody waits
_THEIR_TURN: frozenset[CaseState] = frozenset({"waiting_on_customer", "resolved_claimed"})


def begun(case: Case, policy: Policy) -> Case:
    """A new case, with the dates that its severity sets."""
    if case.labels.kind not in _TIMED:
        return case
    severity, started = case.labels.severity, case.clock_started_at
    dates = deadlines_for(severity, started, case.opened_at, policy)
    return case.model_copy(update={"deadlines": dates})


def heard(case: Case, before: Case, now: datetime, policy: Policy) -> Case:
    """The customer wrote: what stood still runs on; what is graver, or older, comes sooner."""
    severity, dates = case.labels.severity, case.deadlines
    if before.state == "waiting_on_customer":
        dates = resumed(dates, before.labels.severity, now, policy)  # as they were paused
    if before.labels.kind not in _TIMED and not dates:
        return begun(case, policy)
    has_waited = case.clock_started_at < before.clock_started_at
    if dates and (has_waited or severity > before.labels.severity):
        began = case.clock_started_at if has_waited else now
        dates = tightened(dates, severity, began, now, policy)
    return case.model_copy(update={"deadlines": dates})


def told(case: Case, at: datetime, policy: Policy) -> Case:
    """We spoke: the first answer is given, and the next word is due anew."""
    dates = met(case.deadlines, "first_answer", at)
    if case.is_open and case.state != "resolved_claimed":  # then the customer has the word
        dates = restarted(dates, "next_update", case.labels.severity, at, policy)
    first = case.first_answer_at or at
    return case.model_copy(update={"deadlines": dates, "first_answer_at": first, "told_at": at})


def in_sight(case: Case, at: datetime, policy: Policy) -> Case:
    """A person has it, and it has no date any more: it comes up again by the next word's date.

    Otherwise who read every brief about a case could leave it lying for ever.
    """
    if not case.is_open or case.state in _THEIR_TURN or next_date(case) is not None:
        return case
    anew = deadlines_for(case.labels.severity, at, at, policy)
    others = (d for d in case.deadlines if d.milestone != "next_update")
    dates = (*others, *(d for d in anew if d.milestone == "next_update"))
    return case.model_copy(update={"deadlines": dates})


def asked(case: Case, at: datetime, policy: Policy) -> Case:
    """We asked the customer: until they answer, or for some days, it isn't our time that runs."""
    dates = paused(case.deadlines, case.labels.severity, at, policy)
    look_at = after(at, policy.promises.details.remind_after, policy.calendar)
    waiting = {"state": "waiting_on_customer", "asked": Asked(at=at, look_at=look_at)}
    return case.model_copy(update={**waiting, "deadlines": dates})


def still_asked(case: Case, at: datetime, policy: Policy) -> Case:
    """We said something beside what we wait for: it is still the customer's turn."""
    dates = paused(case.deadlines, case.labels.severity, at, policy)
    return case.model_copy(update={"deadlines": dates})


def ours_again(case: Case, now: datetime, policy: Policy) -> Case:
    """Nobody waits for the customer any more: what stood still runs on."""
    dates = resumed(case.deadlines, case.labels.severity, now, policy)
    update = {"state": "waiting_on_us", "asked": None, "deadlines": dates}
    return in_sight(case.model_copy(update=update), now, policy)


def ended(case: Case, at: datetime) -> Case:
    """Nothing is due any more."""
    dates = met(met(case.deadlines, "resolution", at), "next_update", at)
    return case.model_copy(update={"deadlines": dates, "closed_at": case.closed_at or at})


def verified(case: Case, at: datetime) -> Case:
    """Who says that it is fixed has been cared for and answered; what else is owed stays owed."""
    promises = tuple(
        p.model_copy(update={"state": "kept"})
        if p.state == "open" and p.what in {"answer", "care"}
        else p
        for p in case.promises
    )
    fixed = case.model_copy(update={"is_verified": True, "promises": promises})
    if fixed.open_promises or fixed.is_investigated:
        return fixed.model_copy(update={"state": "waiting_on_us", "verify_until": None})
    return ended(fixed.model_copy(update={"state": "closed"}), at)


def begun_again(case: Case, at: datetime, policy: Policy) -> Case:
    """It wasn't fixed: the next word and the end are due anew."""
    severity = case.labels.severity
    dates = restarted(case.deadlines, "next_update", severity, at, policy)
    dates = restarted(dates, "resolution", severity, at, policy)
    return case.model_copy(update={"deadlines": dates})
