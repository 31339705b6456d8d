"""A reply's way: planned → sending → sent | failed | unknown. One worker wins each step.

`sending` is written before a byte leaves. Whoever dies after that leaves `sending`; once the
sender's time is out it becomes `unknown`, which nothing sends again.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from botocore.exceptions import ClientError

from shared.cases import keys
from shared.cases.attributes import from_item, to_item
from shared.cases.items import Reply
from shared.cases.table import Table
from shared.clock import iso
from shared.messages import ReplyState

_NO_LONGER_DUE = "REMOVE due_shard, due_at"
SENDING_SECONDS = 120  # longer than the sender's own time limit: after it nobody is sending


def read(table: Table, brand: str, case_id: str, reply_id: str) -> Reply | None:
    """The reply as it stands now, or None."""
    item = table.get(keys.reply_key(brand, case_id, reply_id))
    return Reply(**item) if item else None


def claim(table: Table, brand: str, case_id: str, reply_id: str, now: datetime) -> Reply | None:
    """Take a planned reply to send it, once, which its fence proves; None if it isn't planned.

    It stays due, for when its sender's time is out: whoever dies now is found by follow-up.
    """
    found_out_at = now + timedelta(seconds=SENDING_SECONDS + 1)
    updated = _update(
        table,
        keys.reply_key(brand, case_id, reply_id),
        "SET #state = :sending, fence = :fence, sending_at = :now, attempt = attempt + :one, "
        "due_shard = :shard, due_at = :due REMOVE reason",  # why it waited is over
        "#state = :planned",
        {
            ":sending": "sending",
            ":planned": "planned",
            ":fence": uuid4().hex,
            ":now": iso(now),
            ":one": 1,
            ":shard": keys.due_shard(case_id),
            ":due": iso(found_out_at),
        },
    )
    return Reply(**updated) if updated else None


def settle(
    table: Table,
    reply: Reply,
    state: ReplyState,
    now: datetime,
    *,
    text: str | None = None,
    platform_id: str | None = None,
    reason: str | None = None,
    look_at: datetime | None = None,
) -> Reply | None:
    """Record how a claimed reply ended; None if the claim was lost meanwhile.

    `look_at`: when to look for it on the platform, where nobody knows whether it was sent.
    """
    sets = {"text": text, "platform_id": platform_id, "reason": reason, "settled_at": iso(now)}
    if look_at is None:
        return _fenced(table, reply, state, sets, _NO_LONGER_DUE)
    return _fenced(table, reply, state, sets | {"due_at": iso(look_at)})


def resolve(
    table: Table, reply: Reply, state: ReplyState, now: datetime, *, platform_id: str | None
) -> Reply | None:
    """Record what a look at the platform found of an `unknown` reply; None if it was done."""
    sets = {"state": state, "platform_id": platform_id, "settled_at": iso(now)}
    updated = _set(
        table,
        reply,
        sets,
        "#state = :was AND attribute_exists(due_at)",
        {":was": "unknown"},
        removes=_NO_LONGER_DUE + (", reason" if state == "sent" else ""),
    )
    return Reply(**updated) if updated else None


def put_off(table: Table, reply: Reply, until: datetime, reason: str) -> Reply | None:
    """Give a claimed reply back as planned, due at `until`: it burns no receive."""
    return _fenced(table, reply, "planned", {"due_at": iso(until), "reason": reason})


def hold(table: Table, reply: Reply, until: datetime, text: str | None, reason: str) -> bool:
    """Keep a planned reply from going (draft, off), with its text to be read; due at `until`."""
    sets = {"due_shard": keys.due_shard(reply.case_id), "due_at": iso(until), "reason": reason}
    return bool(_set(table, reply, sets | {"text": text}, "#state = :state", {":state": "planned"}))


def is_abandoned(reply: Reply, now: datetime) -> bool:
    """Whether its sender's time is out, so that nobody is sending it any more."""
    began = reply.sending_at or reply.planned_at
    return reply.state == "sending" and now - began > timedelta(seconds=SENDING_SECONDS)


def _fenced(
    table: Table, reply: Reply, state: ReplyState, sets: dict[str, Any], removes: str = ""
) -> Reply | None:
    updated = _set(
        table,
        reply,
        {"state": state, **sets},
        "#state = :was AND fence = :fence",
        {":was": "sending", ":fence": reply.fence},
        removes,
    )
    return Reply(**updated) if updated else None


def _set(
    table: Table,
    reply: Reply,
    sets: dict[str, Any],
    condition: str,
    values: dict[str, Any],
    removes: str = "",
) -> dict[str, Any] | None:
    given = {name: value for name, value in sets.items() if value is not None}
    names = {"state": "#state", "text": "#text"}
    assignments = ", ".join(f"{names.get(name, name)} = :set_{name}" for name in given)
    return _update(
        table,
        keys.reply_key(reply.brand, reply.case_id, reply.reply_id),
        f"SET {assignments} {removes}",
        condition,
        values | {f":set_{name}": value for name, value in given.items()},
        {"#text": "text"} if "text" in given else {},
    )


def _update(
    table: Table,
    key: keys.Key,
    expression: str,
    condition: str,
    values: dict[str, Any],
    names: dict[str, str] | None = None,
) -> dict[str, Any] | None:
    try:
        answer = table.client().update_item(
            TableName=table.name,
            Key=to_item(key),
            UpdateExpression=expression,
            ConditionExpression=condition,
            ExpressionAttributeNames={"#state": "state", **(names or {})},
            ExpressionAttributeValues=to_item(values),
            ReturnValues="ALL_NEW",
        )
    except ClientError as error:
        if error.response["Error"]["Code"] == "ConditionalCheckFailedException":
            return None
        raise
    return from_item(answer["Attributes"])
