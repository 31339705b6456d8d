"""A promise is chased before it lapses, and never lapses in silence. Pure.

before it is due   its owner is reminded
an hour before     the customer hears that there is no news yet, and until when they hear more: once
when it is due     it lapses, and the next person hears of it
"""

from datetime import datetime, timedelta

from functions.escalation.due.happened import Happened, next_person
from functions.escalation.plan import plan_update, promise_of
from shared.cases.items import Case, Promise
from shared.clock import iso

NO_NEWS_AGAIN_HOURS = 48  # after "no news yet" the customer hears more two days later
_TOLD_AGAIN = frozenset({"answer", "other"})  # to say "no care yet" to the stranded helps nobody


def promises(happened: Happened) -> Happened:
    """Every open promise, by its date."""
    for promise in happened.case.open_promises:
        happened = _one(happened, promise)
    return happened


def _one(happened: Happened, promise: Promise) -> Happened:
    now = happened.around.now
    if promise.due_at <= now:
        return _lapse(happened, promise)
    if promise.chase_at is None or promise.chase_at > now:
        return happened
    if _tell_at(happened, promise) > now:
        return _chase(happened, promise)
    if not _may_tell(happened, promise):
        return _left(happened, promise)
    # Follow-up looks again in some minutes: by then it has arrived, or failed.
    return happened if _is_on_its_way(happened) else _move(happened, promise)


def _chase(happened: Happened, promise: Promise) -> Happened:
    page = (
        f"We promised {_words(promise)} by {iso(promise.due_at)}, and nothing is recorded yet."
        f"\n\nWhat you may do:\n{_options(happened.case, promise)}"
    )
    brief = happened.brief(
        f"{promise.promise_id}.chased", promise.owner, f"promised soon: {_words(promise)}", page
    )
    chased = promise.model_copy(update={"chase_at": _tell_at(happened, promise)})
    return happened.then(
        "promise_chased",
        "promise chased",
        _words(promise),
        of=f"{promise.promise_id}.{promise.moves}",
        called=promise.what,
        at=happened.around.now,
        update={"promises": _with(happened.case, chased)},
        briefs=(brief,),
    )


def _move(happened: Happened, promise: Promise) -> Happened:
    """The date would pass in silence: the customer is told so honestly, with a new one."""
    around, case = happened.around, happened.case
    hours = around.policy.promises
    until = promise.due_at + timedelta(hours=NO_NEWS_AGAIN_HOURS)
    event_id = f"{promise.promise_id}.{promise.moves}.no_news"
    reply = plan_update("no_news", event_id, case, around, by=until)
    again = promise_of(reply, promise.what, until, case, hours.chase_hours_before)
    again = again.model_copy(update={"words": promise.words, "moves": promise.moves + 1})
    moved = promise.model_copy(update={"state": "moved", "chase_at": None})
    return happened.then(
        "no_news_told",
        "promise moved",
        f"{_words(promise)}: nothing recorded an hour before it was due",
        of=f"{promise.promise_id}.{promise.moves}",
        called=promise.what,
        at=around.now,
        update={"promises": (*_with(case, moved), again), "updates": case.updates + 1},
        replies=(reply,),
    )


def _left(happened: Happened, promise: Promise) -> Happened:
    """Nothing may be told: it is looked at again when it is due."""
    quiet = promise.model_copy(update={"chase_at": None})
    return happened.then(
        "promise_about_to_lapse",
        "promise about to lapse",
        _words(promise),
        of=f"{promise.promise_id}.{promise.moves}",
        called=promise.what,
        at=happened.around.now,
        update={"promises": _with(happened.case, quiet)},
    )


def _lapse(happened: Happened, promise: Promise) -> Happened:
    case = happened.case
    to = next_person(happened, promise.owner)
    page = (
        f"We promised {_words(promise)} by {iso(promise.due_at)}, and broke it. "
        f"{promise.owner} owned it.\n\nWhat you may do:\n{_options(case, promise)}"
    )
    why = f"a promise was broken: {_words(promise)}"
    brief = happened.brief(f"{promise.promise_id}.lapsed", to, why, page)
    lapsed = promise.model_copy(update={"state": "lapsed", "chase_at": None})
    return happened.then(
        "promise_lapsed",
        "promise lapsed",
        _words(promise),
        of=promise.promise_id,
        called=promise.what,
        at=promise.due_at,
        update={"promises": _with(case, lapsed)},
        briefs=(brief,),
    )


def _may_tell(happened: Happened, promise: Promise) -> bool:
    """Whether "no news yet" may be said: once, to who wants to hear it, by automation."""
    case = happened.case
    is_heard = case.wish is None and case.held_by is None and case.is_open
    is_told = case.told_at is not None and case.target.platform != "desk"
    return is_heard and is_told and promise.what in _TOLD_AGAIN and promise.moves == 0


def _is_on_its_way(happened: Happened) -> bool:
    """Whether something is about to be said: "no news yet" beside it would be a lie."""
    return any(reply.state in {"planned", "sending"} for reply in happened.planned)


def _tell_at(happened: Happened, promise: Promise) -> datetime:
    return promise.due_at - timedelta(hours=happened.around.policy.promises.no_news_hours_before)


def _with(case: Case, promise: Promise) -> tuple[Promise, ...]:
    same = promise.promise_id
    return tuple(promise if p.promise_id == same else p for p in case.promises)


def _words(promise: Promise) -> str:
    return promise.words or promise.what


def _options(case: Case, promise: Promise) -> str:
    return (
        f'sixday promises keep {case.case_id} {promise.promise_id} "…"   it is done; tell them\n'
        f"sixday promises move {case.case_id} {promise.promise_id} --by …  say until when\n"
        f"sixday case {case.case_id}   everything about it"
    )
