"""Webhook bodies of our own making, in the shapes that the platforms' documentation gives."""

import json
from typing import Any

type Body = dict[str, Any]

ACCOUNT = "1500000000000000001"  # ours, on X; beyond 2^53, so that a float would be another number
CUSTOMER = "1500000000000000002"
PAGE = "100200300400"
IG_ACCOUNT = "17841400000000001"
POST_ID = "1900000000000000017"


def wire(body: object) -> bytes:
    """As X writes it: compact, in UTF-8."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


def meta_wire(body: object) -> bytes:
    r"""As Meta writes it: escaped beyond ASCII, and `/` as `\/`."""
    return json.dumps(body, separators=(",", ":")).replace("/", "\\/").encode()


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


# ---- Meta ---------------------------------------------------------------------------------


def page(*entries: Body) -> Body:
    return {"object": "page", "entry": list(entries)}


def entry(account_id: str = PAGE, time: int = 1793607330, **updates: object) -> Body:
    return {"id": account_id, "time": time} | updates


def change(field: str, **value: object) -> Body:
    return {"field": field, "value": value}


def comment(**changes: object) -> Body:
    """A customer's comment under a post of the page."""
    value = {
        "item": "comment",
        "verb": "add",
        "comment_id": "55_71",
        "post_id": f"{PAGE}_55",
        "parent_id": f"{PAGE}_55",
        "from": {"id": "901", "name": "Íñigo Peña"},
        "created_time": 1793607300,
        "message": "¿Cuándo llega? ñ å è 😡",
    }
    return change("feed", **(value | changes))


def page_changes(*changes: Body) -> Body:
    return page(entry(changes=list(changes)))


def messaging(account_id: str = PAGE, sender: str = "902", **what: object) -> Body:
    recipient = account_id if sender != account_id else "902"
    parties = {"sender": {"id": sender}, "recipient": {"id": recipient}}
    return parties | {"timestamp": 1793607330456} | what


def message(**changes: object) -> Body:
    return messaging(message={"mid": "m_AbC-1", "text": "hello"} | changes)


def page_messages(*updates: Body) -> Body:
    return page(entry(time=1793607330999, messaging=list(updates)))


def instagram(*entries: Body) -> Body:
    return {"object": "instagram", "entry": list(entries)}


def ig_comment(**changes: object) -> Body:
    value = {
        "id": "179001",
        "text": "never arrived",
        "from": {"id": "903", "username": "tomo"},
        "media": {"id": "180001", "media_product_type": "FEED"},
        "parent_id": "178999",
    }
    return change("comments", **(value | changes))


def ig_changes(*changes: Body) -> Body:
    return instagram(entry(IG_ACCOUNT, changes=list(changes)))


def ig_messages(*updates: Body) -> Body:
    return instagram(entry(IG_ACCOUNT, messaging=list(updates)))


def every_body() -> list[tuple[str, Body]]:
    """One body of each shape, for tests that must hold for all of them."""
    return [
        ("x", activity_post()),
        (
            "x",
            activity_post("post.quote.create", referenced_tweets=[{"type": "quoted", "id": "5"}]),
        ),
        ("x", activity("post.delete", {"id": POST_ID, "author_id": ACCOUNT})),
        ("x", activity_message()),
        ("x", activity("oauth.revoke", {"user_id": ACCOUNT, "app_id": "3"})),
        ("x", account_activity(tweet_create_events=[tweet(extended_tweet={"full_text": "all"})])),
        ("x", account_activity(direct_message_events=[direct_message()], users={CUSTOMER: {}})),
        ("x", account_activity(tweet_delete_events=[{"status": {"id": "4", "user_id": ACCOUNT}}])),
        ("x", {"user_event": {"revoke": {"source": {"user_id": ACCOUNT}}}}),
        ("facebook", page_changes(comment(), comment(verb="edited"))),
        (
            "facebook",
            page_changes(change("ratings", item="rating", verb="add", open_graph_story_id=7)),
        ),
        ("facebook", page_messages(message(attachments=[{"type": "image"}]))),
        (
            "facebook",
            page_messages(messaging(message_edit={"mid": "m", "text": "x", "num_edit": 1})),
        ),
        ("facebook", page_messages(messaging(postback={"title": "Help", "payload": "HELP"}))),
        ("instagram", ig_changes(ig_comment(), change("mentions", media_id="1", comment_id="2"))),
        ("instagram", ig_messages(messaging(IG_ACCOUNT, message={"mid": "m", "is_deleted": True}))),
    ]
