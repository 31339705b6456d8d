"""The claim of a reply: who wins it sends it, with just this text, and its thread knows it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from botocore.exceptions import ClientError

from shared.cases import keys
from shared.cases.attributes import to_item
from shared.cases.change import RESEND_SECONDS
from shared.cases.items import Reply, Target
from shared.cases.replies import SENDING_SECONDS
from shared.cases.scene import thread_key_of
from shared.cases.table import Table
from shared.cases.threads import Thread
from shared.clock import iso

THREAD_DAYS = 30  # a thread forgets what was said there
_LOST = {"TransactionCanceledException", "TransactionConflictException"}


@dataclass(frozen=True, slots=True)
class Claim:
    """What will be said and where; what its thread then holds, None where nobody else reads; and
    where the text is cut into pieces.
    """

    text: str
    target: Target
    thread: Thread | None = None
    cuts: tuple[int, ...] = ()


def claim(table: Table, reply: Reply, wanted: Claim, now: datetime) -> Reply | None:
    """Take a planned reply to send it, once, which its fence proves; None if anything changed.

    The text that it was read with stands there still, or none did: nobody replaces what a person
    approved. It stays due for when its sender's time is out: who dies now is found by follow-up.
    """
    taken = reply.model_copy(
        update={
            "state": "sending",
            "fence": uuid4().hex,
            "sending_at": now,
            "attempt": reply.attempt + 1,
            "due_at": _due_at(reply, now),
            "text": wanted.text,
            "target": wanted.target,
            "cuts": wanted.cuts,
            "reason": None,  # why it waited is over
        }
    )
    operations = [{"Update": _taking(table, reply, taken)}]
    thread_key = thread_key_of(taken)
    if wanted.thread is not None and thread_key is not None:
        operations.append({"Put": _replacing(table, thread_key, wanted.thread, now)})
    return taken if _is_written(table, operations) else None


def _due_at(reply: Reply, now: datetime) -> datetime:
    """When its sender's time is out; a date soon after stays, which costs no write of its index."""
    over_at = now + timedelta(seconds=SENDING_SECONDS + 1)
    latest = now + timedelta(seconds=RESEND_SECONDS)
    if reply.due_at is not None and over_at <= reply.due_at <= latest:
        return reply.due_at
    return over_at


def remember(table: Table, reply: Reply, thread: Thread, now: datetime) -> bool:
    """Let the thread know a text that waits (a draft); False if somebody else was faster."""
    key = thread_key_of(reply)
    return key is None or _is_written(table, [{"Put": _replacing(table, key, thread, now)}])


def _taking(table: Table, before: Reply, taken: Reply) -> dict[str, Any]:
    sets = {
        "state": taken.state,
        "fence": taken.fence,
        "sending_at": iso(taken.sending_at or taken.planned_at),
        "attempt": taken.attempt,
        "due_shard": keys.due_shard(taken.case_id),
        "due_at": iso(taken.due_at or taken.planned_at),
        "text": taken.text,
        "target": taken.target.model_dump(mode="json", exclude_defaults=True),
        "cuts": taken.cuts,
    }
    values = {f":{name}": value for name, value in sets.items()}
    values |= {":was": before.state, ":before": before.attempt}
    stands = "attribute_not_exists(#text)"
    if before.text is not None:
        stands, values[":read"] = "#text = :read", before.text
    names = {"state": "#state", "text": "#text"}
    return {
        "TableName": table.name,
        "Key": to_item(keys.reply_key(taken.brand, taken.case_id, taken.reply_id)),
        "UpdateExpression": "SET "
        + ", ".join(f"{names.get(name, name)} = :{name}" for name in sets)
        + " REMOVE reason",
        "ConditionExpression": f"#state = :was AND attempt = :before AND {stands}",
        "ExpressionAttributeNames": {"#state": "state", "#text": "text"},
        "ExpressionAttributeValues": to_item(values),
    }


def _replacing(table: Table, key: keys.Key, thread: Thread, now: datetime) -> dict[str, Any]:
    expires_at = int((now + timedelta(days=THREAD_DAYS)).timestamp())
    return {
        "TableName": table.name,
        "Item": to_item({**thread.model_dump(mode="json"), **key, "expires_at": expires_at}),
        "ConditionExpression": "attribute_not_exists(pk) OR version = :before",
        "ExpressionAttributeValues": to_item({":before": thread.version - 1}),
    }


def _is_written(table: Table, operations: list[dict[str, Any]]) -> bool:
    try:
        table.client().transact_write_items(TransactItems=operations)
    except ClientError as error:
        if error.response["Error"]["Code"] in _LOST and not _is_refused_otherwise(error):
            return False
        raise
    return True


def _is_refused_otherwise(error: ClientError) -> bool:
    """Whether the table refused for a reason that reading anew won't mend."""
    reasons: list[Any] = list(error.response.get("CancellationReasons", []))
    expected = {"None", "ConditionalCheckFailed", "TransactionConflict"}
    return any(reason.get("Code") not in expected for reason in reasons)
