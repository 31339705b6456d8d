"""The customer hears that there is no news yet, and by when there is some. Pure.

What we promised to say is moved, once; after that, and where something was to be done, the promise
is broken at its date all the same, and the next person hears of it.
"""

from datetime import datetime

from functions.escalation.approval import why_a_person_reads_an_update
from functions.escalation.due.happened import Happened
from functions.escalation.plan import plan_update, promise_of
from functions.escalation.working_time import after
from shared.cases.items import Brief, Promise, Reply
from shared.cases.keys import promise_id_for

NO_NEWS = "no_news"
_SAYING = frozenset({"answer", "other"})
_MOST_TIMES = 4  # as long as at first: nobody wants to read the same every other day


def no_news(happened: Happened, promise: Promise, called: str) -> Happened:
    """One word for all that falls due together; the case with the new date in its ledger."""
    other = _other(happened, promise)
    until = other.due_at if other else _until(happened, promise)
    said = next((r for r in happened.replies if r.situation == NO_NEWS), None)
    reply = said or _planned(happened, promise, until)
    again = () if other else (_again(happened, promise, reply, until),)
    kept = tuple(p for p in happened.case.promises if p.promise_id != promise.promise_id)
    promises = (*kept, _after(happened, promise, reply), *again)
    is_draft = reply.state == "drafted"
    briefs = (_to_read(happened, reply),) if is_draft and not said else ()
    return happened.then(
        "no_news_drafted" if is_draft else "no_news_told",
        "no news drafted" if is_draft else "no news told",
        f"{called}: nothing recorded, and its date is near",
        of=f"{promise.promise_id}.{promise.moves}",
        called=promise.what,
        at=happened.around.now,
        update={"promises": promises, "updates": happened.case.updates + (said is None)},
        replies=() if said else (reply,),
        briefs=briefs,
    )


def _to_read(happened: Happened, reply: Reply) -> Brief:
    """A draft that nobody was told of would wait for ever."""
    case = happened.case
    page = (
        f"A date passes soon, and nothing is recorded: the customer would hear that there is no "
        f"news. A person reads it first: {reply.why_drafted}.\n\nWhat you may do:\n"
        f"sixday approve {case.case_id}   read the draft, and let it leave\n"
        f'sixday progress {case.case_id} "…"   tell them how it goes\n'
        f"sixday case {case.case_id}   everything about it"
    )
    why = f"a draft waits to be read: {reply.why_drafted}"
    return happened.brief(f"{reply.reply_id}.draft", case.owner, why, page)


def _planned(happened: Happened, promise: Promise, until: datetime) -> Reply:
    event_id = f"{promise.promise_id}.{promise.moves}.{NO_NEWS}"
    why = why_a_person_reads_an_update(happened.case.labels, happened.around.policy)
    state = {"state": "drafted", "why_drafted": why} if why else {}
    return plan_update(NO_NEWS, event_id, happened.case, happened.around, by=until, **state)


def _until(happened: Happened, promise: Promise) -> datetime:
    """The next date that they are told: from the old one, and from the third on ever later."""
    around = happened.around
    span = around.policy.promises.no_news_again[promise.what]
    times = min(2 ** max(promise.moves - 1, 0), _MOST_TIMES)
    longer = span.model_copy(update={"seconds": span.seconds * times})
    return after(max(promise.due_at, around.now), longer, around.policy.calendar)


def _other(happened: Happened, promise: Promise) -> Promise | None:
    """An answer that they are promised anyway, and not much later: no second date beside it."""
    if promise.what == "other":
        return None
    open_ones = (p for p in happened.case.open_promises if p.promise_id != promise.promise_id)
    until, now = _until(happened, promise), happened.around.now
    fitting = (p for p in open_ones if p.what == "answer" and p.due_at <= until)
    later = [p for p in fitting if p.due_at > max(promise.due_at, now)]
    return min(later, key=lambda p: p.due_at, default=None)


def _again(happened: Happened, promise: Promise, reply: Reply, until: datetime) -> Promise:
    chase_hours = happened.around.policy.promises.chase_hours_before
    what = promise.what if promise.what in _SAYING else "answer"
    made = promise_of(reply, what, until, happened.case, chase_hours)
    return made.model_copy(
        update={
            "promise_id": promise_id_for(f"{promise.promise_id}.{promise.moves}", what),
            "owner": promise.owner,
            "words": promise.words if what == promise.what else None,
            "moves": promise.moves + 1,
        }
    )


def _after(happened: Happened, promise: Promise, reply: Reply) -> Promise:
    is_moved = promise.what in _SAYING and promise.moves == 0
    if not is_moved or promise.due_at <= happened.around.now:
        return promise.model_copy(update={"chase_at": None})
    if reply.state == "drafted":  # once it is sent, and not before
        return promise.model_copy(update={"chase_at": None, "moved_by": reply.reply_id})
    return promise.model_copy(
        update={"state": "moved", "chase_at": None, "moved_by": reply.reply_id}
    )
