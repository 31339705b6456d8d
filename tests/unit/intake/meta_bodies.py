"""Meta's webhook bodies, of our own making, in the shapes that its documentation gives."""

import json
from typing import Any

type Body = dict[str, Any]

PAGE = "100200300400"
IG_ACCOUNT = "17841400000000001"


def meta_wire(body: object) -> bytes:
    r"""As Meta writes it: escaped beyond ASCII, and `/` as `\/`."""
    return json.dumps(body, separators=(",", ":")).replace("/", "\\/").encode()


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


def comments(count: int) -> bytes:
    """A body of as many comments, as it travels."""
    return meta_wire(page_changes(*(comment(comment_id=f"55_{i}") for i in range(count))))
