"""What a person decided is told to the customer: by a reply, a draft, or a task for people."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from functions.escalation.facts import Circumstances
from functions.escalation.people import acknowledge_by
from functions.escalation.plan import plan_update
from functions.escalation.step import Step
from functions.escalation.verbs.whom import is_themselves, voice_of
from shared.cases.change import RESEND_SECONDS
from shared.cases.items import Brief, Case, Reply, Target
from shared.cases.keys import brief_id_for
from shared.messages import DecisionMade


@dataclass(frozen=True, slots=True)
class Said:
    """A situation with what it tells, or a person's own words (`text`).

    `target`: where it goes, if not where an answer to the case's newest post does.
    """

    situation: str
    text: str | None = None
    news: str | None = None
    by: datetime | None = None
    amount: float | None = None
    currency: str | None = None
    target: Target | None = None


def tell(step: Step, event: DecisionMade, around: Circumstances, said: Said) -> Step:
    """The step, with the customer told; `told` in its detail says how, or why not."""
    case = step.case
    if case.wants_silence:
        return recorded(step, "nobody: the customer asked us not to write")
    if said.news and is_foreign(event, case):
        page = f"The customer reads {case.labels.language}. Say this in it, with care:\n{said.news}"
        return _by_hand(step, event, around, "news in another language than the customer's", page)
    if case.target.platform == "desk" and said.target is None:
        page = f"No program reaches this customer: call or write to them.\n{_matter(said)}"
        return _by_hand(step, event, around, f"to be told in person: {said.situation}", page)
    return _by_reply(step, event, around, said)


def recorded(step: Step, told: str) -> Step:
    """The step, with nobody told, and the reason."""
    return replace(step, detail={**step.detail, "told": told})


def task(
    event: DecisionMade, case: Case, around: Circumstances, to: str, why: str, page: str
) -> Brief:
    """One page for a person about something that is to be done on the case."""
    options = f"What you may do:\nsixday case {case.case_id}   everything about it"
    return Brief(
        brand=case.brand,
        case_id=case.case_id,
        brief_id=brief_id_for(case.case_id, f"{event.event_id} {why}", to),
        event_id=event.event_id,
        conversation=case.conversation,
        to=to,
        why=why,
        page=f"{page}\n\nDecided by {event.decided_by} ({event.verb}).\n\n{options}",
        at=around.now,
        answer_by=acknowledge_by(case.labels.severity, around.now, around.policy),
        due_at=around.now + timedelta(seconds=RESEND_SECONDS),
    )


def is_foreign(event: DecisionMade, case: Case) -> bool:
    """Whether a person wrote in another language than the customer reads: nobody translates."""
    return event.language is not None and event.language != case.labels.language


def reply_of(event: DecisionMade, case: Case, around: Circumstances, said: Said) -> Reply:
    """The reply: a draft where it is in the name of somebody else, who must read it first."""
    target = said.target or case.target
    voice = voice_of(target, around)
    is_own = is_themselves(event.decided_by, voice, around)
    return plan_update(
        said.situation,
        event.event_id,
        case,
        around,
        text=said.text,
        news=said.news,
        by=said.by,
        amount=said.amount,
        currency=said.currency,
        target=target,
        is_automatic=False,
        state="planned" if is_own else "drafted",
        why_drafted=None if is_own else "in_a_persons_name",
        approved_by=voice if is_own else None,
    )


def _by_reply(step: Step, event: DecisionMade, around: Circumstances, said: Said) -> Step:
    case = step.case
    reply = reply_of(event, case, around, said)
    told = {**step.detail, "told": reply.reply_id}
    step = replace(step, replies=(*step.replies, reply), detail=told)
    voice = voice_of(reply.target, around)
    if reply.state == "planned" or voice is None:
        return step
    page = f"This would leave in your name, from your own account:\n{_matter(said)}"
    brief = task(event, case, around, voice, "an answer in your name waits for you", page)
    return replace(step, briefs=(*step.briefs, brief))


def _by_hand(step: Step, event: DecisionMade, around: Circumstances, why: str, page: str) -> Step:
    brief = task(event, step.case, around, step.case.owner, why, page)
    return recorded(replace(step, briefs=(*step.briefs, brief)), f"task for {brief.to}")


def _matter(said: Said) -> str:
    by = f" By {said.by:%Y-%m-%d}." if said.by else ""
    return f"{said.text or said.news or said.situation.replace('_', ' ')}{by}"
