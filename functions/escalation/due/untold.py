"""A promise whose date comes when nobody could tell them any more: it counts apart. Pure."""

from functions.escalation.due.happened import Happened, with_promise, words_of
from shared.cases.items import Promise
from shared.routes import Matter, routes
from shared.ways import RESTRICTED, Standing

_BY_HAND = frozenset({"not_summoned", "no_platform", RESTRICTED})  # there a person finds a way


def why_untold(happened: Happened, promise: Promise) -> str | None:
    """Why not even a person could tell them; None where one could, or something was to be done."""
    case, talk, around = happened.case, happened.known.conversation, happened.around
    if promise.what == "care":
        return None
    if case.wants_silence or talk.wants_silence:
        return "they asked us not to write"
    standing = Standing(
        is_deleted=happened.known.post.is_deleted, last_message_at=talk.last_message_at
    )
    by_hand = Matter(is_automatic=False)
    plan = routes(case.target, around.channel, standing, by_hand, around.now)
    return None if plan.open or plan.reason in _BY_HAND else plan.reason.replace("_", " ")


def untold(happened: Happened, promise: Promise, why: str) -> Happened:
    """Nobody broke it: there was nobody left to tell. Its owner hears so, and it counts apart."""
    page = (
        f"We promised {words_of(promise)} by {happened.told(promise.due_at)}. "
        f"Nobody can tell them: {why}. "
        f"It counts as no broken promise, and nothing is owed."
        f"\n\nWhat you may do:\nsixday case {happened.case.case_id}   everything about it"
    )
    words = f"a promise could not be told: {words_of(promise)}"
    gone = promise.model_copy(update={"state": "could_not_be_told", "chase_at": None})
    return happened.then(
        "promise_untold",
        "promise could not be told",
        f"{words_of(promise)}: {why}",
        of=promise.promise_id,
        called=f"{promise.what}: {why}",
        at=promise.due_at,
        update={"promises": with_promise(happened.case, gone)},
        briefs=(happened.brief(f"{promise.promise_id}.untold", promise.owner, words, page),),
    )
