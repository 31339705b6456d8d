"""A named person decided something: whether it holds, and what follows. Pure.

Each verb has one small function, in the module of its family: see `verbs/`.
"""

from dataclasses import replace

from functions.escalation.decision import Decision
from functions.escalation.facts import Circumstances
from functions.escalation.known import Known
from functions.escalation.milestones import in_sight
from functions.escalation.step import Blocked, Step, change_of, waiting
from functions.escalation.verbs import ACTS
from functions.escalation.verbs.telling import is_foreign
from shared.cases.change import Change
from shared.cases.items import Case, Entry
from shared.messages import DecisionMade

# What a person records without having acted on what waits for them.
_ONLY_RECORDS = frozenset({"note", "tried", "contact", "evidence", "link", "promise"})
# What may be decided of a case that has ended; for anything else it is reopened first.
_AFTER_THE_END = frozenset(
    {
        "reply",
        "approve",
        "edit",
        "reject",
        "give_back",
        "acknowledge",
        "note",
        "reopen",
        "confirm_refusal",
        "lift_refusal",
        "split",
        "link",
    }
)


def decide_person(event: DecisionMade, known: Known, around: Circumstances) -> Decision:
    """What a person's decision does, or why it can't stand."""
    if known.case is None:
        raise ValueError("a decision came here without its case")
    case = known.case
    if _is_recorded(event, known):
        return Decision(Change(), "duplicate", "already_done", case.rule, case.case_id)
    verdict = _verdict(event, case, known, around)
    if isinstance(verdict, Blocked):
        entry = _entry(event, around, "decision blocked", verdict.reason, {"verb": event.verb})
        change = Change(entries=(entry,))
        return Decision(change, "blocked", verdict.reason, case.rule, case.case_id)
    told = {**verdict.detail, **_in_another_language(event, case)}
    entry = _entry(event, around, f"decided: {event.verb}", verdict.why, told)
    change = change_of(_acted_on(event, verdict, known, around), entry)
    is_person_needed = bool(change.briefs)
    outcome = f"decided_{event.verb}"
    return Decision(change, outcome, None, case.rule, case.case_id, is_person_needed)


def _in_another_language(event: DecisionMade, case: Case) -> dict[str, str]:
    """Who wrote in another language than the customer reads has said that they mean it."""
    return {"language": event.language or ""} if is_foreign(event, case) else {}


def _is_recorded(event: DecisionMade, known: Known) -> bool:
    """Whether the trail has it already: one that comes twice is stale only because of itself."""
    return any(entry.event_id == event.event_id for entry in known.entries)


def _verdict(
    event: DecisionMade, case: Case, known: Known, around: Circumstances
) -> Step | Blocked:
    if event.case_version != case.version:
        return Blocked(f"stale: decided on version {event.case_version}, now {case.version}")
    if case.merged_into is not None:
        return Blocked(f"merged: this case is part of {case.merged_into} now")
    if not case.is_open and event.verb not in _AFTER_THE_END:
        return Blocked("ended: reopen the case first")
    return ACTS[event.verb](event, case, known, around)


def _acted_on(event: DecisionMade, step: Step, known: Known, around: Circumstances) -> Step:
    """Who acts on a case has answered every brief about it, and sees it again in time."""
    if event.verb in _ONLY_RECORDS:
        return step
    case = in_sight(step.case, around.now, around.policy)
    return replace(step, case=case, done=(*step.done, *waiting(known)))


def _entry(
    event: DecisionMade, around: Circumstances, what: str, why: str, detail: dict[str, str]
) -> Entry:
    return Entry(
        brand=event.brand,
        case_id=event.case_id,
        entry_id=event.event_id,
        event_id=event.event_id,
        at=event.decided_at,
        recorded_at=around.now,
        what=what,
        by=event.decided_by,
        why=why,
        detail={"policy": around.policy.version, **detail},
    )
