"""Which of a person's grievances a new post is about. Pure."""

from collections.abc import Callable
from datetime import timedelta

from shared.cases.items import CaseRef, Conversation
from shared.messages import Labels, Post

AT_ONCE = timedelta(minutes=5)
SURE_TOPIC = 0.6  # below it a new subject is no reason to open a second case


def which_case(talk: Conversation, post: Post, labels: Labels | None) -> str | None:
    """Which case of a conversation a new post is about; None if it is a new grievance.

    The thread tells first, then a number that the customer gives, then the subject: somebody who
    complains of something else, in a thread of its own, has two grievances.
    """
    cases = talk.cases or _only(talk)
    return (
        _first(cases, lambda ref: post.thread_id is not None and ref.thread_id == post.thread_id)
        or _first(cases, lambda ref: _gives(labels, ref))
        or _first(cases, lambda _: _is_at_once(talk, post))
        or _first(cases, lambda ref: not _is_other_subject(post, labels, ref))
    )


def _is_at_once(talk: Conversation, post: Post) -> bool:
    """Who writes twice in a breath goes on about the same thing."""
    last = talk.last_post_at
    return last is not None and abs(post.posted_at - last) <= AT_ONCE


def _only(talk: Conversation) -> tuple[CaseRef, ...]:
    """What a conversation of an older release knows."""
    return (CaseRef(case_id=talk.open_case_id),) if talk.open_case_id else ()


def _first(cases: tuple[CaseRef, ...], fits: Callable[[CaseRef], bool]) -> str | None:
    return next((ref.case_id for ref in cases if fits(ref)), None)


def _gives(labels: Labels | None, ref: CaseRef) -> bool:
    return labels is not None and labels.reference is not None and labels.reference == ref.reference


def _is_other_subject(post: Post, labels: Labels | None, ref: CaseRef) -> bool:
    if labels is None or labels.kind != "complaint" or "other" in {labels.topic, ref.topic}:
        return False
    is_sure = labels.confidence.get("topic", 0.0) >= SURE_TOPIC
    return is_sure and labels.topic != ref.topic and not post.is_private
