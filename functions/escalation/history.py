"""What a rule may ask of what went before: the case, the conversation, the thread. Pure."""

from datetime import datetime, timedelta

from functions.escalation.echo import is_colleagues_answer
from functions.escalation.known import Known
from functions.escalation.policy import Fact, Policy
from shared.cases.items import Case
from shared.cases.keys import seen_mark
from shared.messages import Kind, Labels, Post

_WANTS_ANSWER: frozenset[Kind] = frozenset({"complaint", "question", "suggestion"})
SURE = 0.7  # of a complaint without a yes or a no in it, before it is taken for a no


def history_of(
    post: Post, labels: Labels, known: Known, policy: Policy, now: datetime
) -> dict[str, Fact]:
    """The facts of what went before, by the names that the policy knows."""
    case, reopen = known.case, timedelta(days=policy.promises.reopen_days)
    is_asked = not post.is_echo and _was_asked(case, now, reopen)
    return {
        "has_open_case": case is not None and case.is_open and not _is_anew(post, labels, known),
        "has_investigation": case is not None and case.is_open and case.is_investigated,
        "is_confirmed_fixed": is_asked and _says_yes(labels),
        "is_not_fixed": is_asked and _says_no(labels),
        "is_unclear_if_fixed": is_asked and _is_unclear(case, labels),
        "is_late_with_details": not post.is_echo and _is_late(case, now, reopen),
        "is_reopening": _is_back(case, labels, now, reopen) and not post.is_echo,
        "is_colleagues_answer": is_colleagues_answer(post, known),
        "is_waiting_on_customer": case is not None and case.state == "waiting_on_customer",
        "is_after_a_threat": known.conversation.threat_case_id is not None,
        "is_opted_out": known.conversation.wish == "opt_out",
        "wants_nothing": labels.wish == "opt_out",
        "wants_fewer": labels.wish == "fewer_updates",
    }


def _is_anew(post: Post, labels: Labels, known: Known) -> bool:
    """Whether a first answer that a person hasn't read yet is overtaken by what wants one itself.

    Then the newer post is decided as if it were the first: else nobody would answer either.
    """
    is_known = seen_mark(post.verb, post.revision) in known.post.seen  # it may be its own draft
    if is_known or post.is_echo or labels.kind not in _WANTS_ANSWER:
        return False
    is_unheard = known.case is not None and known.case.first_answer_at is None
    return is_unheard and any(r.is_automatic and r.state == "drafted" for r in known.replies)


def _was_asked(case: Case | None, now: datetime, reopen: timedelta) -> bool:
    """Whether the customer was asked if it is fixed, and may still answer."""
    if case is None or case.claimed_at is None:
        return False
    return case.state in {"resolved_claimed", "unconfirmed"} and now - case.claimed_at <= reopen


def _is_late(case: Case | None, now: datetime, reopen: timedelta) -> bool:
    """Whether the case ended because what we had asked for never came, and not long ago."""
    if case is None or case.state != "unconfirmed" or case.asked is None:
        return False
    return case.closed_at is not None and now - case.closed_at <= reopen


def _says_yes(labels: Labels) -> bool:
    """Only a plain one closes a case: praise may be scorn, and "yes, but …" is more to come."""
    return labels.answer == "yes"


def _says_no(labels: Labels) -> bool:
    is_sure = labels.confidence.get("kind", 1.0) >= SURE
    return labels.answer == "no" or (
        labels.answer is None and labels.kind == "complaint" and is_sure
    )


def _is_unclear(case: Case | None, labels: Labels) -> bool:
    """Neither a yes nor a no. Of one that had ended, only what sounds like an answer."""
    if _says_yes(labels) or _says_no(labels) or case is None:
        return False
    return case.state == "resolved_claimed" or labels.answer == "unclear"


def _is_back(case: Case | None, labels: Labels, now: datetime, reopen: timedelta) -> bool:
    """A complaint about what was closed not long ago is the same case again."""
    if case is None or case.is_open or case.closed_at is None or case.merged_into is not None:
        return False
    return labels.kind == "complaint" and now - case.closed_at <= reopen
