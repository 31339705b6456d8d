"""A promise is chased before it lapses, and never lapses in silence. Pure.

before it is due   its owner is reminded
an hour before     the customer hears that there is no news yet, and by when they hear more; where
                   no program may tell them, its owner is asked to
when it is due     it lapses, and the next person is asked, and the next; where nobody could have
                   told them any more, that is said, and it isn't broken
"""

from datetime import datetime, timedelta

from functions.escalation.due.elsewhere import heard_on, kept_elsewhere
from functions.escalation.due.happened import Happened, next_person, with_promise, words_of
from functions.escalation.due.no_news import no_news
from functions.escalation.due.silence import is_on_its_way, why_silent
from functions.escalation.due.untold import untold, why_untold
from functions.escalation.people import acknowledge_by
from shared.cases.items import Case, Promise


def promises(happened: Happened) -> Happened:
    """Every open promise, by its date."""
    for promise in happened.case.open_promises:
        happened = _one(happened, promise)
    return happened


def _one(happened: Happened, promise: Promise) -> Happened:
    now = happened.around.now
    if member := heard_on(happened, promise):
        return kept_elsewhere(happened, promise, member)
    if promise.due_at <= now:
        why = why_untold(happened, promise)
        return untold(happened, promise, why) if why else _late(happened, promise)
    if promise.chase_at is None or promise.chase_at > now:
        return happened
    if _tell_at(happened, promise) > now:
        return _chase(happened, promise)
    # Follow-up looks again in some minutes: by then it has arrived, or failed.
    return happened if is_on_its_way(happened) else _tell(happened, promise)


def _tell(happened: Happened, promise: Promise) -> Happened:
    why = why_silent(happened, promise)
    if why is not None:
        return _left(happened, promise, why)
    return no_news(happened, promise, words_of(promise))


def _told_late(happened: Happened, promise: Promise) -> Happened:
    """Where nobody looked before the date, the customer hears it after."""
    is_due = promise.chase_at is not None and not is_on_its_way(happened)
    may_tell = is_due and why_silent(happened, promise) is None
    return no_news(happened, promise, words_of(promise)) if may_tell else happened


def _chase(happened: Happened, promise: Promise) -> Happened:
    page = (
        f"{_promised(happened, promise)}, and nothing is recorded yet."
        f"\n\nWhat you may do:\n{_options(happened.case, promise)}"
    )
    brief = happened.brief(
        f"{promise.promise_id}.chased", promise.owner, f"promised soon: {words_of(promise)}", page
    )
    chased = promise.model_copy(update={"chase_at": _tell_at(happened, promise)})
    return happened.then(
        "promise_chased",
        "promise chased",
        words_of(promise),
        of=f"{promise.promise_id}.{promise.moves}",
        called=promise.what,
        at=happened.around.now,
        update={"promises": with_promise(happened.case, chased)},
        briefs=(brief,),
    )


def _left(happened: Happened, promise: Promise, why: str) -> Happened:
    """No program may tell them: who owes it is asked to, and the trail says why."""
    page = (
        f"{_promised(happened, promise)}, and nothing is recorded yet. "
        f"No program may tell them so: {why}.\n\nTell them yourself, by whatever way they take."
        f"\n\nWhat you may do:\n{_options(happened.case, promise)}"
    )
    of = f"{promise.promise_id}.{promise.moves}"
    brief = happened.brief(
        f"{of}.left", promise.owner, f"tell them yourself: {words_of(promise)}", page
    )
    quiet = promise.model_copy(update={"chase_at": None})
    return happened.then(
        "promise_about_to_lapse",
        "promise about to lapse",
        f"{words_of(promise)}: {why}",
        of=of,
        called=f"{promise.what}: {why}",
        at=happened.around.now,
        update={"promises": with_promise(happened.case, quiet)},
        briefs=(brief,),
    )


def _late(happened: Happened, promise: Promise) -> Happened:
    return _lapse(_told_late(happened, promise), promise)


def _lapse(happened: Happened, promise: Promise) -> Happened:
    case = happened.case
    to = next_person(happened, promise.owner)
    page = (
        f"{_promised(happened, promise)}, and broke it. "
        f"{promise.owner} owned it.\n\nWhat you may do:\n{_options(case, promise)}"
    )
    why = f"a promise was broken: {words_of(promise)}"
    brief = happened.brief(f"{promise.promise_id}.lapsed", to, why, page)
    by = acknowledge_by(case.labels.severity, happened.around.now, happened.around.policy)
    lapsed = promise.model_copy(update={"state": "lapsed", "chase_at": None})
    return happened.then(
        "promise_lapsed",
        "promise lapsed",
        words_of(promise),
        of=promise.promise_id,
        called=promise.what,
        at=promise.due_at,
        update={"promises": with_promise(case, lapsed)},
        briefs=(brief.model_copy(update={"answer_by": by}),),
    )


def _tell_at(happened: Happened, promise: Promise) -> datetime:
    return promise.due_at - timedelta(hours=happened.around.policy.promises.no_news_hours_before)


def _promised(happened: Happened, promise: Promise) -> str:
    return f"We promised {words_of(promise)} by {happened.told(promise.due_at)}"


def _options(case: Case, promise: Promise) -> str:
    return (
        f'sixday promises keep {case.case_id} {promise.promise_id} "…"   it is done; tell them\n'
        f"sixday promises move {case.case_id} {promise.promise_id} --by …  say until when\n"
        f"sixday case {case.case_id}   everything about it"
    )
