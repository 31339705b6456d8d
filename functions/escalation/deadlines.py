"""The dates that we set ourselves for a case: begun, paused, met, warned of, broken. Pure."""

from datetime import datetime

from functions.escalation.policy import Policy, Span
from functions.escalation.working_time import after, measured
from shared.cases.items import Deadline, Milestone

MILESTONES: tuple[Milestone, ...] = ("first_answer", "next_update", "resolution")

type Dates = tuple[Deadline, ...]


def deadlines_for(
    severity: int, clock_started_at: datetime, opened_at: datetime, policy: Policy
) -> Dates:
    """Those of a new case; both times are aware.

    The first answer and the end count from when the customer's waiting began, but are never due
    before we could have heard of it (`soonest`); the next word from us counts from its opening.
    """
    return tuple(
        _deadline(
            milestone, severity, _began(milestone, clock_started_at, opened_at), opened_at, policy
        )
        for milestone in MILESTONES
    )


def restarted(
    deadlines: Dates, milestone: Milestone, severity: int, at: datetime, policy: Policy
) -> Dates:
    """The same, with that milestone counted anew from a moment: after an update, a reopening."""
    anew = _deadline(milestone, severity, at, at, policy)
    return tuple(anew if d.milestone == milestone else d for d in deadlines)


def tightened(
    deadlines: Dates, severity: int, clock_started_at: datetime, now: datetime, policy: Policy
) -> Dates:
    """Of what turned out to be graver, or to last longer: what runs is due sooner, never later."""
    anew = {d.milestone: d for d in deadlines_for(severity, clock_started_at, now, policy)}
    return tuple(
        min(d, anew[d.milestone], key=lambda d: d.due_at) if d.state == "running" else d
        for d in deadlines
    )


def paused(deadlines: Dates, severity: int, now: datetime, policy: Policy) -> Dates:
    """While the customer's answer is awaited: what is left is kept, the clock stands still."""
    return tuple(
        d.model_copy(update={"state": "paused", "left_seconds": _left(d, severity, now, policy)})
        if d.state == "running"
        else d
        for d in deadlines
    )


def resumed(deadlines: Dates, severity: int, now: datetime, policy: Policy) -> Dates:
    """The clock runs on with what was left."""
    return tuple(
        _resumed(d, severity, now, policy) if d.state == "paused" else d for d in deadlines
    )


def met(deadlines: Dates, milestone: Milestone, at: datetime) -> Dates:
    """The milestone was reached at a moment: met, or where that was too late, breached."""
    return tuple(
        d.model_copy(update={"state": "met" if _in_time(d, at) else "breached", "warn_at": None})
        if d.milestone == milestone and d.state in {"running", "paused"}
        else d
        for d in deadlines
    )


def to_warn(deadlines: Dates, now: datetime) -> Dates:
    """What comes near, and nobody was warned of."""
    running = (d for d in deadlines if d.state == "running" and d.due_at > now)
    return tuple(d for d in running if d.warn_at is not None and d.warn_at <= now)


def overdue(deadlines: Dates, now: datetime) -> Dates:
    """What has just been broken: running still, and its date has passed."""
    return tuple(d for d in deadlines if d.state == "running" and d.due_at <= now)


def warned(deadlines: Dates, now: datetime) -> Dates:
    """The same, after the warnings: each comes once."""
    near = {d.milestone for d in to_warn(deadlines, now)}
    return tuple(
        d.model_copy(update={"warn_at": None}) if d.milestone in near else d for d in deadlines
    )


def breached(deadlines: Dates, now: datetime) -> Dates:
    """The same, after what is overdue was told: each breach counts once."""
    late = {d.milestone for d in overdue(deadlines, now)}
    update: dict[str, object] = {"state": "breached", "warn_at": None}
    return tuple(d.model_copy(update=update) if d.milestone in late else d for d in deadlines)


def _began(milestone: Milestone, clock_started_at: datetime, opened_at: datetime) -> datetime:
    return opened_at if milestone == "next_update" else min(clock_started_at, opened_at)


def _deadline(
    milestone: Milestone, severity: int, began: datetime, heard: datetime, policy: Policy
) -> Deadline:
    span = policy.deadlines.severity[severity].of(milestone)
    floor = after(heard, _least(milestone, span, policy), policy.calendar)
    due_at = max(after(began, span, policy.calendar), floor)
    return Deadline(
        milestone=milestone, due_at=due_at, warn_at=_warn_at(heard, due_at, span, policy)
    )


def _least(milestone: Milestone, span: Span, policy: Policy) -> Span:
    """What is left to us however long they had waited: to mend takes longer than to answer.

    By our hours where the date is: at night nobody is there to be late, or to be warned.
    """
    if milestone == "resolution":
        return span.model_copy(update={"seconds": span.seconds / 2})
    return span.model_copy(update={"seconds": min(policy.deadlines.soonest.seconds, span.seconds)})


def _warn_at(begin: datetime, due_at: datetime, span: Span, policy: Policy) -> datetime:
    left = measured(begin, due_at, span, policy.calendar)
    share = Span(seconds=left * (1 - policy.deadlines.warn_share), is_working=span.is_working)
    return after(begin, share, policy.calendar)


def _resumed(deadline: Deadline, severity: int, now: datetime, policy: Policy) -> Deadline:
    span = policy.deadlines.severity[severity].of(deadline.milestone)
    left = Span(seconds=deadline.left_seconds or 0.0, is_working=span.is_working)
    due_at = after(now, left, policy.calendar)
    was_warned = deadline.warn_at is None
    warn_at = None if was_warned else _warn_again(now, left, span, policy)
    update = {"state": "running", "left_seconds": None, "due_at": due_at, "warn_at": warn_at}
    return deadline.model_copy(update=update)


def _warn_again(now: datetime, left: Span, span: Span, policy: Policy) -> datetime:
    early = max(left.seconds - span.seconds * policy.deadlines.warn_share, 0.0)
    return after(now, left.model_copy(update={"seconds": early}), policy.calendar)


def _left(deadline: Deadline, severity: int, now: datetime, policy: Policy) -> float:
    span = policy.deadlines.severity[severity].of(deadline.milestone)
    return measured(now, deadline.due_at, span, policy.calendar)


def _in_time(deadline: Deadline, at: datetime) -> bool:
    return deadline.state == "paused" or at <= deadline.due_at
