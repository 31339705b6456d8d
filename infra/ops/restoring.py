"""Brings rows back from a table that AWS restored from a backup, and has everybody know of it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from itertools import batched
from typing import Any

from botocore.exceptions import ClientError

from infra.ops import controls
from infra.ops.deployment import Deployment
from infra.ops.failures import NotDoneError
from infra.ops.progress import watched_over
from shared.cases.attributes import from_item
from shared.cases.person import gather
from shared.cases.table import Table

type Place = tuple[str, str]
type Row = dict[str, Any]  # as DynamoDB has it

WRITERS = 16
_OF_THE_MOMENT = {"quota", "refresh"}  # what is left of a limit now isn't what was left then


def begin(deployment: Deployment, now: datetime) -> None:
    """From now on nothing that was or may have been decided before is said by the program.

    Raises:
        NotDoneError: answers are still posted: what is brought back would leave at once.
    """
    mode = controls.read(deployment)["mode"]
    if mode != "off":
        raise NotDoneError(f"the mode is {mode}: sixday mode off first, and wait half a minute")
    controls.set_restored(deployment, now)


def bring_back(
    deployment: Deployment, source_name: str, *, is_over: bool, is_dry: bool
) -> dict[str, int]:
    """Copy the rows of a restored table into the stack's own: those that are missing there.

    `is_over`: also those that stand there, for a table that was damaged. What was erased since the
    backup stays erased in any case.
    """
    source = Table(lambda: deployment.client("dynamodb"), source_name)
    graves = _erased_since(deployment.table, source)
    done = {"brought_back": 0, "stood_already": 0, "erased_since": 0}
    wanted = _wanted(source, graves, done)
    with ThreadPoolExecutor(WRITERS) as pool:
        for some in batched(watched_over("rows", wanted), 100, strict=False):
            written = pool.map(lambda row: is_dry or _put(deployment.table, row, is_over), some)
            for is_written in written:
                done["brought_back" if is_written else "stood_already"] += 1
    return done


def _wanted(source: Table, graves: set[Place], done: dict[str, int]) -> Iterator[Row]:
    for row in _rows(source):
        if (row["pk"]["S"], row["sk"]["S"]) in graves:
            done["erased_since"] += 1
        elif row["sk"]["S"] not in _OF_THE_MOMENT:
            yield row


def _erased_since(table: Table, source: Table) -> set[Place]:
    """Everything in the backup of those whose words were erased since."""
    graves = [from_item(row) for row in _rows(table, "attribute_exists(erased_at)")]
    found = {(grave["pk"], grave["sk"]) for grave in graves}
    for grave in graves:
        if grave["sk"] == "conversation":
            until = datetime.fromisoformat(grave["erased_at"])
            talk = (grave["brand"], grave["conversation"])
            held = gather(source, [talk], until)
            rows = (*held.talks.values(), *held.posts.values(), *held.cases.values(), held.others)
            found |= {(item["pk"], item["sk"]) for items in rows for item in items}
    return found


def _put(table: Table, row: Row, is_over: bool) -> bool:
    """Whether it was written; not over a row that stands, unless it may be."""
    condition = "attribute_not_exists(pk)"
    if is_over:
        condition += " OR attribute_not_exists(erased_at)"
    try:
        table.client().put_item(TableName=table.name, Item=row, ConditionExpression=condition)
    except ClientError as error:
        if error.response["Error"]["Code"] != "ConditionalCheckFailedException":
            raise
        return False
    return True


def _rows(table: Table, condition: str | None = None) -> Iterator[Row]:
    """Every row, or those that a condition holds of: whoever restores reads all of it."""
    where = {"FilterExpression": condition} if condition else {}
    pages = table.client().get_paginator("scan").paginate(TableName=table.name, **where)
    for page in pages:
        yield from page["Items"]
