"""What stands where a person's words stood: that they were erased, and when. Never who they are.

A conversation keeps the moment: what was written until then is refused for as long as a backup
lasts, and what they write afterwards is answered like anybody's. A case keeps that it was one, so
that what is still on its way to it comes to nothing instead of to an alarm.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from shared.cases import keys
from shared.cases.attributes import to_item
from shared.cases.items import Conversation
from shared.cases.table import Table
from shared.clock import iso
from shared.messages import Frozen

BEYOND_WORDS_DAYS = 40  # a backup of the last day of the words lasts 35 more


class Stub(Frozen):
    """What is left of a case."""

    brand: str
    case_id: str
    erased_at: str


def bury(table: Table, brand: str, conversation: str, now: datetime) -> None:
    """From now on nothing older is taken in; its cases stay readable until they are erased too.

    Whoever decided on it meanwhile finds its version changed, reads again, and is refused.
    """
    values = {
        ":brand": brand,
        ":talk": conversation,
        ":at": iso(now),
        ":expires": expires_at(table, now),
        ":one": 1,
    }
    table.client().update_item(
        TableName=table.name,
        Key=to_item(keys.conversation_key(brand, conversation)),
        UpdateExpression="SET brand = :brand, conversation = :talk, erased_at = :at, "
        "expires_at = :expires ADD version :one",
        ExpressionAttributeValues=to_item(values),
    )


def close_grave(table: Table, brand: str, conversation: str) -> None:
    """What a buried conversation still knew goes, unless its person has written since."""
    key = keys.conversation_key(brand, conversation)
    found = Conversation(**(table.get(key) or {"brand": brand, "conversation": conversation}))
    if found.erased_at is None or (found.last_post_at and found.last_post_at > found.erased_at):
        return
    kept = ("pk", "sk", "brand", "conversation", "version", "erased_at", "expires_at")
    others = sorted(set(table.get(key) or {}) - set(kept))
    if others:
        names = {f"#{n}": name for n, name in enumerate(others)}
        table.client().update_item(
            TableName=table.name,
            Key=to_item(key),
            UpdateExpression=f"REMOVE {', '.join(names)} ADD version :one",
            ConditionExpression="version = :read",
            ExpressionAttributeNames=names,
            ExpressionAttributeValues=to_item({":one": 1, ":read": found.version}),
        )


def stub(table: Table, brand: str, case_id: str, now: datetime) -> None:
    """The case is gone, with its promises, its dates and its place in every list."""
    left = Stub(brand=brand, case_id=case_id, erased_at=iso(now)).model_dump()
    item = {**keys.case_key(brand, case_id), **left, "expires_at": expires_at(table, now)}
    table.client().put_item(TableName=table.name, Item=to_item(item))


def expires_at(table: Table, now: datetime) -> int:
    """Unix seconds at which nothing that was erased can come back any more."""
    return table.expires_at(now + timedelta(days=BEYOND_WORDS_DAYS))


def is_erased(table: Table, head: Mapping[str, Any]) -> bool:
    """Whether a message, by its plain fields, is about what was erased; up to two reads."""
    brand, case_id, talk = (head.get(name) for name in ("brand", "case_id", "conversation"))
    if not isinstance(brand, str):
        return False
    if isinstance(case_id, str):
        return "erased_at" in (table.anew(keys.case_key(brand, case_id)) or {})
    post = head.get("post")
    if not isinstance(talk, str) or not isinstance(post, dict):
        return False
    erased_at = (table.anew(keys.conversation_key(brand, talk)) or {}).get("erased_at")
    return erased_at is not None and _is_older(post.get("posted_at"), erased_at)


def _is_older(posted_at: object, erased_at: str) -> bool:
    try:
        return datetime.fromisoformat(str(posted_at)) <= datetime.fromisoformat(erased_at)
    except (ValueError, TypeError):  # no message of ours
        return False
