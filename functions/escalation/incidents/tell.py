"""One customer of an incident hears what was decided about its cause, or a person tells them. Pure.

we_will_act         once, when somebody committed to an action: a progress of their case
announcement        once, when it is announced, in their language, with the one link
promise_taken_back  once, where they were told that we will act, and we will not
"""

from dataclasses import replace
from datetime import timedelta

from functions.escalation.decision import Decision
from functions.escalation.facts import Circumstances
from functions.escalation.incidents.page import brief_about, facts
from functions.escalation.incidents.reach import Customer, plan_for, why_not
from functions.escalation.incidents.telling import is_to_hear, news_of
from functions.escalation.plan import plan_update, promise_of
from functions.escalation.step import Step, change_of
from shared.cases.change import Change, Told
from shared.cases.items import Action, Case, Entry, Incident, Reply
from shared.messages import CaseToTell, News
from shared.routes import toward

SITUATIONS: dict[News, str] = {
    "committed": "we_will_act",
    "announced": "announcement",
    "dropped": "promise_taken_back",
}
# A task waits in the inbox of the case's owner; that one of thousands is open reminds nobody.
_ON_THE_CASE = {"incident_id": None, "answer_by": None}


def decide_tell(
    event: CaseToTell, incident: Incident, customer: Customer, around: Circumstances
) -> Decision:
    """A reply in their language where one is permitted; else a task, with the reason.

    Whatever it is, it is written together with the mark that they have heard it.
    """
    action, case = incident.action, customer.case
    if action is None or news_of(incident) != event.news:
        return Decision(Change(), "overtaken", "something newer was decided", case_id=case.case_id)
    if case.case_id != event.case_id and case.incident_id == incident.incident_id:
        return _not_told(event, customer, "told on the case that this one is part of", around)
    if not is_to_hear(customer.member, event.news):
        return Decision(Change(), "duplicate", "already_told", case_id=case.case_id)
    plan = plan_for(customer, around)
    reason = why_not(event.news, incident, customer, plan, around)
    if reason is None and plan.best is not None:
        reply = _reply(event, incident, case, around)
        routed = reply.model_copy(update={"target": toward(case.target, plan.best.way)})
        return _said(event, customer, routed, action, around)
    return _left(event, incident, customer, reason or plan.reason, around)


def _reply(event: CaseToTell, incident: Incident, case: Case, around: Circumstances) -> Reply:
    action = incident.action
    said: dict[str, object] = {"incident_id": incident.incident_id}
    if action is not None and event.news == "committed":
        said["by"] = action.due_at
    elif action is not None:
        said |= {"news": action.texts[case.labels.language], "link": action.link}
    situation = SITUATIONS[event.news]
    return plan_update(situation, event.event_id, case, around, **said)


def _said(
    event: CaseToTell, customer: Customer, reply: Reply, action: Action, around: Circumstances
) -> Decision:
    case = _owing(event.news, customer.case, reply, action, around)
    told = Told(customer.member, event.news, "reply")
    entry = _entry(event, case, around, f"told: {reply.situation}", action.record or "")
    change = change_of(Step(case=case, replies=(reply,)), entry)
    return _with_told(change, told, Decision(change, "member_told", event.news, case.rule))


def _owing(news: News, case: Case, reply: Reply, action: Action, around: Circumstances) -> Case:
    """What was promised before is kept by this very reply, once it is sent: see `keeping.py`."""
    if news == "announced":
        return _claimed(case, around)
    if news == "dropped":
        return case
    hours = around.policy.promises.chase_hours_before
    made = promise_of(reply, "answer", action.due_at, case, hours)
    owned = made.model_copy(update={"owner": action.owner})
    return case.model_copy(update={"promises": (*case.promises, owned)})


def _claimed(case: Case, around: Circumstances) -> Case:
    """Something has changed: who finds that it hasn't says so, and silence has a date."""
    owes_more = any(promise.what != "answer" for promise in case.open_promises)
    if not case.is_open or owes_more or case.is_investigated:
        return case
    until = around.now + timedelta(days=around.policy.promises.verify_days)
    claimed = {"state": "resolved_claimed", "verify_until": until, "asked": None}
    return case.model_copy(update=claimed)


def _left(
    event: CaseToTell, incident: Incident, customer: Customer, reason: str, around: Circumstances
) -> Decision:
    """Nobody hears only that we will act; that it is done, or won't be, is a task for a person."""
    case = customer.case
    if event.news == "committed":
        return _not_told(event, customer, reason, around)
    told = Told(customer.member, event.news, "task")
    brief = brief_about(
        incident, around, to=case.owner, of=f"{event.news}.{case.case_id}",
        event_id=event.event_id, why="somebody to be told what changed, by hand",
        page=_page(event.news, incident, case, reason, around), conversation=case.conversation,
    ).model_copy(update=_ON_THE_CASE | {"case_id": case.case_id})  # fmt: skip
    entry = _entry(event, case, around, f"a task: {SITUATIONS[event.news]}", reason)
    change = Change(entries=(entry,), briefs=(brief,))
    decision = Decision(change, "member_task", reason, case.rule, is_person_needed=True)
    return _with_told(change, told, decision)


def _not_told(
    event: CaseToTell, customer: Customer, reason: str, around: Circumstances
) -> Decision:
    case, told = customer.case, Told(customer.member, event.news, "nobody")
    entry = _entry(event, case, around, f"not told: {SITUATIONS[event.news]}", reason)
    change = Change(entries=(entry,))
    return _with_told(change, told, Decision(change, "member_not_told", reason, case.rule))


def _page(news: News, incident: Incident, case: Case, reason: str, around: Circumstances) -> str:
    action = incident.action
    texts = action.texts if action else {}
    words = "\n".join(f"[{language}] {text}" for language, text in sorted(texts.items()))
    link = action.link if action and action.link else ""
    return (
        f"No program may tell this customer ({reason.replace('_', ' ')}). They read "
        f"{case.labels.language}, on {case.platform}.\n\nWhat there is to tell ({news}):\n{words}\n"
        f"{link}\n\nWhat it is about:\n{facts(incident, around)}\n\nWhat you may do:\n"
        f"sixday case {case.case_id}   everything about it\n"
        f'sixday note {case.case_id} "…"   once they know, by whatever way'
    )


def _with_told(change: Change, told: Told, decision: Decision) -> Decision:
    return replace(decision, change=replace(change, told=(told,)), case_id=told.member.case_id)


def _entry(event: CaseToTell, case: Case, around: Circumstances, what: str, why: str) -> Entry:
    return Entry(
        brand=case.brand,
        case_id=case.case_id,
        entry_id=event.event_id,
        event_id=event.event_id,
        at=around.now,
        recorded_at=around.now,
        what=what,
        by=f"incident {event.incident_id}",
        why=why,
        detail={"incident": event.incident_id, "policy": around.policy.version},
    )
