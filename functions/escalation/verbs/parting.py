"""One case that is two: a post of it becomes a case of its own."""

from functions.escalation.facts import Circumstances
from functions.escalation.known import Known
from functions.escalation.milestones import begun
from functions.escalation.step import Blocked, Step
from functions.escalation.talk import MOST_CASES
from functions.escalation.verbs.telling import task
from functions.escalation.verbs.trail import trail_of
from shared.cases.change import MovedPost
from shared.cases.items import Case, CaseRef, Conversation, Target
from shared.cases.keys import case_id_for
from shared.messages import DecisionMade


def split(event: DecisionMade, case: Case, known: Known, around: Circumstances) -> Step | Blocked:
    """What comes to the post from now on goes to its own case."""
    post, target, object_id = known.post, known.post.target, event.object_id or ""
    if post.case_id != case.case_id or target is None:
        return Blocked("not_of_this_case: it has no post of this id")
    if sum(entry.what == "post created" for entry in known.entries) < 2:
        return Blocked("only_post: nothing would be left of this case")
    why = event.reason or event.text or ""
    apart = begun(_apart(event, case, target, around), around.policy)
    page = f"A post of {case.case_id} is a case of its own now. {why}"
    return Step(
        case=case,
        why=why,
        detail={"other": apart.case_id, "post": object_id},
        other_case=apart,
        conversation=_with(apart, known.conversation),
        moved=(MovedPost(case.brand, case.platform, object_id, case.case_id, apart.case_id),),
        entries=(trail_of(event, apart, around, "split off from another case"),),
        briefs=(task(event, apart, around, apart.owner, "a case of its own", page),),
    )


def _apart(event: DecisionMade, case: Case, target: Target, around: Circumstances) -> Case:
    """A new case: of the same person and owner, with a clock of its own and nothing promised."""
    return Case(
        brand=case.brand,
        case_id=case_id_for(case.brand, event.event_id),
        event_id=event.event_id,
        platform=target.platform,
        account_id=target.account_id,
        conversation=case.conversation,
        author=case.author,
        target=target,
        labels=case.labels,
        rule=case.rule,
        policy_version=around.policy.version,
        priority=case.priority,
        opened_at=around.now,
        clock_started_at=target.posted_at,
        heard_at=target.posted_at,
        owner=case.owner,
        wish=case.wish,
        opted_out_at=case.opted_out_at,
    )


def _with(apart: Case, talk: Conversation) -> Conversation:
    """Its newest case first; an answer in the thread of the post belongs to that."""
    ref = CaseRef(case_id=apart.case_id, topic=apart.labels.topic, thread_id=apart.target.thread_id)
    cases = (ref, *talk.cases)[:MOST_CASES]
    return talk.model_copy(update={"version": talk.version + 1, "cases": cases})
