"""Plans a reply, with every promise that it makes. Pure."""

from datetime import datetime, timedelta

from functions.escalation.approval import why_a_person_reads_it
from functions.escalation.facts import Circumstances
from functions.escalation.incidents.volume import is_abnormal
from functions.escalation.known import Known
from functions.escalation.policy import Rule, Span
from functions.escalation.way import target_of, way_to
from functions.escalation.working_time import after
from shared.cases.change import RESEND_SECONDS
from shared.cases.items import Case, Promise, Promised, Reply, Target
from shared.cases.keys import promise_id_for, reply_id_for
from shared.messages import PostClassified

IN_OWN_WORDS = "written_by_person"
PERSONS_DAYS = 7  # a person's words keep longer than a program's


def plan_reply(
    event: PostClassified, known: Known, case: Case, rule: Rule, around: Circumstances
) -> Reply:
    """What is to be said to this post, by this rule; its id is told by the case and the event."""
    spans = rule.then.promises
    why_drafted = why_a_person_reads_it(rule, case.labels, around.policy) or in_a_rush(around)
    return Reply(
        brand=case.brand,
        case_id=case.case_id,
        reply_id=reply_id_for(case.case_id, event.event_id, rule.then.say),
        event_id=event.event_id,
        conversation=case.conversation,
        situation=rule.then.say,
        language=case.labels.language,
        formality=around.channel.formality,
        labels=case.labels,
        by=_promised_by(spans.get("answer", spans.get("care")), around),
        cause_by=_promised_by(spans.get("cause"), around),
        time_zone=around.channel.time_zone,
        person=name_of(case.owner, around),
        target=_where(event, known, around),
        planned_at=around.now,
        not_after=event.post.posted_at + timedelta(hours=around.policy.limits.max_age_hours),
        due_at=around.now + timedelta(seconds=RESEND_SECONDS),
        known_within_minutes=around.policy.limits.unknown_minutes,
        priority=case.priority,
        state="drafted" if why_drafted else "planned",
        why_drafted=why_drafted,
        is_first=known.is_new,
    )


def _where(event: PostClassified, known: Known, around: Circumstances) -> Target:
    """By the best way that is open; where none is, under the post, and dispatch tells why not."""
    open_way = way_to(event.post, known.conversation, around.channel, around.now)
    return open_way or target_of(event.post)


def in_a_rush(around: Circumstances) -> str | None:
    """Where far more comes than usual nothing leaves by itself."""
    return "more posts come than usual" if is_abnormal(around.volume) else None


def plan_update(
    situation: str,
    event_id: str,
    case: Case,
    around: Circumstances,
    **said: object,
) -> Reply:
    """What is told on a case without a new post of the customer's.

    `said`: the reply's own fields, such as `news`, `by`, `link`, `amount`, `text`.
    """
    return Reply(
        brand=case.brand,
        case_id=case.case_id,
        reply_id=reply_id_for(case.case_id, event_id, situation),
        event_id=event_id,
        conversation=case.conversation,
        situation=situation,
        language=case.labels.language,
        formality=around.channel.formality,
        labels=case.labels,
        time_zone=around.channel.time_zone,
        person=name_of(case.owner, around),
        target=case.target,
        planned_at=around.now,
        not_after=around.now + timedelta(days=PERSONS_DAYS),
        due_at=around.now + timedelta(seconds=RESEND_SECONDS),
        known_within_minutes=around.policy.limits.unknown_minutes,
        priority=case.priority,
    ).model_copy(update=said)


def name_of(person: str, around: Circumstances) -> str | None:
    """A person's name; None for one who left the policy since."""
    known = around.policy.people.get(person)
    return known.name if known else None


def promises_of(reply: Reply, case: Case, rule: Rule, around: Circumstances) -> tuple[Promise, ...]:
    """Every promise that the reply makes, with its date and who keeps it."""
    return tuple(
        _promise(reply, what, span, case, around) for what, span in rule.then.promises.items()
    )


def _promise(
    reply: Reply, what: Promised, span: Span, case: Case, around: Circumstances
) -> Promise:
    """Its owner is reminded by the same clock as it counts by: at work, where that is meant."""
    hours = around.policy.promises.chase_hours_before
    due_at = after(around.now, span, around.policy.calendar)
    made = promise_of(reply, what, due_at, case, hours)
    if not span.is_working:
        return made
    early = max(span.seconds - hours * 3600, span.seconds / 2)
    chase_at = after(around.now, span.model_copy(update={"seconds": early}), around.policy.calendar)
    return made.model_copy(update={"chase_at": chase_at})


def promise_of(
    reply: Reply, what: Promised, due_at: datetime, case: Case, chase_hours: float
) -> Promise:
    """One promise; its owner is reminded some hours before it falls due, or halfway there."""
    half_way = reply.planned_at + (due_at - reply.planned_at) / 2
    return Promise(
        promise_id=promise_id_for(reply.reply_id, what),
        what=what,
        due_at=due_at,
        owner=case.owner,
        reply_id=reply.reply_id,
        chase_at=max(due_at - timedelta(hours=chase_hours), half_way),
    )


def taken_back(promises: tuple[Promise, ...], withdrawn: tuple[Reply, ...]) -> tuple[Promise, ...]:
    """The promises, without those of replies that are never sent: nobody was told them.

    Nor was anybody told that an older one is moved: its date holds.
    """
    gone = {reply.reply_id for reply in withdrawn}
    return tuple(_without(promise, gone) for promise in promises)


def _without(promise: Promise, gone: set[str]) -> Promise:
    if promise.reply_id in gone:
        return promise.model_copy(update={"state": "taken_back"})
    if promise.moved_by not in gone:
        return promise
    state = "open" if promise.state == "moved" else promise.state
    return promise.model_copy(update={"state": state, "moved_by": None})


def _promised_by(span: Span | None, around: Circumstances) -> datetime | None:
    return None if span is None else after(around.now, span, around.policy.calendar)
