"""A customer wrote: what follows. Pure."""

from datetime import timedelta

from functions.escalation.brief import brief_for
from functions.escalation.decision import Decision
from functions.escalation.facts import Circumstances, facts_of, labels_of
from functions.escalation.plan import plan_reply, promises_of, target_of
from functions.escalation.policy import NOTHING, OWNER, Rule
from functions.escalation.prioritise import prioritise
from shared.cases.change import Change, SeenPost
from shared.cases.items import Case, Conversation, Entry, Investigation, Reply
from shared.cases.keys import case_id_for
from shared.cases.table import Known
from shared.messages import Labels, PostClassified


def decide_post(event: PostClassified, known: Known, around: Circumstances) -> Decision:
    """What a post leads to; the case's replies must be known where a post was deleted."""
    facts = facts_of(event, known, around)
    rule = around.policy.rule_for(facts)
    if rule.then.person is None and known.case is None:
        return _note_only(event, rule)
    is_open = bool(facts["has_open_case"])
    case = _grown(known, event, rule, around) if is_open else _opened(event, rule, around)
    return _decided(event, known, around, rule, case, _withdrawable(event, known))


def _note_only(event: PostClassified, rule: Rule) -> Decision:
    """No case: the post itself keeps what came of it."""
    seen = SeenPost(event.brand, event.post, None, event.post.text, event.event_id, rule.name)
    return Decision(Change(seen=seen), "unanswered", rule.then.because, rule.name)


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
    grown = case.model_copy(
        update={
            "version": case.version + 1,
            "labels": labels,
            "target": target_of(event.post),
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
        conversation=_moved_on(event, known, case, is_answered=reply is not None),
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
    gone = {reply.reply_id for reply in withdrawn}
    promises = tuple(
        p.model_copy(update={"state": "taken_back"}) if p.reply_id in gone else p
        for p in case.promises
    )
    if reply is not None:
        promises += promises_of(reply, case, rule)
    dates = [p.due_at for p in promises if p.state == "open"]
    return case.model_copy(update={"promises": promises, "due_at": min(dates, default=None)})


def _withdrawable(event: PostClassified, known: Known) -> tuple[Reply, ...]:
    """Replies to a post that its author deleted, unless they are on their way already."""
    if event.post.verb != "deleted":
        return ()
    answers = (r for r in known.replies if r.target.object_id == event.post.object_id)
    return tuple(reply for reply in answers if reply.state == "planned")


def _seen(event: PostClassified, known: Known, case: Case, rule: Rule) -> SeenPost:
    is_older = rule.name == "overtaken-by-its-edit" or known.post.is_deleted
    text = None if is_older else event.post.text
    return SeenPost(event.brand, event.post, case.case_id, text, event.event_id, rule.name)


def _moved_on(
    event: PostClassified, known: Known, case: Case, *, is_answered: bool
) -> Conversation:
    before = known.conversation
    times = [t for t in (before.last_post_at, event.post.posted_at) if t is not None]
    return before.model_copy(
        update={
            "version": before.version + 1,
            "open_case_id": case.case_id,
            "language": case.labels.language,
            "automatic_replies": before.automatic_replies + is_answered,
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
