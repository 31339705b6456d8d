"""Takes everything of one person out of the table: what leads to the rest goes last.

Whoever dies in between leaves a shorter way to the same end: the next try finds what is left. What
is counted stays counted: an incident's number of customers is no customer.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from botocore.exceptions import ClientError

from shared.cases import tombstones
from shared.cases.attributes import to_item
from shared.cases.holdings import Holdings, Item
from shared.cases.table import Table


def sweep(table: Table, found: Holdings, now: datetime) -> Counter[str]:
    """Erase what was gathered; how many items of each kind that were.

    Their conversations must have been buried before: else what arrives meanwhile would stay.
    """
    erased: Counter[str] = Counter()
    for item in _from_the_leaves(table, found):
        erased[_kind(item)] += _delete(table, item)
    for case in found.of("case"):
        if "erased_at" not in case:
            tombstones.stub(table, case["brand"], case["case_id"], now)
            erased["case"] += 1
    for item in _leads(found):
        erased[_kind(item)] += _delete(table, item)
    for brand, conversation in found.talks:
        tombstones.close_grave(table, brand, conversation)
    return erased


def _from_the_leaves(table: Table, found: Holdings) -> Iterator[Item]:
    """What leads nowhere, then what only a case leads to; not what leads to a case."""
    texts = {str(reply["reply_id"]) for reply in found.of("reply#")}
    of_cases = (item for items in found.cases.values() for item in items)
    for item in (*found.others, *of_cases):
        is_about_many = item["sk"].startswith("brief#") and "incident_id" in item
        if is_about_many:
            _without_words(table, item)
        elif item["sk"] == "thread" and _forget_texts(table, item, texts):
            continue
        elif item["sk"] != "case":
            yield item


def _leads(found: Holdings) -> Iterator[Item]:
    """What leads on: a post after what stands beneath it, a conversation's rows at the very end."""
    for items in found.posts.values():
        yield from sorted(items, key=lambda item: item["sk"] == "post")
    for items in found.talks.values():
        yield from (item for item in items if item["sk"] != "conversation")


def _forget_texts(table: Table, thread: Item, reply_ids: set[str]) -> bool:
    """Our texts to this person leave a thread in which others were answered too.

    Returns:
        Whether something is left of it. If somebody answers there at this moment, all of it goes.
    """
    others = [said for said in thread["said"] if said["reply_id"] not in reply_ids]
    if not others:
        return False
    if len(others) == len(thread["said"]):
        return True
    changed = {**thread, "said": others, "version": thread["version"] + 1}
    try:
        table.client().put_item(
            TableName=table.name,
            Item=to_item(changed),
            ConditionExpression="version = :read",
            ExpressionAttributeValues=to_item({":read": thread["version"]}),
        )
    except ClientError as error:
        if error.response["Error"]["Code"] != "ConditionalCheckFailedException":
            raise
        return False
    return True


def _without_words(table: Table, brief: Item) -> None:
    """A task about a whole incident stays, without the words of the customer that it quoted."""
    table.client().update_item(
        TableName=table.name,
        Key=to_item({"pk": brief["pk"], "sk": brief["sk"]}),
        UpdateExpression="SET page = :page, conversation = :nobody",
        ConditionExpression="attribute_exists(pk)",
        ExpressionAttributeValues=to_item(
            {":page": f"sixday incidents {brief['incident_id']}", ":nobody": ""}
        ),
    )


def _delete(table: Table, item: Item) -> int:
    """How many were there still: another worker may have been faster."""
    key = to_item({"pk": item["pk"], "sk": item["sk"]})
    answer: dict[str, Any] = table.client().delete_item(
        TableName=table.name, Key=key, ReturnValues="ALL_OLD"
    )
    return int(bool(answer.get("Attributes")))


def _kind(item: Item) -> str:
    """What an item is, in `infra/table.md`'s word for it."""
    if item["pk"].endswith("#corrections"):
        return "correction"
    first = str(item["sk"]).split("#", 1)[0]
    return _NAMES.get((str(item["pk"]).split("#")[1], first), first)


_NAMES = {
    ("conversation", "post"): "lead",
    ("post", "beneath"): "lead",
    ("case", "timeline"): "entry",
}
