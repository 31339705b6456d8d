"""What a reply about an incident means for its case, once it was sent or couldn't be. Pure.

"You will hear by Thursday" is kept when they hear that we will act, and that when it is announced.
"""

from functions.escalation.incidents.telling import is_tell_id
from shared.cases.items import Case, Promise, PromiseState
from shared.messages import ReplySettled

_SETTLES: dict[str, PromiseState] = {
    "we_will_act": "kept",
    "promise_taken_back": "taken_back",
}


def kept_by(case: Case, event: ReplySettled) -> Case:
    """The case after a reply to all customers of an incident was sent."""
    is_of_incident = is_tell_id(event.event_id, event.case_id)
    state = _SETTLES.get(event.situation) if is_of_incident else None
    if state is None:
        return case
    promises = tuple(_settled(p, event.reply_id, state) for p in case.promises)
    return case.model_copy(update={"promises": promises})


def unsaid(case: Case, event: ReplySettled) -> Case:
    """It couldn't be sent: nothing was claimed, and no silence counts."""
    is_ours = event.situation == "announcement" and case.state == "resolved_claimed"
    if not is_ours or case.claimed_at is not None:
        return case
    return case.model_copy(update={"state": "open", "verify_until": None})


def _settled(promise: Promise, by: str, state: PromiseState) -> Promise:
    is_older = promise.state == "open" and promise.what == "answer" and promise.reply_id != by
    return promise.model_copy(update={"state": state, "chase_at": None}) if is_older else promise
