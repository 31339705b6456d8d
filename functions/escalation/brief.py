"""One page for a person: what happened, what we read in it, what is promised, what they may do."""

from datetime import timedelta

from functions.escalation.facts import Circumstances, labels_of
from functions.escalation.people import acknowledge_by
from functions.escalation.policy import Rule
from shared.cases.change import RESEND_SECONDS
from shared.cases.items import Brief, Case
from shared.cases.keys import brief_id_for
from shared.messages import Labels, PostClassified

GRAVEST = 4


def brief_for(event: PostClassified, case: Case, rule: Rule, around: Circumstances) -> Brief:
    """The brief for the case's owner about this post."""
    return Brief(
        brand=case.brand,
        case_id=case.case_id,
        brief_id=brief_id_for(case.case_id, event.event_id, case.owner),
        event_id=event.event_id,
        conversation=case.conversation,
        to=case.owner,
        why=str(rule.then.brief),
        page=_page(event, case, rule, around),
        at=around.now,
        answer_by=acknowledge_by(_pressing(case, rule), around.now, around.policy),
        due_at=around.now + timedelta(seconds=RESEND_SECONDS),
    )


def _pressing(case: Case, rule: Rule) -> int:
    """What can't wait is acted on as fast as danger."""
    return GRAVEST if rule.then.urgent else case.labels.severity


def _page(event: PostClassified, case: Case, rule: Rule, around: Circumstances) -> str:
    told = around.policy.calendar.told
    parts = (
        f"For {_owner(case, around)}: {rule.then.brief}.",
        f"What happened ({event.post.platform}, {told(event.post.posted_at)}):\n{event.post.text}",
        f"What we read in it:\n{_reading(labels_of(event))}",
        f"What was said: {_said(case, rule)}",
        f"What is asked of you: {_asked(case)}",
        f"What is promised:\n{_promised(case, around)}",
        f"What you may do:\n{_options(case)}",
    )
    return "\n\n".join(parts)


def _owner(case: Case, around: Circumstances) -> str:
    person = around.policy.people.get(case.owner)
    return f"{person.name} ({person.role})" if person else case.owner  # who left the policy since


def _reading(labels: Labels) -> str:
    facts = [f"{labels.kind}, {labels.topic}, severity {labels.severity} of 4, {labels.tone}"]
    facts += [f"{_sum(amount.value)} {amount.currency or '?'}" for amount in labels.amounts]
    if labels.is_safety:
        facts.append("safety or a recall")
    if labels.waiting_days:
        facts.append(f"waiting for {labels.waiting_days:g} days")
    if labels.contact_count:
        facts.append(f"{labels.contact_count} earlier contacts")
    return "\n".join(f"- {fact}" for fact in facts)


def _sum(value: float) -> str:
    return f"{value:.2f}".removesuffix(".00")


def _said(case: Case, rule: Rule) -> str:
    if not rule.then.says or case.held_by is not None:
        return "nothing"
    return f"an automatic answer is on its way ({rule.then.say})"


def _asked(case: Case) -> str:
    if case.is_investigated:
        return "find out what is so, and decide; no denial can go out until you end it"
    if case.held_by is not None:
        return "answer it yourself: automation is silent"
    return "see that it is put right, or give it to who can"


def _promised(case: Case, around: Circumstances) -> str:
    told = around.policy.calendar.told
    open_ones = [p for p in case.promises if p.state == "open"]
    return "\n".join(f"- {p.what} by {told(p.due_at)}" for p in open_ones) or "- nothing"


def _options(case: Case) -> str:
    options = [
        f"sixday case {case.case_id}               everything about it",
        f"sixday decide {case.case_id} take        automation is silent until you give it back",
        f'sixday decide {case.case_id} reply "…"   answer in your words',
    ]
    if case.investigation is not None and case.investigation.is_open:
        options.append("(a refusal can't go out while the investigation is open)")
    return "\n".join(options)
