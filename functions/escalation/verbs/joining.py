"""Two cases that are one grievance, and two of one person."""

from collections.abc import Iterable
from datetime import datetime

from functions.escalation.facts import Circumstances
from functions.escalation.known import Known
from functions.escalation.step import Blocked, Step, first_of
from functions.escalation.verbs.trail import trail_of
from shared.cases.items import Case, Investigation
from shared.messages import DecisionMade


def merge(event: DecisionMade, case: Case, known: Known, around: Circumstances) -> Step | Blocked:
    """The other case ends in this one, with all that it knows and owes."""
    other = known.other
    if other is None:
        return Blocked("no_such_case: there is no other case of this id")
    if blocked := first_of(_is_itself(case, other), _is_elsewhere(other)):
        return blocked
    ended = other.model_copy(
        update={
            "state": "closed",
            "closed_at": around.now,
            "merged_into": case.case_id,
            "promises": (),
            "deadlines": (),
            "investigation": None,
            "refusal": None,
            "verify_until": None,
        }
    )
    detail = {"other": other.case_id, "incident": other.incident_id or ""}
    why = event.reason or event.text or ""
    return Step(
        case=_joined(case, other),
        why=why,
        detail=detail,
        other_case=ended,
        entries=(trail_of(event, other, around, "merged into another case"),),
    )


def link(event: DecisionMade, case: Case, known: Known, around: Circumstances) -> Step | Blocked:
    """Two cases of one person, who writes to us in more than one place; each stays a case."""
    other = known.other
    if other is None:
        return Blocked("no_such_case: there is no other case of this id")
    same = other.conversation in {case.conversation, *case.conversations}
    known_already = "linked_already: it is the same conversation" if same else None
    if blocked := first_of(_is_itself(case, other), _is_elsewhere(other), known_already):
        return blocked
    return Step(
        case=_linked(case, other.conversation),
        why=event.reason or event.text or "",
        detail={"other": other.case_id},
        other_case=_linked(other, case.conversation),
        entries=(trail_of(event, other, around, "linked to another case"),),
    )


def _is_itself(case: Case, other: Case) -> str | None:
    return "same_case: name another one" if case.case_id == other.case_id else None


def _is_elsewhere(other: Case) -> str | None:
    return f"merged: it is part of {other.merged_into} now" if other.merged_into else None


def _linked(case: Case, conversation: str) -> Case:
    others = _once((*case.conversations, conversation), but=case.conversation)
    return case.model_copy(update={"conversations": others})


def _joined(case: Case, other: Case) -> Case:
    """The graver of both, with the longer wait; nothing that either knew is lost."""
    talks = (*case.conversations, other.conversation, *other.conversations)
    graver = max(case, other, key=lambda one: one.labels.severity)
    return case.model_copy(
        update={
            "conversations": _once(talks, but=case.conversation),
            "labels": graver.labels,
            "priority": max(case.priority, other.priority),
            "clock_started_at": min(case.clock_started_at, other.clock_started_at),
            "promises": (*case.promises, *other.promises),
            "investigation": _investigation(case.investigation, other.investigation),
            "refusal": case.refusal or other.refusal,
            "incident_id": case.incident_id or other.incident_id,
            "tried": _once((*case.tried, *other.tried)),
            "contacts": (*case.contacts, *(c for c in other.contacts if c not in case.contacts)),
            "wish": case.wish or other.wish,
            "held_by": case.held_by or other.held_by,
            "first_answer_at": _earlier(case.first_answer_at, other.first_answer_at),
            "heard_at": _later(case.heard_at, other.heard_at),
            "told_at": _later(case.told_at, other.told_at),
        }
    )


def _investigation(one: Investigation | None, other: Investigation | None) -> Investigation | None:
    """The one that is open; of two, this case's with the evidence of both."""
    if one is None or other is None:
        return one or other
    if not (one.is_open and other.is_open):
        return other if other.is_open else one
    evidence = tuple(_once((*one.evidence, *other.evidence)))
    return one.model_copy(update={"evidence": evidence})


def _once[T](them: Iterable[T], but: T | None = None) -> tuple[T, ...]:
    return tuple(one for one in dict.fromkeys(them) if one != but)


def _earlier(one: datetime | None, other: datetime | None) -> datetime | None:
    return min((at for at in (one, other) if at), default=None)


def _later(one: datetime | None, other: datetime | None) -> datetime | None:
    return max((at for at in (one, other) if at), default=None)
