"""What escalation tells the engineer: a line an event, and how long people had to wait."""

from dataclasses import replace
from datetime import datetime

from functions.escalation.decide import Event
from functions.escalation.decision import Decision
from functions.escalation.policy import Policy
from shared.cases.change import Change
from shared.cases.items import Brief, Case, Incident
from shared.messages import IncidentDecided, PostClassified, ReplySettled
from shared.observability import Line, Metric, count

_BROKEN = frozenset({"promise lapsed", "deadline breached"})


def line_of(
    event: Event, case: Case | None, outcome: str, reason: str | None, rule: str | None = None
) -> Line:
    """What came of an event, with the case, the conversation and the rule that decided."""
    line = Line(outcome, reason, correlation_id=event.event_id, brand=event.brand, rule=rule)
    if case is not None:
        line = replace(
            line, case=case.case_id, conversation=case.conversation, platform=case.platform
        )
    if isinstance(event, PostClassified):
        line = replace(line, conversation=event.conversation, platform=event.post.platform)
    return line


def measure(event: Event, decision: Decision, policy: Policy, now: datetime) -> None:
    """Count who has to look, and the seconds until the first answer and until a decider knew."""
    for brief in decision.change.briefs:
        count(Metric.LEFT_TO_PERSON)
        if isinstance(event, PostClassified):
            _count_decider(event, brief, policy, now)
    if isinstance(event, ReplySettled):
        _count_first_answer(event, decision.change.case)
    count_broken(decision)


def count_broken(decision: Decision) -> None:
    """Count the dates that passed: of promises, of our own deadlines, of actions."""
    broken = sum(entry.what in _BROKEN for entry in decision.change.entries)
    broken += decision.outcome == "action_overdue"
    if broken:
        count(Metric.PROMISES_BROKEN, broken)


def count_time_to_action(event: IncidentDecided, before: Incident, change: Change) -> None:
    """From the first complaint of the cause to what was done about it, told in public."""
    action = change.incident.action if change.incident else None
    if event.verb == "announce" and action is not None and action.announced_at is not None:
        seconds = (action.announced_at - before.opened_at).total_seconds()
        count(Metric.TIME_TO_ACTION_SECONDS, max(seconds, 0), seconds=True)


def _count_decider(event: PostClassified, brief: Brief, policy: Policy, now: datetime) -> None:
    person = policy.people.get(brief.to)
    if person is not None and person.may_decide:
        waited = (now - event.post.posted_at).total_seconds()
        count(Metric.DECIDER_SECONDS, max(waited, 0), seconds=True)


def _count_first_answer(event: ReplySettled, case: Case | None) -> None:
    is_first = case is not None and case.first_answer_at == event.settled_at
    if is_first and event.posted_at is not None:
        waited = (event.settled_at - event.posted_at).total_seconds()
        count(Metric.FIRST_ANSWER_SECONDS, max(waited, 0), seconds=True)
