"""Plans a reply, with every promise that it makes. Pure."""

from datetime import datetime, timedelta

from functions.escalation.facts import Circumstances
from functions.escalation.policy import Rule
from shared.cases.change import RESEND_SECONDS
from shared.cases.items import Case, Promise, Reply, Target
from shared.cases.keys import promise_id_for, reply_id_for
from shared.messages import DecisionMade, Post, PostClassified

IN_OWN_WORDS = "written_by_person"
PERSONS_DAYS = 7  # a person's words keep longer than a program's


def plan_reply(event: PostClassified, case: Case, rule: Rule, around: Circumstances) -> Reply:
    """What is to be said to this post, by this rule; its id is told by the case and the event."""
    hours = rule.then.promises
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
        by=_after(around.now, hours.get("answer", hours.get("care"))),
        cause_by=_after(around.now, hours.get("cause")),
        time_zone=around.channel.time_zone,
        person=around.policy.people[case.owner].name,
        target=target_of(event.post),
        planned_at=around.now,
        not_after=event.post.posted_at + timedelta(hours=around.policy.limits.max_age_hours),
        due_at=around.now + timedelta(seconds=RESEND_SECONDS),
    )


def plan_in_own_words(event: DecisionMade, case: Case, around: Circumstances) -> Reply:
    """A person's own words, to where an answer to the case's newest post goes."""
    situation = event.situation or IN_OWN_WORDS
    return Reply(
        brand=case.brand,
        case_id=case.case_id,
        reply_id=reply_id_for(case.case_id, event.event_id, situation),
        event_id=event.event_id,
        conversation=case.conversation,
        situation=situation,
        language=case.labels.language,
        labels=case.labels,
        time_zone=around.channel.time_zone,
        text=event.text,
        target=case.target,
        planned_at=around.now,
        not_after=around.now + timedelta(days=PERSONS_DAYS),
        due_at=around.now + timedelta(seconds=RESEND_SECONDS),
    )


def promises_of(reply: Reply, case: Case, rule: Rule) -> tuple[Promise, ...]:
    """Every promise that the reply makes, with its date and who keeps it."""
    return tuple(
        Promise(
            promise_id=promise_id_for(reply.reply_id, what),
            what=what,
            due_at=reply.planned_at + timedelta(hours=hours),
            owner=case.owner,
            reply_id=reply.reply_id,
        )
        for what, hours in rule.then.promises.items()
    )


def taken_back(promises: tuple[Promise, ...], withdrawn: tuple[Reply, ...]) -> tuple[Promise, ...]:
    """The promises, without those of replies that are never sent: nobody was told them."""
    gone = {reply.reply_id for reply in withdrawn}
    return tuple(
        p.model_copy(update={"state": "taken_back"}) if p.reply_id in gone else p for p in promises
    )


def next_date(promises: tuple[Promise, ...]) -> datetime | None:
    """When the first of the open promises falls due."""
    return min((p.due_at for p in promises if p.state == "open"), default=None)


def target_of(post: Post) -> Target:
    """Where an answer to the post goes."""
    author = post.author
    # X gives an edited post a new id, and takes answers only under that.
    is_renamed = post.platform == "x" and post.verb == "edited"
    return Target(
        platform=post.platform,
        account_id=post.account_id,
        surface=post.surface,
        object_id=post.revision if is_renamed else post.object_id,
        thread_id=post.thread_id,
        author_id=author.author_id if author else None,
        author_handle=author.handle if author else None,
        is_private=post.is_private,
        is_summoned=post.is_summoned,
        posted_at=post.posted_at,
    )


def _after(now: datetime, hours: float | None) -> datetime | None:
    return None if hours is None else now + timedelta(hours=hours)
