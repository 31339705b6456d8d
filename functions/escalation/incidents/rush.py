"""More comes than usual: a person is told once, and reads what would have left by itself. Pure."""

from dataclasses import replace
from datetime import timedelta

from functions.escalation.decision import Decision
from functions.escalation.facts import Circumstances
from functions.escalation.people import acknowledge_by, assign
from functions.escalation.policy import ROUTE
from shared.cases.change import RESEND_SECONDS, Change, Rush
from shared.cases.items import Brief, Case
from shared.cases.keys import brief_id_for
from shared.messages import Labels, PostClassified

GRAVEST = 4  # whoever the policy sends danger to has the duty


def with_rush(decision: Decision, event: PostClassified, around: Circumstances) -> Decision:
    """The decision, with the duty told of a rush, and with every draft where a person sees it."""
    change = decision.change
    if change.case is None:
        return decision
    drafts = _drafts(change, change.case, event, around)
    told = _duty(change.case, event, around) if _is_news(around) else None
    if told is not None:
        rush = Rush(event.brand, around.now.date())
        change = replace(change, briefs=(*change.briefs, told), rush=rush)
    change = replace(change, briefs=(*change.briefs, *drafts))
    return replace(decision, change=change)


def _is_news(around: Circumstances) -> bool:
    volume = around.volume
    return (volume.is_abnormal or bool(volume.bursts)) and not volume.is_told


def _duty(case: Case, event: PostClassified, around: Circumstances) -> Brief:
    volume, policy = around.volume, around.policy
    about = Labels(
        language=case.labels.language, kind="complaint", topic=case.labels.topic, severity=GRAVEST
    )
    given = assign(ROUTE, about, policy, brand=event.brand, taken={}, now=around.now)
    usual = "nobody knows yet how many" if volume.usual is None else f"{volume.usual:.0f}"
    topics = ", ".join(sorted(volume.bursts)) or "no topic above the others"
    drafted = "They are drafted and wait for a person." if volume.is_abnormal else "They still go."
    page = (
        f"{volume.now:.0f} posts in the last {policy.burst.window_minutes:g} minutes; usually "
        f"{usual}. Complaints far above their usual number: {topics}.\n\n"
        f"What became of automatic answers: {drafted}\n\nWhat you may do:\n"
        f"sixday incidents --brand {event.brand}   what many complain of\n"
        f"sixday inbox --brand {event.brand}       what waits for a person\n"
        f"sixday mode draft                  nothing leaves by itself"
    )
    why = "more posts come than usual"
    return _brief(case, event, around, to=given.person, of=f"rush.{around.now.date()}", why=why,
                  page=page)  # fmt: skip


def _drafts(
    change: Change, case: Case, event: PostClassified, around: Circumstances
) -> tuple[Brief, ...]:
    """A draft that nobody was told of would wait for ever. In a rush it is only listed."""
    drafts = [reply for reply in change.replies if reply.state == "drafted"]
    if not drafts or any(brief.to == case.owner for brief in change.briefs):
        return ()
    why = f"a draft waits to be read: {drafts[0].why_drafted}"
    page = (
        f"The customer wrote:\n{event.post.text}\n\nWhat you may do:\n"
        f"sixday approve {case.case_id}   read the draft, and let it leave\n"
        f"sixday case {case.case_id}      everything about it"
    )
    brief = _brief(case, event, around, to=case.owner, of=f"{event.event_id}.draft", why=why,
                   page=page)  # fmt: skip
    if not around.volume.is_abnormal:
        return (brief,)
    return (brief.model_copy(update={"state": "sent", "answer_by": None, "due_at": None}),)


def _brief(
    case: Case, event: PostClassified, around: Circumstances, *, to: str, of: str, why: str,
    page: str,
) -> Brief:  # fmt: skip
    now = around.now
    return Brief(
        brand=case.brand,
        case_id=case.case_id,
        brief_id=brief_id_for(case.case_id, of, to),
        event_id=event.event_id,
        conversation=case.conversation,
        to=to,
        why=why,
        page=page,
        at=now,
        answer_by=acknowledge_by(case.labels.severity, now, around.policy),
        due_at=now + timedelta(seconds=RESEND_SECONDS),
    )
