"""Two cases that are one grievance, and two of one person."""

from dataclasses import replace

from functions.escalation.facts import Circumstances
from functions.escalation.known import Known
from functions.escalation.plan import taken_back
from functions.escalation.step import Blocked, Step, automatic, first_of, unsent, waiting
from functions.escalation.verbs.denying import is_denial
from functions.escalation.verbs.joined import joined, once, part_of
from functions.escalation.verbs.telling import task
from functions.escalation.verbs.trail import trail_of
from shared.cases.change import Rehoused
from shared.cases.items import Brief, Case, Reply
from shared.messages import DecisionMade

_UNDER_WAY = frozenset({"planned", "sending", "sent", "unknown"})


def merge(event: DecisionMade, case: Case, known: Known, around: Circumstances) -> Step | Blocked:
    """The other case ends in this one, with all that it knows and owes, and is said only once."""
    other = known.other
    if other is None:
        return Blocked("no_such_case: there is no other case of this id")
    if blocked := first_of(_is_itself(case, other), _is_elsewhere(other)):
        return blocked
    withdrawn = _withdrawn(case, other, known)
    unsaid = frozenset(r.reply_id for r in (*known.replies, *known.other_replies) if _may_fail(r))
    both = joined(_without(case, withdrawn), _without(other, withdrawn), unsaid)
    waits = waiting(replace(known, briefs=known.other_briefs))
    return Step(
        case=both,
        why=event.reason or event.text or "",
        detail={"other": other.case_id, "incident": other.incident_id or ""},
        superseded=withdrawn,
        other_case=part_of(case, other, around.now),
        entries=(trail_of(event, other, around, "merged into another case"),),
        done=waits,
        briefs=(_brief(event, both, other, waits, around),) if other.is_open else (),
        rehoused=_rehoused(case, other, known),
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
    others = once((*case.conversations, conversation), but=case.conversation)
    return case.model_copy(update={"conversations": others})


def _may_fail(reply: Reply) -> bool:
    return reply.state not in {"sent", "unknown"}


def _without(case: Case, withdrawn: tuple[Reply, ...]) -> Case:
    """What is withdrawn promised nothing."""
    return case.model_copy(update={"promises": taken_back(case.promises, withdrawn)})


def _withdrawn(case: Case, other: Case, known: Known) -> tuple[Reply, ...]:
    """The other's drafts, what would be said twice, and what one of the cases forbids to say."""
    theirs = replace(known, replies=known.other_replies)
    unsaid = (*unsent(known), *unsent(theirs))
    drafts = tuple(reply for reply in unsent(theirs) if reply.state == "drafted")
    is_held = bool(case.held_by or other.held_by)
    silenced = tuple(r for r in unsaid if r.is_automatic) if is_held else ()
    is_investigated = case.is_investigated or other.is_investigated
    denials = tuple(r for r in unsaid if is_denial(r)) if is_investigated else ()
    found = (*drafts, *_twice(known, theirs), *silenced, *denials)
    return tuple({reply.reply_id: reply for reply in found}.values())


def _twice(known: Known, theirs: Known) -> tuple[Reply, ...]:
    """One person hears one answer of the program: of two about to go the graver one."""
    said = {reply.situation for reply in known.replies if reply.state in _UNDER_WAY}
    ours, their_own = (
        tuple(r for r in automatic(one) if r.state == "planned") for one in (known, theirs)
    )
    again = tuple(reply for reply in their_own if reply.situation in said)
    new = tuple(reply for reply in their_own if reply.situation not in said)
    if not (ours and new):
        return again
    is_graver = max(r.priority for r in new) > max(r.priority for r in ours)
    return (*again, *(ours if is_graver else new))


def _brief(
    event: DecisionMade, both: Case, other: Case, waits: tuple[Brief, ...], around: Circumstances
) -> Brief:
    """What waited there for somebody waits here for the owner of both."""
    waited = "\n".join(f"- {brief.to}: {brief.why}" for brief in waits) or "- nothing"
    page = f"{other.case_id} is part of this case now.\n\nWhat waited there:\n{waited}"
    return task(event, both, around, both.owner, "two cases are one now", page)


def _rehoused(case: Case, other: Case, known: Known) -> tuple[Rehoused, ...]:
    """Who stood in the incident by the other case stands in it by this one, with what they heard.

    Of two incidents both stay: the customer hears of each, on this case.
    """
    member = known.other_member
    if member is None or case.incident_id not in {None, member.incident_id}:
        return ()
    because = (*member.because, f"merged from {other.case_id}")
    here = {"case_id": case.case_id, "conversation": case.conversation, "because": because}
    return (Rehoused(member.model_copy(update=here), member.conversation),)
