"""What intake writes: `PostReceived` and `EventSetAside` of `shared.messages`, as plain JSON."""

import base64
import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from functions.intake.parse import Kept, Parsed, event_id
from shared.clock import iso

RAW_MAX_POSTS = 10  # as many as one call of SQS takes
RAW_MAX_BYTES = 64 * 1024  # with the longest text and as base64 still within one message of SQS


@dataclass(frozen=True, slots=True)
class Delivery:
    """One request whose signature holds. `delivery_id` is for tracing, never for deduplication."""

    platform: str
    delivery_id: str
    received_at: datetime
    body: bytes


def may_travel(parsed: Parsed, body: bytes) -> bool:
    """Whether the raw body may go along with its messages, for classification to archive."""
    is_small = len(parsed.posts) <= RAW_MAX_POSTS and len(body) <= RAW_MAX_BYTES
    return is_small and not parsed.set_aside


def messages(parsed: Parsed, delivery: Delivery, raw_key: str | None) -> list[dict[str, Any]]:
    """All messages of a delivery that has any. Without `raw_key` the first carries the raw body."""
    head = {
        "version": 1,
        "delivery_id": delivery.delivery_id,
        "received_at": iso(delivery.received_at),
    }
    if raw_key is not None:
        head["raw_key"] = raw_key
    found = [head | _post_received(post) for post in parsed.posts]
    found += [head | _event_set_aside(kept, delivery.platform) for kept in parsed.set_aside]
    if raw_key is None:
        found[0]["raw"] = base64.b64encode(zlib.compress(delivery.body)).decode()
    return found


def group(message: dict[str, Any]) -> str:
    """The fair queue's group: an account is one brand's, so no brand's crisis delays another."""
    post = message.get("post", message)
    return f"{post['platform']}:{post['account_id'] or '-'}"


def _post_received(post: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "PostReceived", "event_id": event_id(post), "post": post}


def _event_set_aside(kept: Kept, platform: str) -> dict[str, Any]:
    return {
        "kind": "EventSetAside",
        "event_id": kept.event_id,
        "platform": platform,
        "account_id": kept.account_id,
        "reason": kept.reason,
        "detail": kept.detail,
    }
