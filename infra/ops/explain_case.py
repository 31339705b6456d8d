"""What was said because of an event, what is promised, and what comes next. Pure."""

from collections.abc import Iterator
from datetime import datetime

from infra.ops.ending import ending
from infra.ops.event_file import EventFile
from infra.ops.explain_words import named, time_of
from shared.cases.items import Reply

_STATES = {
    "drafted": "A reply ({situation}) is drafted, since {why}; a person must approve it",
    "planned": "A reply ({situation}) is planned, and hasn't gone{because}",
    "sending": "A reply ({situation}) is just being sent",
    "failed": "A reply ({situation}) could not be said{because}",
    "unknown": "Whether a reply ({situation}) was said isn't known{because}",
    "superseded": "A reply ({situation}) was withdrawn before it left{because}",
}


def said(event: EventFile) -> Iterator[str]:
    """Every reply, and who was asked."""
    if not event.replies and not event.briefs:
        yield "Nothing was said because of it."
    for reply in event.replies:
        yield _sent(reply) if reply.state == "sent" else _unsent(reply)
    for brief in event.briefs:
        done = {"planned": "is about to get", "sent": "got", "done": "acted on"}[brief.state]
        yield f"{brief.to} {done} a brief: {brief.why}."


def promised(event: EventFile, now: datetime) -> Iterator[str]:
    """What the replies promised."""
    own = {reply.reply_id for reply in event.replies}
    for promise in event.case.case.promises if event.case else ():
        if promise.reply_id in own:
            state = "" if promise.state == "open" else f"; it is {promise.state.replace('_', ' ')}"
            late = promise.state == "open" and promise.due_at < now
            over = f", {named((now - promise.due_at).total_seconds())} late" if late else ""
            what = promise.words or promise.what
            yield f"Promised: {what} by {time_of(promise.due_at)}, by {promise.owner}{over}{state}."


def next_dates(event: EventFile, now: datetime) -> Iterator[str]:
    """What happens next, and what a person may do."""
    case = event.case.case if event.case else None
    waiting = [b for b in event.briefs if b.state == "sent" and b.answer_by]
    for brief in waiting:
        if brief.answer_by:
            yield f"If nobody acts by {time_of(brief.answer_by)}, the next person is asked."
    if case is not None and case.is_open and case.due_at is not None:
        left = (case.due_at - now).total_seconds()
        when = f"in {named(left)}" if left >= 0 else f"{named(-left)} ago, so with the next minute"
        yield f"Sixday looks at the case again {when}."
    elif case is not None and case.is_open and not waiting:
        yield "Nothing more happens by itself; a person may: " + f"sixday case {case.case_id}."
    if remedy := ending(event).remedy:
        yield f"To do: {remedy}."


def _sent(reply: Reply) -> str:
    settled_at = reply.settled_at or reply.planned_at
    after = named((settled_at - reply.target.posted_at).total_seconds())
    words = f": “{reply.text}”" if reply.text else ""
    by = f", approved by {reply.approved_by}" if reply.approved_by else ""
    where = "in private" if reply.target.is_private else "in public"
    return f"We answered {where} {after} after it was written ({reply.situation}{by}){words}."


def _unsent(reply: Reply) -> str:
    because = f": {reply.reason}" if reply.reason else ""
    told = _STATES.get(reply.state, reply.state)
    filled = told.format(
        situation=reply.situation, why=reply.why_drafted or "the policy asks it", because=because
    )
    return f"{filled}."
