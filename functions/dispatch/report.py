"""What dispatch tells: escalation how a reply ended, the engineer one line. Pure."""

from shared.batch import Done
from shared.cases.items import Channel, Reply
from shared.messages import ReplySettled
from shared.observability import Line
from shared.queues import Outgoing

_CONNECT = "connect the account again: sixday channels add, with the same options"
_REMEDIES = {
    "token_dead": _CONNECT,
    "token_not_renewed": "nothing to do unless it lasts: " + _CONNECT,
    "token_renewed": "nothing to do: another worker renews the account's token",
    "no_token": "put the account's token into its secret: sixday channels add shows the name",
    "account_blocked": "the platform blocked the account: see its support page, then wait an hour",
    "rate_limited": "nothing to do: it is sent when the platform's window opens",
    "earlier_reply": "nothing to do: it goes after an earlier one of its conversation",
    "no_time_left": "nothing to do unless it lasts: is the platform slow?",
    "channel_fails": "nothing to do unless it lasts: is the platform up?",
    "mode_draft": "sixday mode live posts it, unless it has grown too old by then",
    "mode_off": "sixday mode live posts it, unless it has grown too old by then",
    "platform_not_reached": "nothing to do unless it lasts: is the platform up?",
}
_LOOK_BY_HAND = "look at the platform; sixday case shows the text; its owner was told"


def report(reply: Reply, escalation_queue_url: str, outcome: str | None = None) -> Done:
    """The end of a reply, for escalation and for the log; `outcome` where it ended before."""
    settled = ReplySettled(
        event_id=reply.event_id,
        brand=reply.brand,
        case_id=reply.case_id,
        reply_id=reply.reply_id,
        conversation=reply.conversation,
        state=reply.state,
        reason=reply.reason or "",
        platform_id=reply.platform_id,
        text=reply.text,
        missing="\n\n".join(reply.missing) if reply.stands and reply.missing else None,
        situation=reply.situation,
        settled_at=reply.settled_at or reply.planned_at,
        posted_at=reply.target.posted_at,
    )
    body = settled.model_dump_json(exclude_none=True)
    outgoing = Outgoing(escalation_queue_url, body, group=reply.brand)
    reason = reply.reason if outcome is None else reply.state
    return Done(line(reply, outcome or reply.state, reason), (outgoing,))


def line(reply: Reply, outcome: str, reason: str | None) -> Line:
    """One line for the engineer, with what to do where something is to be done."""
    remedy = _LOOK_BY_HAND if outcome in {"failed", "unknown"} else None
    if outcome in {"held", "put_off"}:
        remedy = _REMEDIES.get(reason or "")
    return Line(
        outcome,
        reason,
        correlation_id=reply.event_id,
        brand=reply.brand,
        case=reply.case_id,
        conversation=reply.conversation,
        platform=reply.target.platform,
        remedy=remedy,
    )


def channel_held(channel: Channel, reason: str) -> Line:
    """An account can't speak: said once, while each of its replies waits."""
    return Line(
        "channel_held",
        reason,
        brand=channel.brand,
        platform=channel.platform,
        remedy=_REMEDIES[reason],
    )
