"""What an incident adds to the decision about a post: who belongs to it, what echoes it. Pure."""

from dataclasses import replace

from functions.escalation.dates import next_date
from functions.escalation.decision import Decision
from functions.escalation.facts import Circumstances, labels_of
from functions.escalation.incidents.clock import written
from functions.escalation.incidents.gather import Gathered, gather, opened
from functions.escalation.known import Known
from functions.escalation.plan import promise_of
from shared.cases.change import Change, Echo
from shared.cases.items import Action, Case, Entry, Incident, Reply, Resonance
from shared.messages import PostClassified

WE_WILL_ACT = "we_will_act"
_COUNTED: dict[Resonance, str] = {
    "words": "resonance",
    "repost": "reposts",
    "reaction": "reactions",
}


def with_incident(
    decision: Decision, event: PostClassified, known: Known, around: Circumstances
) -> Decision:
    """The decision, with what it means for an incident. No case's priority ever changes here."""
    change = decision.change
    gathered = gather(event, change.case, known, around) if change.case else None
    if change.case is not None and gathered is not None:
        change = _gathered(change, change.case, gathered)
    elif known.echoed is not None and _is_echo(event):
        change = _echoed(change, event, known.echoed, around)
    return replace(decision, change=_dated(change, known, around))


def _gathered(change: Change, case: Case, gathered: Gathered) -> Change:
    says_so = any(reply.situation == WE_WILL_ACT for reply in change.replies)
    told = ("committed",) if says_so else ()
    return replace(
        change,
        case=case.model_copy(update={"incident_id": gathered.incident_id}),
        entries=_with_reasons(change.entries, gathered),
        incident=gathered.incident,
        members=(gathered.member.model_copy(update={"told": told}),),
        briefs=(*change.briefs, *gathered.briefs),
    )


def _with_reasons(entries: tuple[Entry, ...], gathered: Gathered) -> tuple[Entry, ...]:
    first, *others = entries
    why = "; ".join(gathered.member.because)
    detail = {**first.detail, "incident": gathered.incident_id, "incident_because": why}
    return (first.model_copy(update={"detail": detail}), *others)


def _is_echo(event: PostClassified) -> bool:
    """Whether somebody else echoed a customer's post: not we, not the customer, and no praise."""
    post, labels = event.post, labels_of(event)
    is_theirs = not post.is_echo and post.verb == "created" and not post.is_private
    return is_theirs and labels.kind not in {"spam", "praise"}


def _echoed(
    change: Change, event: PostClassified, before: Incident, around: Circumstances
) -> Change:
    what: Resonance = event.post.echo_of or "words"
    name = _COUNTED[what]
    louder = before.model_copy(update={name: getattr(before, name) + 1})
    after, briefs = opened(louder, event, around)
    echo = Echo(before.brand, before.incident_id, event.event_id, what)
    if after is louder:  # the shards know: the incident itself is written when something follows
        return replace(change, echo=echo)
    incident = written(after, around.policy.incidents)
    return replace(change, echo=echo, incident=incident, briefs=(*change.briefs, *briefs))


def _dated(change: Change, known: Known, around: Circumstances) -> Change:
    """Who hears that we will act hears the action's own date, and that stands in the ledger."""
    action = _action_of(change, known)
    says_so = any(reply.situation == WE_WILL_ACT for reply in change.replies)
    if change.case is None or action is None or not says_so:
        return change
    replies = tuple(_by(reply, action) for reply in change.replies)
    return replace(change, replies=replies, case=_promised(change.case, replies, action, around))


def _by(reply: Reply, action: Action) -> Reply:
    if reply.situation != WE_WILL_ACT:
        return reply
    return reply.model_copy(update={"by": action.due_at})


def _promised(
    case: Case, replies: tuple[Reply, ...], action: Action, around: Circumstances
) -> Case:
    hours = around.policy.promises.chase_hours_before
    said = {reply.reply_id: reply for reply in replies if reply.situation == WE_WILL_ACT}
    promises = tuple(
        promise_of(said[p.reply_id], p.what, action.due_at, case, hours).model_copy(
            update={"owner": action.owner}
        )
        if p.reply_id in said
        else p
        for p in case.promises
    )
    dated = case.model_copy(update={"promises": promises})
    return dated.model_copy(update={"due_at": next_date(dated)})


def _action_of(change: Change, known: Known) -> Action | None:
    wanted = change.case.incident_id if change.case else None
    found: list[Incident] = [i for i in known.incidents if i.incident_id == wanted]
    return found[0].action if found else None
