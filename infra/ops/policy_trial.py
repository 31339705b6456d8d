"""What a policy would decide about a post, and why by that rule: nothing is written or sent."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from functions.dispatch.compose import CannotSayError
from functions.dispatch.load import load_voice
from functions.dispatch.voice import Voice
from functions.dispatch.words import Words
from functions.escalation.decide import decide
from functions.escalation.decision import Decision
from functions.escalation.facts import Circumstances, facts_of
from functions.escalation.known import Known
from functions.escalation.policy import AT_LEAST, Fact, Policy, Rule
from infra.ops.voices import written
from shared.cases.items import Case, Channel, Conversation, KnownPost, Reply
from shared.messages import Labels, Post, PostClassified

BRAND, CONVERSATION, EVENT = "trial", "k-trial", "trial:1:created:0"


@dataclass(frozen=True, slots=True)
class Passed:
    """A rule that didn't decide, and what of its `when` isn't so, in words."""

    rule: str
    because: str


@dataclass(frozen=True, slots=True)
class Trial:
    """What would be decided, by which rule, and which rules before it weren't for this post."""

    rule: Rule
    passed: tuple[Passed, ...]
    facts: dict[str, Fact]
    decision: Decision
    words: str | None = None

    @property
    def case(self) -> Case | None:
        return self.decision.change.case

    @property
    def reply(self) -> Reply | None:
        return next(iter(self.decision.change.replies), None)


def tried(post: Post, labels: Labels | None, policy: Policy, now: datetime) -> Trial:
    """The decision about the first post of somebody who is new, on a channel long connected."""
    event = PostClassified(
        event_id=EVENT,
        brand=BRAND,
        conversation=CONVERSATION,
        received_at=now,
        post=post,
        labels=labels,
        classifier="trial",
    )
    known = Known(KnownPost(), Conversation(brand=BRAND, conversation=CONVERSATION), None)
    around = Circumstances(policy, _channel(post, now), now)
    facts = facts_of(event, known, around)
    decision = decide(event, known, around)
    rule = policy.rule_for(facts)
    return Trial(rule, _passed(rule, policy, facts), facts, decision, _words(decision))


def _channel(post: Post, now: datetime) -> Channel:
    return Channel(
        brand=BRAND,
        platform=post.platform,
        account_id=post.account_id,
        handle=BRAND,
        secret_name="none",  # noqa: S106 - nothing is sent
        connected_at=min(now, post.posted_at) - timedelta(days=1),
    )


def _passed(rule: Rule, policy: Policy, facts: dict[str, Fact]) -> tuple[Passed, ...]:
    before = policy.rules[: policy.rules.index(rule)]
    return tuple(Passed(one.name, _because(one, facts)) for one in before)


def _because(rule: Rule, facts: dict[str, Fact]) -> str:
    return "; ".join(_difference(name, rule, facts) for name in rule.unmet(facts))


def _difference(name: str, rule: Rule, facts: dict[str, Fact]) -> str:
    wanted, fact = rule.when[name], name.removesuffix(AT_LEAST)
    several = " or ".join(map(str, wanted)) if isinstance(wanted, tuple) else wanted
    if isinstance(wanted, bool):
        return f"{fact} is {'no' if wanted else 'yes'}"
    return f"{fact} is {facts[fact]}, not {'at least ' * (fact != name)}{several}"


def _words(decision: Decision) -> str | None:
    """The reply as the house's voice says it, or why it can't."""
    reply = next(iter(decision.change.replies), None)
    if reply is None:
        return None
    try:
        return Words(_voice, says_it_is_automatic=True).of(reply)
    except CannotSayError as error:
        return f"(nothing can be said: {error.reason})"


def _voice(_brand: str, language: str) -> Voice | None:
    return _voices().get(language)


@cache
def _voices() -> dict[str, Voice]:
    return {one.language: load_voice(one.data) for one in written() if one.brand is None}
