"""What a rule of the policy may ask of a post: its labels, and what follows from them. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from functions.escalation.history import history_of
from functions.escalation.incidents.cause import belongs_to
from functions.escalation.incidents.clock import may_say_we_will_act
from functions.escalation.incidents.volume import USUAL, Volume
from functions.escalation.known import Known
from functions.escalation.policy import Fact, Limits, Policy
from functions.escalation.way import way_to
from shared.cases.items import Channel
from shared.cases.keys import seen_mark
from shared.messages import Labels, Post, PostClassified

IGNORED_DAYS = 21  # three weeks unresolved is serious whatever the trouble (labels.md)
IGNORED_CONTACTS = 3  # who has come back three times was not heard
PRAISE_CONFIDENCE = 0.75

_NO_LABELS = Labels(language="und", kind="other", topic="other", severity=1)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a decision hangs on beside the event: the policy, the account, the time, the rush."""

    policy: Policy
    channel: Channel
    now: datetime
    volume: Volume = USUAL


def facts_of(event: PostClassified, known: Known, around: Circumstances) -> dict[str, Fact]:
    """The facts, by the names that the policy knows."""
    limits, post, labels = around.policy.limits, event.post, labels_of(event)
    facts: dict[str, Fact] = {
        "kind": labels.kind,
        "topic": labels.topic,
        "severity": labels.severity,
        "tone": labels.tone,
        "is_echo": post.is_echo,
        "is_without_a_word": post.echo_of is not None,
        "is_deleted": post.verb == "deleted" or known.post.is_deleted,
        "is_overtaken": _is_overtaken(post, known),
        "has_text": bool(post.text and post.text.strip()),
        "has_voice": labels.language in limits.languages,
        "has_route": way_to(post, known.conversation, around.channel, around.now) is not None,
        "is_sure": _is_sure(labels, limits) or _is_understood(labels, known),
        "is_too_old": around.now - post.posted_at > timedelta(hours=limits.max_age_hours),
        "is_before_connection": post.posted_at < around.channel.connected_at,
        "is_answered_enough": answered_lately(post, known, limits) >= limits.automatic_replies,
        "is_safety_or_much_money": _is_grave(labels, limits),
        "is_urgent_travel": labels.is_stranded or labels.place is not None,
        "is_stranded": labels.is_stranded,
        "is_ignored_contact": _is_ignored(labels),
        "is_private": post.is_private,
        "is_desk": post.platform == "desk",
        "is_incident_committed": _is_committed(labels, known, around),
        **history_of(post, labels, known, around.policy, around.now),
    }
    return facts | {"may_answer": _may_answer(facts)}


def labels_of(event: PostClassified) -> Labels:
    """The post's labels; those of nothing where there was no text to label."""
    return event.labels or _NO_LABELS


def answered_lately(post: Post, known: Known, limits: Limits) -> int:
    """How often automation spoke in this conversation since it last fell silent."""
    last = known.conversation.last_post_at
    silence = timedelta(days=limits.automatic_replies_days)
    return 0 if last and post.posted_at - last > silence else known.conversation.automatic_replies


def _may_answer(facts: dict[str, Fact]) -> bool:
    wanted = ("has_text", "has_voice", "has_route", "is_sure")
    unwanted = (
        "is_too_old",
        "is_before_connection",
        "is_answered_enough",
        "is_opted_out",
        "is_after_a_threat",
    )
    return all(facts[w] for w in wanted) and not any(facts[u] for u in unwanted)


def _is_overtaken(post: Post, known: Known) -> bool:
    if post.verb == "edited":
        newest = known.post.target
        return newest is not None and newest.posted_at > post.posted_at
    was_edited = any(mark.startswith("edited#") for mark in known.post.seen)
    return (
        post.verb == "created" and was_edited and seen_mark("created", "0") not in known.post.seen
    )


def _is_committed(labels: Labels, known: Known, around: Circumstances) -> bool:
    """Whether something will be done about the cause: an action with an owner exists."""
    own = known.case.incident_id if known.case and known.case.is_open else None
    if own is not None:
        found = next((i for i in known.incidents if i.incident_id == own), None)
    else:
        days = around.policy.incidents.window_days
        match = belongs_to(labels, known.incidents, around.now, days)
        found = match.incident if match else None
    return may_say_we_will_act(found, around.now)


def _is_sure(labels: Labels, limits: Limits) -> bool:
    kind, language = (labels.confidence.get(name, 1.0) for name in ("kind", "language"))
    # To thank somebody in public for their sarcasm is worse than to say nothing.
    wanted = PRAISE_CONFIDENCE if labels.kind == "praise" else limits.min_confidence
    return kind >= wanted and language >= limits.min_confidence


def _is_understood(labels: Labels, known: Known) -> bool:
    """Few words say enough where we had asked: a yes, a no, "only when there is news", details."""
    case = known.case
    if labels.wish is not None or case is None:
        return labels.wish is not None
    # "It is no different here" is a no only to who was asked: a first post may sound like one.
    is_answer = case.claimed_at is not None and labels.answer in {"yes", "no"}
    return is_answer or case.state == "waiting_on_customer"


def _is_grave(labels: Labels, limits: Limits) -> bool:
    return labels.is_safety or labels.severity >= 4 or is_much_money(labels, limits)


def is_much_money(labels: Labels, limits: Limits) -> bool:
    """Whether a sum is named that opens an investigation."""

    def threshold(currency: str | None) -> float:
        return limits.much_money.get(currency or "", limits.much_money_otherwise)

    return any(amount.value >= threshold(amount.currency) for amount in labels.amounts)


def _is_ignored(labels: Labels) -> bool:
    waited = (labels.waiting_days or 0) >= IGNORED_DAYS
    return waited or (labels.contact_count or 0) >= IGNORED_CONTACTS
