"""Asks dispatch to say a reply: escalation when it is decided, follow-up when it is due."""

from shared.messages import ReplyRequested
from shared.queues import Outgoing


def to_dispatch(message: ReplyRequested, queue_url: str, once: str) -> Outgoing:
    """In the order of its conversation; of two with the same `once` the queue takes the first."""
    body = message.model_dump_json(exclude_none=True)
    return Outgoing(queue_url, body, group=message.conversation, deduplication_id=once)
