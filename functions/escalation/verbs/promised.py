"""A promise that a decision makes: what, by when, whose; and when its owner is reminded."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import cast

from functions.escalation.facts import Circumstances
from functions.escalation.step import Step
from shared.cases.items import Promise, Promised, Reply
from shared.cases.keys import promise_id_for
from shared.messages import DecisionMade

_KINDS = frozenset({"answer", "care", "cause"})


def with_promise(
    step: Step, event: DecisionMade, around: Circumstances, what: Promised | None = None
) -> Step:
    """The step with the promise that its reply makes, where the decision gives a date."""
    return with_promise_of(step.replies[-1], step, event, around, what) if step.replies else step


def with_promise_of(
    reply: Reply,
    step: Step,
    event: DecisionMade,
    around: Circumstances,
    what: Promised | None = None,
) -> Step:
    """The same, of a reply that stood before."""
    if event.by is None:
        return step
    return promised(step, reply.reply_id, event, around, what)


def half_a_promise(event: DecisionMade) -> str | None:
    """Why it is none: what without when, or the other way round."""
    is_whole = (event.what is None) == (event.by is None)
    return None if is_whole else "half_a_promise: say what, and by when"


def date_wrong(event: DecisionMade, around: Circumstances) -> str | None:
    """Why its date can't be told."""
    is_past = event.by is not None and event.by <= around.now
    return "past: the date must be later than now" if is_past else None


def promised(
    step: Step,
    made_by: str,
    event: DecisionMade,
    around: Circumstances,
    what: Promised | None = None,
) -> Step:
    """The step with a promise of `event.what` by `event.by`, made by a reply or another event."""
    case, due_at = step.case, event.by or around.now
    kind = what or (cast(Promised, event.what) if event.what in _KINDS else "other")
    made = Promise(
        promise_id=promise_id_for(made_by, kind),
        what=kind,
        due_at=due_at,
        owner=event.to or case.owner,
        reply_id=made_by,
        words=event.what if kind == "other" else None,
        chase_at=chase_at(due_at, around),
    )
    others = tuple(p for p in case.promises if p.promise_id != made.promise_id)
    owing = case.model_copy(update={"promises": (*others, made)})
    return replace(step, case=owing, detail={**step.detail, "promise": made.promise_id})


def chase_at(due_at: datetime, around: Circumstances) -> datetime:
    """When its owner is reminded: some hours before; of a short one half way."""
    early = due_at - timedelta(hours=around.policy.promises.chase_hours_before)
    return early if early > around.now else around.now + (due_at - around.now) / 2
