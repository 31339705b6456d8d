"""Two cases as one: the graver's owner and labels, the longer wait, all that either owes. Pure."""

from collections.abc import Iterable
from datetime import datetime

from functions.escalation.grown import grown
from functions.escalation.prioritise import prioritise
from shared.cases.items import Case, CaseState, Deadline, Investigation, Promise

_ENDED = {"promises": (), "deadlines": (), "investigation": None, "refusal": None}
_NOT_WAITING: frozenset[CaseState] = frozenset({"open", "answering", "waiting_on_us"})
_STANDS = ("running", "paused", "breached", "met")  # the first of two goes on


def part_of(case: Case, other: Case, now: datetime) -> Case:
    """The other case, which ends in this one and owes nothing any more."""
    gone = {"state": "closed", "closed_at": now, "merged_into": case.case_id, "verify_until": None}
    return other.model_copy(update={**_ENDED, **gone})


def graver(case: Case, other: Case) -> Case:
    """Of two the one that must not wait; of two alike the first."""
    return max(case, other, key=lambda one: (one.labels.severity, one.priority))


def joined(case: Case, other: Case, unsaid: frozenset[str] = frozenset()) -> Case:
    """The case with all of the other; nothing that either knew is lost.

    `unsaid` are replies that may never be said: no promise of theirs stands for another.
    """
    grave = graver(case, other)
    talks = (*case.conversations, other.conversation, *other.conversations)
    contacts = (*case.contacts, *(c for c in other.contacts if c not in case.contacts))
    return case.model_copy(
        update={
            **_state(case, other),
            "conversations": once(talks, but=case.conversation),
            **_need(grave, other if grave is case else case),
            "clock_started_at": min(case.clock_started_at, other.clock_started_at),
            "promises": _promises(case, other, unsaid),
            "deadlines": _deadlines(case, other),
            "investigation": _investigation(case.investigation, other.investigation),
            "refusal": case.refusal or other.refusal,
            "incident_id": case.incident_id or other.incident_id,
            "tried": once((*case.tried, *other.tried)),
            "contacts": contacts,
            "wish": "opt_out" if "opt_out" in {case.wish, other.wish} else case.wish or other.wish,
            "opted_out_at": _latest(case.opted_out_at, other.opted_out_at),
            "held_by": case.held_by or other.held_by,
            "first_answer_at": _earliest(case.first_answer_at, other.first_answer_at),
            "heard_at": _latest(case.heard_at, other.heard_at),
            "told_at": _latest(case.told_at, other.told_at),
        }
    )


def _need(grave: Case, other: Case) -> dict[str, object]:
    """The graver's owner, and what either says of their need."""
    labels = grown(grave.labels, other.labels)
    priority = max(grave.priority, other.priority, prioritise(labels))
    return {"labels": labels, "owner": grave.owner, "priority": priority}


def once[T](them: Iterable[T], but: T | None = None) -> tuple[T, ...]:
    """Each once, in order."""
    return tuple(one for one in dict.fromkeys(them) if one != but)


def _state(case: Case, other: Case) -> dict[str, object]:
    """The customer hasn't the word in the one where we have it in the other."""
    if case.state in _NOT_WAITING or other.state not in _NOT_WAITING:
        return {}
    return {"state": "waiting_on_us", "claimed_at": None, "verify_until": None, "closed_at": None}


def _promises(case: Case, other: Case, unsaid: frozenset[str]) -> tuple[Promise, ...]:
    """What both promised is owed once, by the earlier date."""
    we, they = ([p for p in c.open_promises if p.reply_id not in unsaid] for c in (case, other))
    ours = [p for p in case.promises if not _is_kept_by(p, they)]
    standing = [p for p in we if p in ours]
    theirs = (p for p in other.promises if not _is_kept_by(p, standing, or_at_once=True))
    return (*ours, *theirs)


def _is_kept_by(promise: Promise, others: list[Promise], *, or_at_once: bool = False) -> bool:
    """Whether who keeps one of the others keeps this one, too."""
    if promise.state != "open":
        return False
    same = [p.due_at for p in others if _matter(p) == _matter(promise)]
    return any(at < promise.due_at or (or_at_once and at == promise.due_at) for at in same)


def _matter(promise: Promise) -> tuple[str, str]:
    return promise.what, " ".join((promise.words or "").casefold().split())


def _deadlines(case: Case, other: Case) -> tuple[Deadline, ...]:
    """Of each milestone the date that runs; of two the earlier."""
    both = (*case.deadlines, *other.deadlines)
    first = sorted(both, key=lambda one: (_STANDS.index(one.state), one.due_at))
    names = once(one.milestone for one in both)
    return tuple(next(one for one in first if one.milestone == name) for name in names)


def _investigation(one: Investigation | None, other: Investigation | None) -> Investigation | None:
    """The one that is open; of two, this case's with the evidence of both."""
    if one is None or other is None:
        return one or other
    if not (one.is_open and other.is_open):
        return other if other.is_open else one
    return one.model_copy(update={"evidence": once((*one.evidence, *other.evidence))})


def _earliest(one: datetime | None, other: datetime | None) -> datetime | None:
    return min((at for at in (one, other) if at), default=None)


def _latest(one: datetime | None, other: datetime | None) -> datetime | None:
    return max((at for at in (one, other) if at), default=None)
