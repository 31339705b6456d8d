"""What a reply that was sent, or couldn't be, means for the promises of its case. Pure."""

from shared.cases.items import Case, Promise
from shared.messages import ReplySettled

_OWED = frozenset({"open", "lapsed", "could_not_be_told"})
# What a person had to say, in their words or in ours: whoever waits for an answer has one.
HEARD = frozenset(
    {"written_by_person", "no_and_why", "progress", "outcome", "promise_kept", "announcement"}
)


def promises_told(case: Case, event: ReplySettled) -> Case:
    """The case after it was sent: what it kept is kept, and a new date that it told counts."""
    return _moved_by(_kept_by(case, event), event)


def promises_untold(promises: tuple[Promise, ...], event: ReplySettled) -> tuple[Promise, ...]:
    """The promises after it failed: what was never said promised nothing."""
    left = (_back(p) if p.reply_id == event.reply_id else p for p in promises)
    return tuple(_unmoved(p, event.reply_id) for p in left)


def _kept_by(case: Case, event: ReplySettled) -> Case:
    """Who was promised to hear from us has heard: a person wrote, and not merely "no news"."""
    if event.situation not in HEARD:
        return case
    promises = tuple(_kept(p) if p.reply_id != event.reply_id else p for p in case.promises)
    return case.model_copy(update={"promises": promises})


def _kept(promise: Promise) -> Promise:
    is_kept = promise.state in _OWED and promise.what == "answer"
    return promise.model_copy(update={"state": "kept"}) if is_kept else promise


def _moved_by(case: Case, event: ReplySettled) -> Case:
    """Where a person let a new date leave, it counts from when it was told."""
    promises = tuple(
        p.model_copy(update={"state": "moved"})
        if p.state == "open" and p.moved_by == event.reply_id
        else p
        for p in case.promises
    )
    return case.model_copy(update={"promises": promises})


def _back(promise: Promise) -> Promise:
    is_open = promise.state == "open"
    return promise.model_copy(update={"state": "taken_back"}) if is_open else promise


def _unmoved(promise: Promise, by: str) -> Promise:
    """Nobody heard of a new date: the one that they were told holds."""
    if promise.state != "moved" or promise.moved_by != by:
        return promise
    return promise.model_copy(update={"state": "open", "moved_by": None})
