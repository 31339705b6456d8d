"""A date on a case has come: its owner is told before a promise lapses in silence. Pure."""

from datetime import timedelta

from functions.escalation.decision import Decision
from functions.escalation.facts import Circumstances
from functions.escalation.plan import next_date
from shared.cases.change import RESEND_SECONDS, Change
from shared.cases.items import Brief, Case, Entry, Promise
from shared.cases.keys import brief_id_for
from shared.clock import iso
from shared.messages import CaseDue


def decide_due(event: CaseDue, case: Case, around: Circumstances) -> Decision:
    """What is due on the case by now."""
    lapsed = [p for p in case.promises if p.state == "open" and p.due_at <= around.now]
    if not lapsed:
        return Decision(Change(), "nothing_due", case_id=case.case_id)
    change = Change(
        case=_without(case, lapsed),
        entries=tuple(_entry(event, case, p, around) for p in lapsed),
        briefs=tuple(_brief(event, case, p, around) for p in lapsed),
    )
    return Decision(change, "promise_lapsed", lapsed[0].what, case.rule, case.case_id, True)


def _without(case: Case, lapsed: list[Promise]) -> Case:
    gone = {p.promise_id for p in lapsed}
    promises = tuple(
        p.model_copy(update={"state": "lapsed"}) if p.promise_id in gone else p
        for p in case.promises
    )
    return case.model_copy(
        update={
            "version": case.version + 1,
            "promises": promises,
            "due_at": next_date(promises),
        }
    )


def _entry(event: CaseDue, case: Case, promise: Promise, around: Circumstances) -> Entry:
    return Entry(
        brand=case.brand,
        case_id=case.case_id,
        entry_id=f"{promise.promise_id}.lapsed",
        event_id=event.event_id,
        at=promise.due_at,
        recorded_at=around.now,
        what="promise lapsed",
        by="follow-up",
        why=promise.what,
        detail={"owner": promise.owner},
    )


def _brief(event: CaseDue, case: Case, promise: Promise, around: Circumstances) -> Brief:
    page = (
        f"We promised {promise.what} by {iso(promise.due_at)}, and nothing is recorded.\n\n"
        f"What you may do:\nsixday case {case.case_id}\n"
        f'sixday decide {case.case_id} reply "…"   keep it, or say honestly when'
    )
    return Brief(
        brand=case.brand,
        case_id=case.case_id,
        brief_id=brief_id_for(case.case_id, promise.promise_id, promise.owner),
        event_id=event.event_id,
        conversation=case.conversation,
        to=promise.owner,
        why=f"a promise has come due: {promise.what}",
        page=page,
        due_at=around.now + timedelta(seconds=RESEND_SECONDS),
    )
