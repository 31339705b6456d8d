"""Whether a customer of an incident may and can be told by a program, and by which way. Pure."""

from dataclasses import dataclass
from datetime import timedelta

from functions.escalation.approval import why_a_person_reads_an_update
from functions.escalation.facts import Circumstances
from functions.escalation.incidents.clock import may_say_we_will_act
from functions.escalation.verbs.whom import voice_of
from shared.cases.items import Case, Conversation, Incident, KnownPost, Member
from shared.messages import News
from shared.routes import Matter, RoutePlan, routes
from shared.ways import Standing
from shared.wording.refusals import reads_as_refusal


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer of an incident: their case, the talk with them, the post that one would answer."""

    member: Member
    case: Case
    conversation: Conversation
    post: KnownPost


def plan_for(customer: Customer, around: Circumstances) -> RoutePlan:
    """The open ways. A private reply is too rare to be spent on what stands in public."""
    standing = Standing(
        is_deleted=customer.post.is_deleted,
        has_opted_out=_wishes(customer, "opt_out"),
        has_private_reply=True,
        last_message_at=customer.conversation.last_message_at,
    )
    matter = Matter("public", has_link=True)
    return routes(customer.case.target, around.channel, standing, matter, around.now)


def why_not(
    news: News, incident: Incident, customer: Customer, plan: RoutePlan, around: Circumstances
) -> str | None:
    """Why no program tells them; None where one may."""
    case = customer.case
    ended = case.closed_at if not case.is_open else None
    long_ago = timedelta(days=around.policy.promises.reopen_days)
    reasons = {
        "opted_out": _wishes(customer, "opt_out"),
        "wants_fewer_updates": news == "committed" and _wishes(customer, "fewer_updates"),
        "a_person_has_the_case": case.held_by is not None,
        "threat": case.labels.tone == "threat" or customer.conversation.threat_case_id is not None,
        "closed_long_ago": ended is not None and around.now - ended > long_ago,
        "closed": news == "committed" and ended is not None,
        "no_text_in_their_language": not _has_words(news, incident, case, around),
        "in_a_persons_name": voice_of(case.target, around) is not None,
        "an_investigation_is_open": case.is_investigated and _denies(news, incident, case),
        "a_person_reads_it_first": news == "committed" and _is_to_read(case, around),
        "date_too_near": news == "committed" and not may_say_we_will_act(incident, around.now),
        plan.reason: plan.best is None,
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def _denies(news: News, incident: Incident, case: Case) -> bool:
    """Whether it reads as a refusal, or is that we won't act: no denial while one is open."""
    texts = incident.action.texts if incident.action else {}
    return news == "dropped" or reads_as_refusal(texts.get(case.labels.language))


def _is_to_read(case: Case, around: Circumstances) -> bool:
    """Whether a program's own words need a person first; an announcement's are a person's."""
    return why_a_person_reads_an_update(case.labels, around.policy) is not None


def _has_words(news: News, incident: Incident, case: Case, around: Circumstances) -> bool:
    language = case.labels.language
    if news == "committed":
        return language in around.policy.limits.languages
    return incident.action is not None and language in incident.action.texts


def _wishes(customer: Customer, wish: str) -> bool:
    return wish in {customer.case.wish, customer.conversation.wish}
