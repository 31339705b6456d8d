"""Erasures as they are kept: the receipt for long, what remains to be done only until it is."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from botocore.exceptions import ClientError

from shared.cases import keys
from shared.cases.attributes import to_item
from shared.cases.items.erasure import Erasing, Receipt
from shared.cases.table import Table
from shared.cases.tombstones import expires_at
from shared.clock import iso
from shared.messages import ErasureRequested

KEEP_DAYS = 30  # of what remains to be done: longer than any queue brings it again


def receipt(table: Table, code: str) -> Receipt | None:
    """How far an erasure got, or None where nobody has begun it."""
    item = table.get(keys.receipt_key(code))
    return Receipt(**item) if item else None


def begin(table: Table, asked: ErasureRequested, now: datetime) -> Receipt:
    """Its receipt; the same one however often it is begun."""
    new = Receipt(code=asked.code, requested_at=asked.requested_at, requested_by=asked.requested_by)
    try:
        _put(table, new, now, condition="attribute_not_exists(pk)")
    except ClientError as error:
        if error.response["Error"]["Code"] != "ConditionalCheckFailedException":
            raise
        return receipt(table, asked.code) or new
    return new


def count(table: Table, code: str, erased: Mapping[str, int], now: datetime) -> None:
    """Add what was erased to the receipt."""
    known = receipt(table, code)
    if known is None or not erased:
        return
    total = {
        kind: known.erased.get(kind, 0) + erased.get(kind, 0) for kind in {*known.erased, *erased}
    }
    _put(table, known.model_copy(update={"erased": dict(sorted(total.items()))}), now)


def finish(table: Table, code: str, now: datetime) -> Receipt | None:
    """It is done: who it was about is forgotten, then the receipt says so."""
    table.client().delete_item(TableName=table.name, Key=to_item(keys.erasing_key(code)))
    known = receipt(table, code)
    if known is None:
        return None
    done = known.model_copy(update={"state": "done", "done_at": now})
    _put(table, done, now)
    return done


def remaining(table: Table, code: str) -> Erasing | None:
    """What remains to be done, where it was begun."""
    item = table.get(keys.erasing_key(code))
    return Erasing(**item) if item else None


def remember(table: Table, erasing: Erasing, now: datetime) -> None:
    """Whoever comes next goes on from here."""
    until = int((now + timedelta(days=KEEP_DAYS)).timestamp())
    item = erasing.model_dump(mode="json") | keys.erasing_key(erasing.code)
    table.client().put_item(TableName=table.name, Item=to_item(item | {"expires_at": until}))


def _put(table: Table, it: Receipt, now: datetime, condition: str | None = None) -> None:
    listed = {"list_key": keys.ERASURES, "listed_at": iso(it.requested_at)}
    item = it.model_dump(mode="json", exclude_none=True) | keys.receipt_key(it.code) | listed
    more = {"ConditionExpression": condition} if condition else {}
    table.client().put_item(
        TableName=table.name, Item=to_item(item | {"expires_at": expires_at(table, now)}), **more
    )
