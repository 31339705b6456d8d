"""A conversation after a post: whose turn it is, which cases it has, what they wish. Pure."""

from datetime import datetime
from typing import Literal

from functions.escalation.facts import Circumstances, answered_lately, labels_of
from functions.escalation.known import Known
from functions.escalation.policy import Rule
from shared.cases.items import Case, CaseRef, Conversation
from shared.messages import Post, PostClassified

type Wish = Literal["opt_out", "fewer_updates"]

MOST_CASES = 10  # of one person at once; older ones are found by their thread


def moved_on(
    event: PostClassified,
    known: Known,
    case: Case,
    rule: Rule,
    around: Circumstances,
    *,
    is_answered: bool,
) -> Conversation | None:
    """None where it isn't the customer's: our own public posts belong to no customer."""
    before, post = known.conversation, event.post
    if post.is_echo and not post.is_private:
        return None
    answered = answered_lately(post, known, around.policy.limits)
    is_theirs = rule.then.person is not None and not post.is_echo
    return before.model_copy(
        update={
            "version": before.version + 1,
            "open_case_id": case.case_id,
            "cases": _with(case, event, before.cases),
            "language": case.labels.language,
            "automatic_replies": answered + is_answered,
            "last_post_at": _later(before.last_post_at, post.posted_at),
            "heard_at": _later(before.heard_at, post.posted_at) if is_theirs else before.heard_at,
            "last_message_at": _message_at(before, post),
            "opted_out_at": opted_out_at(event, rule, before.opted_out_at),
            "wish": wish_of(event, rule, before.wish),
            "threat_case_id": case.case_id if is_threat(event) else before.threat_case_id,
        }
    )


def is_threat(event: PostClassified) -> bool:
    """Whether they threaten: from then on no program writes to them, whatever it is about."""
    return labels_of(event).tone == "threat" and not event.post.is_echo


def wish_of(event: PostClassified, rule: Rule, before: Wish | None) -> Wish | None:
    """What they asked of our writing to them; who asked for silence has it for good."""
    return before if before == "opt_out" else rule.then.wish or labels_of(event).wish or before


def opted_out_at(event: PostClassified, rule: Rule, before: datetime | None) -> datetime | None:
    """When the customer asked for silence: the latest time that they did."""
    wishes = {rule.then.wish, labels_of(event).wish}
    return _later(before, event.post.posted_at) if "opt_out" in wishes else before


def _message_at(before: Conversation, post: Post) -> datetime | None:
    is_theirs = post.is_private and not post.is_echo
    return _later(before.last_message_at, post.posted_at) if is_theirs else before.last_message_at


def _later(before: datetime | None, posted_at: datetime) -> datetime:
    """What comes late was still said before."""
    return max(before or posted_at, posted_at)


def _with(case: Case, event: PostClassified, refs: tuple[CaseRef, ...]) -> tuple[CaseRef, ...]:
    """The case of this post first, known by its newest thread."""
    ref = CaseRef(
        case_id=case.case_id,
        topic=case.labels.topic,
        thread_id=event.post.thread_id,
        reference=labels_of(event).reference or case.labels.reference,
    )
    return (ref, *(r for r in refs if r.case_id != case.case_id))[:MOST_CASES]
