"""What escalation sends: to dispatch what is to be said, to itself who is to be told next."""

from shared import asking
from shared.cases.items import Reply
from shared.messages import CaseToTell, IncidentDue, ReplyRequested
from shared.queues import Outgoing


def to_dispatch(reply: Reply, queue_url: str, once: str | None = None) -> Outgoing:
    """The request to say a reply; of two with the same `once` the queue takes the first."""
    return asking.to_dispatch(_request(reply), queue_url, once or reply.reply_id)


def as_seen(reply: Reply, platform_id: str, queue_url: str) -> Outgoing:
    """That it stands on the platform: whoever sends it just now is heard first."""
    once = f"{reply.reply_id}.seen.{platform_id}"
    return asking.to_dispatch(_request(reply, platform_id), queue_url, once)


def to_self(message: IncidentDue | CaseToTell, queue_url: str) -> Outgoing:
    """The rest of what a decision about an incident asks for."""
    return Outgoing(queue_url, message.model_dump_json(exclude_none=True), group=message.brand)


def _request(reply: Reply, seen_as: str | None = None) -> ReplyRequested:
    return ReplyRequested(
        event_id=reply.event_id,
        brand=reply.brand,
        case_id=reply.case_id,
        reply_id=reply.reply_id,
        conversation=reply.conversation,
        seen_as=seen_as,
    )
