"""Who has a second case of one cause heard of it on the first: nobody tells them twice. Pure."""

from functions.escalation.due.happened import Happened, with_promise, words_of
from shared.cases.items import Member, Promise

HEARD = "announced"


def heard_on(happened: Happened, promise: Promise) -> Member | None:
    """As whom they heard what changed, on another case of theirs; None where they didn't."""
    member = next(iter(happened.known.members), None)
    if member is None or promise.what != "answer" or member.case_id == happened.case.case_id:
        return None
    return member if HEARD in member.told and member.told_how == "reply" else None


def kept_elsewhere(happened: Happened, promise: Promise, member: Member) -> Happened:
    """They were promised word of it, and have it."""
    kept = promise.model_copy(update={"state": "kept", "chase_at": None})
    return happened.then(
        "promise_kept_elsewhere",
        "promise kept elsewhere",
        f"{words_of(promise)}: they heard what changed on {member.case_id}",
        of=promise.promise_id,
        called=f"{promise.what}: heard on {member.case_id}",
        at=happened.around.now,
        update={"promises": with_promise(happened.case, kept)},
    )
