"""The case after a post: opened by it, grown by it, reopened, or verified. Pure."""

from datetime import datetime, timedelta

from functions.escalation.facts import Circumstances, facts_of, labels_of
from functions.escalation.grown import grown
from functions.escalation.inquiry import opened
from functions.escalation.known import Known
from functions.escalation.milestones import begun, begun_again, heard, verified
from functions.escalation.people import Assignment, assign
from functions.escalation.policy import OWNER, ROUTE, Rule
from functions.escalation.prioritise import MOST, prioritise
from functions.escalation.talk import opted_out_at, wish_of
from functions.escalation.way import target_of
from shared.cases.items import Case, Target
from shared.cases.keys import case_id_for
from shared.messages import Labels, Post, PostClassified

HIGHER = 10  # who had to come back a second time goes before who didn't


def case_of(
    event: PostClassified, known: Known, rule: Rule, around: Circumstances
) -> tuple[Case, Assignment | None]:
    """The case that the post belongs to, as it stands because of the post and its rule.

    With who was given it, where that was decided anew.
    """
    before = known.case
    given = _given(event, known, rule, around)
    if before is None or not (before.is_open or rule.then.reopen or rule.then.end):
        opened = _handed_over(_opened(event, rule, around), rule, given, around)
        return begun(opened, around.policy), given
    after = heard(_with(before, event, rule), before, around.now, around.policy)
    case = _handed_over(_ended(event, after, rule, around), rule, given, around)
    return case, given if case.owner != before.owner else None


def takes_a_place(event: PostClassified, known: Known, around: Circumstances) -> bool:
    """Whether the rule gives the case to somebody whose places in a day are counted."""
    rule = around.policy.rule_for(facts_of(event, known, around))
    given = _given(event, known, rule, around)
    return given is not None and given.attention is not None


def _given(
    event: PostClassified, known: Known, rule: Rule, around: Circumstances
) -> Assignment | None:
    wanted, case = rule.then.person, known.case
    has_left = case is not None and case.owner not in around.policy.people
    if wanted is None or (wanted == OWNER and not has_left):
        return None
    return assign(
        ROUTE if wanted == OWNER else wanted,
        labels_of(event),
        around.policy,
        brand=event.brand,
        taken=dict(known.attention),
        now=around.now,
        is_urgent=rule.then.urgent,
    )


def _opened(event: PostClassified, rule: Rule, around: Circumstances) -> Case:
    labels, post = labels_of(event), event.post
    return Case(
        brand=event.brand,
        case_id=case_id_for(event.brand, event.event_id),
        event_id=event.event_id,
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
        clock_started_at=_began(post, labels),
        posted_at=post.posted_at,
        heard_at=post.posted_at,
        wish=wish_of(event, rule, None),
        opted_out_at=opted_out_at(event, rule, None),
        owner=next(iter(around.policy.people)),
    )


def _with(case: Case, event: PostClassified, rule: Rule) -> Case:
    """The case with what this post adds: it may become graver, never milder."""
    post, labels = event.post, grown(case.labels, labels_of(event))
    update: dict[str, object] = {
        "labels": labels,
        "priority": max(case.priority, prioritise(labels)),
        "clock_started_at": min(case.clock_started_at, _began(post, labels_of(event))),
        "wish": wish_of(event, rule, case.wish),
        "opted_out_at": opted_out_at(event, rule, case.opted_out_at),
    }
    # What is deleted, overtaken or our own asks for no answer: one still goes where it went before.
    if rule.then.person is not None and not post.is_echo:
        update |= {"target": _answered_at(case, post), "heard_at": _later(case, post)}
        if event.conversation not in {case.conversation, *case.conversations}:
            update["conversations"] = (*case.conversations, event.conversation)
        if case.state == "waiting_on_customer":
            update |= {"state": "waiting_on_us", "asked": None}
    return case.model_copy(update=update)


def _began(post: Post, labels: Labels) -> datetime:
    """When their waiting began: as they say, else when they wrote."""
    return post.posted_at - timedelta(days=labels.waiting_days or 0)


def _answered_at(case: Case, post: Post) -> Target:
    """Where they wrote last; of what somebody took down for them no program can answer there."""
    is_taken_down = post.platform == "desk" and case.platform != "desk"
    return case.target if is_taken_down else target_of(post)


def _later(case: Case, post: Post) -> datetime:
    """What comes late was still said before."""
    return max(case.heard_at or post.posted_at, post.posted_at)


def _ended(event: PostClassified, case: Case, rule: Rule, around: Circumstances) -> Case:
    """Reopened higher and with its owner, or closed because the customer says that it is fixed."""
    if rule.then.reopen:
        update: dict[str, object] = {
            "state": "open",
            "asked": None,
            "reopened": case.reopened + 1,
            "priority": min(case.priority + HIGHER, MOST),
            "closed_at": None,
            "claimed_at": None,
            "verify_until": None,
            "is_verified": False,
        }
        return begun_again(case.model_copy(update=update), around.now, around.policy)
    if rule.then.end == "verified":
        return verified(case, around.now)
    if case.state == "resolved_claimed" and _is_word(event, rule):
        anew = {"state": "waiting_on_us", "claimed_at": None, "verify_until": None}
        return begun_again(case.model_copy(update=anew), around.now, around.policy)
    return case


def _is_word(event: PostClassified, rule: Rule) -> bool:
    """Whether they wrote something to us: then their silence closes nothing any more."""
    is_theirs = rule.then.person is not None and not event.post.is_echo
    return is_theirs and rule.then.wish is None


def _handed_over(case: Case, rule: Rule, given: Assignment | None, around: Circumstances) -> Case:
    then, owner = rule.then, given.person if given else case.owner
    update: dict[str, object] = {"owner": owner}
    if then.hold:
        update["held_by"] = owner
    if then.investigate and not case.is_investigated:
        update["investigation"] = opened(then.investigate, owner, around)
    return case.model_copy(update=update)
