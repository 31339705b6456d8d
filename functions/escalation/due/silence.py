"""Whether a program may say that there is no news yet, and if not, why: a person is told. Pure."""

from functions.escalation.due.happened import Happened
from shared.cases.items import Promise, Reply
from shared.routes import Matter, RoutePlan, routes, way_of
from shared.ways import Standing, Way

_IN_PRIVATE: tuple[Way, ...] = ("private_reply", "message")


def why_silent(happened: Happened, promise: Promise) -> str | None:
    """Why no program tells the customer that a date passes; None where one may."""
    case, talk, around = happened.case, happened.known.conversation, happened.around
    wishes = {case.wish, talk.wish}
    plan = _plan(happened)
    reasons = {
        "a person has the case": case.held_by is not None,
        "they threatened us": talk.threat_case_id is not None,
        "they asked us not to write": "opt_out" in wishes,
        "they asked for fewer words": "fewer_updates" in wishes,
        "they never read the promise": case.told_at is None or _is_draft(happened, promise),
        "no texts in their language": case.labels.language not in around.policy.limits.languages,
        (plan.reason or "no way is open").replace("_", " "): not _is_open(happened, plan),
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def is_on_its_way(happened: Happened) -> bool:
    """Whether something is about to be said: "no news yet" beside it would be a lie."""
    return any(reply.state in {"planned", "sending"} for reply in happened.known.replies)


def _is_draft(happened: Happened, promise: Promise) -> bool:
    made_by = _reply(happened, promise.reply_id)
    return made_by is not None and made_by.state == "drafted"


def _reply(happened: Happened, reply_id: str) -> Reply | None:
    return next((r for r in happened.known.replies if r.reply_id == reply_id), None)


def _plan(happened: Happened) -> RoutePlan:
    standing = Standing(is_deleted=happened.known.post.is_deleted)
    around = happened.around
    return routes(happened.case.target, around.channel, standing, Matter(), around.now)


def _is_open(happened: Happened, plan: RoutePlan) -> bool:
    """By the way that they were answered, or a more private one: as dispatch sends it."""
    ways = (way_of(happened.case.target), *_IN_PRIVATE)
    return any(plan.by(way) for way in ways)
