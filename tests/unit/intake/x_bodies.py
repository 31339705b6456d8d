"""X's webhook bodies, of our own making, in the shapes that its documentation gives."""

import json
from typing import Any

type Body = dict[str, Any]

ACCOUNT = "1500000000000000001"  # ours, on X; beyond 2^53, so that a float would be another number
CUSTOMER = "1500000000000000002"
POST_ID = "1900000000000000017"


def wire(body: object) -> bytes:
    """As X writes it: compact, in UTF-8."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


# ---- X Activity API -----------------------------------------------------------------------


def user(user_id: str, handle: str, followers: int = 12) -> Body:
    name = handle.title()
    metrics = {"followers_count": followers, "followers_count_str": str(followers)}
    return {"id": user_id, "username": handle, "name": name, "public_metrics": metrics}


def mention_of(user_id: str, handle: str) -> Body:
    return {"mentions": [{"start": 0, "end": 9, "username": handle, "id": user_id}]}


def activity_post(event_type: str = "post.mention.create", **changes: object) -> Body:
    """One post of a customer that mentions the account; `changes` to its payload."""
    payload = {
        "id": POST_ID,
        "author_id": CUSTOMER,
        "text": "@acme_desk the modem is dead again",
        "created_at": "2026-11-02T08:15:30.000Z",
        "conversation_id": POST_ID,
        "edit_history_tweet_ids": [POST_ID],
        "entities": mention_of(ACCOUNT, "acme_desk"),
    } | changes
    includes = {"users": [user(CUSTOMER, "maria"), user(ACCOUNT, "acme_desk", 9000)]}
    return activity(event_type, payload, includes=includes)


def activity(event_type: str, payload: Body, **beside: object) -> Body:
    data = {"event_uuid": "-77", "filter": {"user_id": ACCOUNT}, "event_type": event_type}
    return {"data": data | {"tag": "t", "payload": payload} | beside}


def activity_message(event_type: str = "dm.received", sender: str = CUSTOMER) -> Body:
    users = {
        CUSTOMER: {"data": user(CUSTOMER, "maria")},
        ACCOUNT: {"data": user(ACCOUNT, "acme_desk")},
    }
    return activity(event_type, {"direct_message_events": [direct_message(sender)], "users": users})


def direct_message(sender: str = CUSTOMER, message_id: str = "1900000000000000031") -> Body:
    recipient = ACCOUNT if sender != ACCOUNT else CUSTOMER
    return {
        "type": "message_create",
        "id": message_id,
        "created_timestamp": "1793606400123",
        "message_create": {
            "target": {"recipient_id": recipient},
            "sender_id": sender,
            "message_data": {"text": "my order &amp; my money?", "entities": {"urls": []}},
        },
    }


# ---- Account Activity API -----------------------------------------------------------------


def tweet(**changes: object) -> Body:
    """The post of `activity_post`, in version 1.1's words."""
    return {
        "id": int(POST_ID),
        "id_str": POST_ID,
        "created_at": "Mon Nov 02 08:15:30 +0000 2026",
        "text": "@acme_desk the modem is dead again",
        "truncated": False,
        "in_reply_to_status_id_str": None,
        "entities": {"user_mentions": [{"id_str": ACCOUNT, "screen_name": "acme_desk"}]},
        "user": legacy_user(CUSTOMER, "maria"),
        "timestamp_ms": "1793607330000",
    } | changes


def legacy_user(user_id: str, handle: str) -> Body:
    numbered = {"id": int(user_id), "id_str": user_id, "followers_count": 12}
    return numbered | {"screen_name": handle, "name": handle.title()}


def account_activity(**events: object) -> Body:
    return {"for_user_id": ACCOUNT, "user_has_blocked": False} | events


def references(**links: str) -> list[dict[str, str]]:
    """How a post is linked to others: `replied_to`, `quoted`, `retweeted`."""
    return [{"type": kind, "id": post_id} for kind, post_id in links.items()]
