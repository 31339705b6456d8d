"""A named person decided something: whether it holds, and what follows. Pure.

Each verb has one small function, in the module of its family: see `verbs/`.
"""

from dataclasses import replace

from functions.escalation.decision import Decision
from functions.escalation.facts import Circumstances
from functions.escalation.known import Known
from functions.escalation.step import Blocked, Step, change_of, waiting
from functions.escalation.verbs import ACTS
from shared.cases.change import Change
from shared.cases.items import Case, Entry
from shared.messages import DecisionMade

# What a person records without having acted on what waits for them.
_ONLY_RECORDS = frozenset({"note", "tried", "contact", "evidence", "link", "promise"})


def decide_person(event: DecisionMade, known: Known, around: Circumstances) -> Decision:
    """What a person's decision does, or why it can't stand."""
    if known.case is None:
        raise ValueError("a decision came here without its case")
    case, verdict = known.case, _verdict(event, known.case, known, around)
    if isinstance(verdict, Blocked):
        entry = _entry(event, around, "decision blocked", verdict.reason, {})
        change = Change(entries=(entry,))
        return Decision(change, "blocked", verdict.reason, case.rule, case.case_id)
    entry = _entry(event, around, f"decided: {event.verb}", verdict.why, verdict.detail)
    change = change_of(_acted_on(event, verdict, known), entry)
    reason = event.situation or event.what
    return Decision(change, f"decided_{event.verb}", reason, case.rule, case.case_id)


def _verdict(
    event: DecisionMade, case: Case, known: Known, around: Circumstances
) -> Step | Blocked:
    if event.case_version != case.version:
        return Blocked(f"stale: decided on version {event.case_version}, now {case.version}")
    if case.merged_into is not None:
        return Blocked(f"merged: this case is part of {case.merged_into} now")
    return ACTS[event.verb](event, case, known, around)


def _acted_on(event: DecisionMade, step: Step, known: Known) -> Step:
    """Who acts on a case has answered every brief about it."""
    return step if event.verb in _ONLY_RECORDS else replace(step, done=waiting(known))


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
