"""A customer wrote: what follows. Pure."""

from datetime import timedelta

from functions.escalation.brief import brief_for
from functions.escalation.decision import Decision
from functions.escalation.facts import Circumstances, answered_lately, facts_of, labels_of
from functions.escalation.known import Known
from functions.escalation.plan import (
    next_date,
    plan_reply,
    promises_of,
    taken_back,
    target_of,
)
from functions.escalation.policy import NOTHING, OWNER, Rule
from functions.escalation.prioritise import prioritise
from shared.cases.change import Change, SeenPost
from shared.cases.items import Case, Conversation, Entry, Investigation, Reply
from shared.cases.keys import case_id_for
from shared.messages import Labels, PostClassified


def decide_post(event: PostClassified, known: Known, around: Circumstances) -> Decision:
    """What a post leads to; the replies of the case must be known."""
    facts = facts_of(event, known, around)
    rule = around.policy.rule_for(facts)
    is_open = bool(facts["has_open_case"])
    if rule.then.person is None and not is_open:
        return _note_only(event, known, rule)
    case = _grown(known, event, rule, around) if is_open else _opened(event, rule, around)
    return _decided(event, known, around, rule, case, _withdrawable(event, known, rule))


def _note_only(event: PostClassified, known: Known, rule: Rule) -> Decision:
    """No case, or a closed one that needn't be opened: the post itself keeps what came of it."""
    change = Change(seen=_seen(event, known, None, rule))
    return Decision(change, "unanswered", rule.then.because, rule.name)


def _opened(event: PostClassified, rule: Rule, around: Circumstances) -> Case:
    labels, post = labels_of(event), event.post
    owner = rule.then.person or next(iter(around.policy.people))
    case = Case(
        brand=event.brand,
        case_id=case_id_for(event.brand, event.event_id),
        event_id=event.event_id,
        version=1,
        platform=post.platform,
        account_id=post.account_id,
        conversation=event.conversation,
        author=post.author,
        target=target_of(post),
        labels=labels,
        rule=rule.name,
        policy_version=around.policy.version,
        priority=prioritise(labels),
        opened_at=around.now,
        clock_started_at=post.posted_at - timedelta(days=labels.waiting_days or 0),
        owner=owner,
    )
    return _handed_over(case, rule, around)


def _grown(known: Known, event: PostClassified, rule: Rule, around: Circumstances) -> Case:
    """The open case, with what this post adds: a case may become graver, never milder."""
    case = known.case
    if case is None:
        raise ValueError("an open case was said to be known, and isn't")
    labels = _graver(case.labels, labels_of(event))
    # What is deleted, overtaken or our own asks for no answer: one still goes where it went before.
    target = case.target if rule.then.person is None else target_of(event.post)
    grown = case.model_copy(
        update={
            "version": case.version + 1,
            "labels": labels,
            "target": target,
            "priority": max(case.priority, prioritise(labels)),
        }
    )
    return _handed_over(grown, rule, around)


def _graver(before: Labels, now: Labels) -> Labels:
    return now if now.severity > before.severity else before


def _handed_over(case: Case, rule: Rule, around: Circumstances) -> Case:
    then = rule.then
    owner = then.person if then.person not in {None, OWNER} else case.owner
    update: dict[str, object] = {"owner": owner}
    if then.hold:
        update["held_by"] = owner
    if then.investigate:
        update["investigation"] = Investigation(
            opened_at=around.now, why=then.investigate, investigator=str(owner)
        )
    if then.says and case.held_by is None:
        update["state"] = "answering"
    return case.model_copy(update=update)


def _decided(
    event: PostClassified,
    known: Known,
    around: Circumstances,
    rule: Rule,
    case: Case,
    withdrawn: tuple[Reply, ...],
) -> Decision:
    says = rule.then.says and case.held_by is None
    reply = plan_reply(event, case, rule, around) if says else None
    case = _with_promises(case, reply, rule, withdrawn)
    brief = brief_for(event, case, rule, around) if rule.then.brief else None
    change = Change(
        seen=_seen(event, known, case, rule),
        conversation=_moved_on(event, known, case, around, is_answered=reply is not None),
        case=case,
        entries=(_entry(event, case, rule, around),),
        replies=(reply,) if reply else (),
        superseded=withdrawn,
        briefs=(brief,) if brief else (),
    )
    outcome = "answer_planned" if reply else "left_to_person" if brief else "unanswered"
    reason = rule.then.because or rule.then.brief
    return Decision(change, outcome, reason, rule.name, case.case_id, brief is not None)


def _with_promises(
    case: Case, reply: Reply | None, rule: Rule, withdrawn: tuple[Reply, ...]
) -> Case:
    promises = taken_back(case.promises, withdrawn)
    if reply is not None:
        promises += promises_of(reply, case, rule)
    return case.model_copy(update={"promises": promises, "due_at": next_date(promises)})


def _withdrawable(event: PostClassified, known: Known, rule: Rule) -> tuple[Reply, ...]:
    """Replies that a hold silences or whose post was deleted, unless they are on their way."""
    planned = tuple(reply for reply in known.replies if reply.state == "planned")
    if rule.then.hold:
        return planned
    if event.post.verb != "deleted":
        return ()
    return tuple(r for r in planned if r.target.object_id == event.post.object_id)


def _seen(event: PostClassified, known: Known, case: Case | None, rule: Rule) -> SeenPost:
    is_older = rule.name == "overtaken-by-its-edit" or known.post.is_deleted
    text = None if is_older else event.post.text
    case_id = case.case_id if case else None
    before = len(known.post.seen)
    return SeenPost(event.brand, event.post, case_id, text, event.event_id, rule.name, before)


def _moved_on(
    event: PostClassified, known: Known, case: Case, around: Circumstances, *, is_answered: bool
) -> Conversation:
    before = known.conversation
    answered = answered_lately(event.post, known, around.policy.limits)
    times = [t for t in (before.last_post_at, event.post.posted_at) if t is not None]
    return before.model_copy(
        update={
            "version": before.version + 1,
            "open_case_id": case.case_id,
            "language": case.labels.language,
            "automatic_replies": answered + is_answered,
            "last_post_at": max(times),
        }
    )


def _entry(event: PostClassified, case: Case, rule: Rule, around: Circumstances) -> Entry:
    labels, said = labels_of(event), rule.then.say
    return Entry(
        brand=case.brand,
        case_id=case.case_id,
        entry_id=event.event_id,
        event_id=event.event_id,
        at=event.post.posted_at,
        recorded_at=around.now,
        what=f"post {event.post.verb}",
        by=f"rule {rule.name}",
        why=rule.then.because or rule.then.brief or "",
        detail={
            "say": said if said != NOTHING else "",
            "kind": labels.kind,
            "topic": labels.topic,
            "severity": str(labels.severity),
            "tone": labels.tone,
            "owner": case.owner,
            "policy": around.policy.version,
            "classifier": event.classifier,
        },
    )
