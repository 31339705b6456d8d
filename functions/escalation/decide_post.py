"""A customer wrote, or somebody of the brand did: what follows. Pure."""

from dataclasses import replace

from functions.escalation.brief import brief_for
from functions.escalation.case_of import case_of
from functions.escalation.decision import Decision
from functions.escalation.echo import is_colleagues_answer, seen_there
from functions.escalation.facts import Circumstances, facts_of, labels_of
from functions.escalation.incidents.joining import with_incident
from functions.escalation.incidents.rush import with_rush
from functions.escalation.known import Known
from functions.escalation.milestones import told
from functions.escalation.people import Assignment
from functions.escalation.plan import plan_reply, promises_of
from functions.escalation.policy import Rule
from functions.escalation.step import Step, change_of
from functions.escalation.talk import moved_on
from functions.escalation.withdrawing import gone_with_its_post, state_without, withdrawn
from shared.cases.change import Change, SeenPost
from shared.cases.items import Case, Entry, Reply
from shared.messages import PostClassified


def decide_post(event: PostClassified, known: Known, around: Circumstances) -> Decision:
    """What a post leads to; the replies of the case must be known."""
    facts = facts_of(event, known, around)
    rule = around.policy.rule_for(facts)
    is_own = event.post.is_echo and not facts["is_colleagues_answer"]
    is_mute = event.post.echo_of is not None
    if rule.then.person is None and (is_own or is_mute or not facts["has_open_case"]):
        return with_incident(_note_only(event, known, rule), event, known, around)
    case, given = case_of(event, known, rule, around)
    step = _step(event, known, rule, around, case)
    change = replace(
        change_of(step, _entry(event, step, rule, given, around)),
        seen=_seen(event, known, step.case, rule),
        reference=_reference(event, step.case),
        attention=(given.attention,) if given and given.attention else (),
    )
    decision = with_incident(_told(step, change, rule), event, known, around)
    return with_rush(decision, event, around)


def _note_only(event: PostClassified, known: Known, rule: Rule) -> Decision:
    """Nothing for a case, or none that is open: the post itself keeps what came of it."""
    is_counted = event.post.echo_of is None or known.echoed is not None
    change = Change(seen=_seen(event, known, None, rule)) if is_counted else Change()
    shown = seen_there(event.post, known)
    return Decision(change, "unanswered", rule.then.because, rule.name, seen_there=shown)


def _step(
    event: PostClassified, known: Known, rule: Rule, around: Circumstances, case: Case
) -> Step:
    is_silent = case.held_by is not None or known.conversation.threat_case_id is not None
    says = rule.then.says and not is_silent
    reply = plan_reply(event, known, case, rule, around) if says else None
    case = (
        _answered(case, reply, rule, around) if reply else _left(event, known, case, rule, around)
    )
    brief = brief_for(event, case, rule, around) if rule.then.brief else None
    return Step(
        case=case,
        replies=(reply,) if reply else (),
        superseded=withdrawn(event, known, rule),
        briefs=(brief,) if brief else (),
        conversation=moved_on(event, known, case, rule, around, is_answered=reply is not None),
    )


def _answered(case: Case, reply: Reply, rule: Rule, around: Circumstances) -> Case:
    """With what the answer promises; a case that ends with it stays ended."""
    state = "answering" if case.is_open else case.state
    made = promises_of(reply, case, rule, around)
    return case.model_copy(update={"state": state, "promises": case.promises + made})


def _left(
    event: PostClassified, known: Known, case: Case, rule: Rule, around: Circumstances
) -> Case:
    """Without a word from us; but a colleague's, on the platform itself, is as good as ours."""
    if not is_colleagues_answer(event.post, known):
        why = case.unanswered if case.first_answer_at else rule.then.because or rule.name
        state = state_without(withdrawn(event, known, rule), case, known)
        left = case.model_copy(update={"unanswered": why, "state": state})
        return gone_with_its_post(left, case, event.post)
    spoken = told(case, event.post.posted_at, around.policy)
    return spoken.model_copy(update={"state": "waiting_on_us"})


def _seen(event: PostClassified, known: Known, case: Case | None, rule: Rule) -> SeenPost:
    is_older = rule.name == "overtaken-by-its-edit" or known.post.is_deleted
    text = None if is_older else event.post.text
    case_id = case.case_id if case else None
    before = len(known.post.seen)
    told = (text, event.event_id, rule.name, before, event.conversation, labels_of(event).reference)
    return SeenPost(event.brand, event.post, case_id, *told)


def _reference(event: PostClassified, case: Case) -> tuple[str, str] | None:
    named = labels_of(event).reference
    return (named, case.case_id) if named else None


def _told(step: Step, change: Change, rule: Rule) -> Decision:
    outcome = "unanswered"
    if step.briefs:
        outcome = "left_to_person"
    if step.replies:
        outcome = "answer_drafted" if step.replies[0].state == "drafted" else "answer_planned"
    reason = rule.then.because or rule.then.brief
    case_id = step.case.case_id
    return Decision(change, outcome, reason, rule.name, case_id, bool(step.briefs))


def _entry(
    event: PostClassified,
    step: Step,
    rule: Rule,
    given: Assignment | None,
    around: Circumstances,
) -> Entry:
    case = step.case
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
        detail=_read_in(event)
        | {
            "say": rule.then.say if rule.then.says else "",
            "owner": case.owner,
            "owner_because": given.why if given else "",
            "policy": around.policy.version,
        }
        | _withdrawn(step),
    )


def _read_in(event: PostClassified) -> dict[str, str]:
    """What classification read, and which one it was."""
    labels = labels_of(event)
    return {
        "kind": labels.kind,
        "topic": labels.topic,
        "severity": str(labels.severity),
        "tone": labels.tone,
        "classifier": event.classifier,
    }


def _withdrawn(step: Step) -> dict[str, str]:
    gone = ", ".join(reply.situation for reply in step.superseded)
    return {"withdrawn": gone} if gone else {}
