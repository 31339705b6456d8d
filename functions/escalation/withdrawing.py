"""Which replies a post makes obsolete, and where that leaves the case. Pure."""

from functions.escalation.dates import next_date
from functions.escalation.echo import is_colleagues_answer
from functions.escalation.known import Known
from functions.escalation.milestones import ended
from functions.escalation.policy import Rule
from functions.escalation.step import automatic, unsent
from functions.escalation.verbs.denying import is_denial
from shared.cases.items import Case, CaseState, Reply
from shared.messages import Post, PostClassified

_COMING = frozenset({"drafted", "planned", "sending"})


def withdrawn(event: PostClassified, known: Known, rule: Rule) -> tuple[Reply, ...]:
    """Replies that a hold or a colleague silences, whose post was deleted, or that are overtaken.

    A draft answers what the customer had written until then: they wrote again. Where an
    investigation opens, or is open, no denial leaves, whoever wrote it.
    """
    if rule.then.hold:
        return unsent(known)
    gone = _overtaken(event, known, rule)
    return (*gone, *(reply for reply in _denials(known, rule) if reply not in gone))


def _denials(known: Known, rule: Rule) -> tuple[Reply, ...]:
    is_open = known.case is not None and known.case.is_investigated
    if not (rule.then.investigate or is_open):
        return ()
    return tuple(reply for reply in unsent(known) if is_denial(reply))


def _overtaken(event: PostClassified, known: Known, rule: Rule) -> tuple[Reply, ...]:
    if event.post.verb == "deleted":
        return tuple(r for r in unsent(known) if r.target.object_id == event.post.object_id)
    if is_colleagues_answer(event.post, known) or rule.then.wish == "opt_out":
        return automatic(known)
    if event.post.is_echo:
        return ()
    return tuple(reply for reply in automatic(known) if reply.state == "drafted")


def state_without(gone: tuple[Reply, ...], case: Case, known: Known) -> CaseState:
    """Where the only answer is withdrawn nobody is answering any more."""
    rest = (r for r in known.replies if r.state in _COMING and r not in gone)
    is_over = case.state == "answering" and gone and not any(rest)
    return "waiting_on_us" if is_over else case.state


def gone_with_its_post(case: Case, before: Case, post: Post) -> Case:
    """Who takes back what we hadn't answered, and were owed nothing, leaves nothing to be done."""
    was_all = before.state == "answering" and case.state == "waiting_on_us"
    if post.verb != "deleted" or not was_all or case.held_by or next_date(case) is not None:
        return case
    return ended(case, post.posted_at).model_copy(update={"state": "closed"})
