"""What one transaction writes: the effect, and the mark that it was done, together."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from shared.cases import keys
from shared.cases.attributes import Item, from_item, to_item
from shared.cases.items import Brief, Case, Conversation, Entry, Reply
from shared.clock import iso
from shared.messages import Frozen, Post

RESEND_SECONDS = 60  # what was decided but hasn't gone after a minute is sent again by follow-up


@dataclass(frozen=True, slots=True)
class SeenPost:
    """Marks a post as handled. `text` is None where an older text must not overwrite a newer.

    A post without a case keeps its `outcome` itself, and can be found by its event. `before`: how
    often it had been seen when this was decided; a deletion since then must be known first.
    """

    brand: str
    post: Post
    case_id: str | None
    text: str | None
    event_id: str
    outcome: str
    before: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """Everything that one event does to the table. Versions are those that were read, plus one."""

    seen: SeenPost | None = None
    conversation: Conversation | None = None
    case: Case | None = None
    entries: tuple[Entry, ...] = ()
    replies: tuple[Reply, ...] = ()
    superseded: tuple[Reply, ...] = ()
    briefs: tuple[Brief, ...] = ()


type Operation = dict[str, dict[str, Any]]


def operations(change: Change, table: str, expires_at: int) -> list[Operation]:
    """The change as TransactWriteItems wants it; at most some ten operations, never over 100."""
    return [_in(table, operation) for operation in _operations(change, expires_at)]


def marks(change: Change) -> set[int]:
    """Which operations, by index, tell that the effect stands already when they are refused."""
    first_entry = sum(x is not None for x in (change.seen, change.conversation, change.case))
    return set(range(first_entry, first_entry + len(change.entries)))


def was_seen(change: Change, post: Item) -> bool:
    """Whether the post as it stands has this very mark: the first operation's other answer."""
    if change.seen is None:
        return False
    mark = keys.seen_mark(change.seen.post.verb, change.seen.post.revision)
    return mark in from_item(post).get("seen", ())


def _operations(change: Change, expires_at: int) -> Iterator[Operation]:
    if change.seen:
        yield _see(change.seen, expires_at)
    if change.conversation:
        c = change.conversation
        yield _replace(keys.conversation_key(c.brand, c.conversation), c, expires_at)
    if change.case:
        yield _replace_case(change.case, expires_at)
    for entry in change.entries:
        key = keys.entry_key(entry.brand, entry.case_id, entry.at, entry.entry_id)
        yield _add(key, entry, expires_at, {"trace_id": entry.event_id})
    for reply in change.replies:
        key = keys.reply_key(reply.brand, reply.case_id, reply.reply_id)
        yield _add(key, reply, expires_at, _due(reply.case_id, reply))
    for brief in change.briefs:
        key = keys.brief_key(brief.brand, brief.case_id, brief.brief_id)
        yield _add(key, brief, expires_at, _due(brief.case_id, brief))
    for reply in change.superseded:
        yield _supersede(reply)


def _see(seen: SeenPost, expires_at: int) -> Operation:
    post, names = seen.post, {"#seen": "seen"}
    sets = {"expires_at": expires_at, "case_id": seen.case_id, "outcome": seen.outcome}
    if seen.case_id is None:
        sets["trace_id"] = seen.event_id
    if post.verb == "deleted":
        sets["is_deleted"] = True
    else:
        sets["body"] = seen.text
    values = {f":{name}": value for name, value in sets.items() if value is not None}
    assignments = ", ".join(f"{name[1:]} = {name}" for name in values)
    removes = " REMOVE body" if post.verb == "deleted" else ""  # its words were taken back
    mark = keys.seen_mark(post.verb, post.revision)
    condition = "attribute_not_exists(#seen)"
    if seen.before:  # marks are never taken away: as many are the same
        condition = "NOT contains(#seen, :one) AND size(#seen) = :before"
        values |= {":one": mark, ":before": seen.before}
    return {
        "Update": {
            "Key": to_item(keys.post_key(seen.brand, post.platform, post.object_id)),
            "UpdateExpression": f"SET {assignments}{removes} ADD #seen :mark",
            "ConditionExpression": condition,
            "ExpressionAttributeNames": names,
            "ExpressionAttributeValues": to_item({**values, ":mark": {mark}}),
            "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
        }
    }


def _replace_case(case: Case, expires_at: int) -> Operation:
    return _replace(
        keys.case_key(case.brand, case.case_id), case, expires_at, _due(case.case_id, case)
    )


def _replace(
    key: keys.Key,
    item: Conversation | Case,
    expires_at: int,
    index: dict[str, str] | None = None,
) -> Operation:
    if item.version <= 1:
        return _add(key, item, expires_at, index)
    put = _put(key, item, expires_at, index)
    put["ConditionExpression"] = "version = :before"
    put["ExpressionAttributeValues"] = to_item({":before": item.version - 1})
    return {"Put": put}


def _add(
    key: keys.Key, item: Frozen, expires_at: int, index: dict[str, str] | None = None
) -> Operation:
    put = _put(key, item, expires_at, index)
    return {"Put": {**put, "ConditionExpression": "attribute_not_exists(pk)"}}


def _put(
    key: keys.Key, item: Frozen, expires_at: int, index: dict[str, str] | None
) -> dict[str, Any]:
    values = item.model_dump(mode="json", exclude_none=True) | {"expires_at": expires_at}
    values.pop("due_at", None)  # stands only where the index should see it
    return {"Item": to_item({**values, **(index or {}), **key})}


def _due(case_id: str, item: Case | Reply | Brief) -> dict[str, str]:
    if item.due_at is None:
        return {}
    return {"due_shard": keys.due_shard(case_id), "due_at": iso(item.due_at)}


def _supersede(reply: Reply) -> Operation:
    return {
        "Update": {
            "Key": to_item(keys.reply_key(reply.brand, reply.case_id, reply.reply_id)),
            "UpdateExpression": "SET #state = :superseded REMOVE due_shard, due_at",
            "ConditionExpression": "#state = :planned",
            "ExpressionAttributeNames": {"#state": "state"},
            "ExpressionAttributeValues": to_item(
                {":superseded": "superseded", ":planned": "planned"}
            ),
        }
    }


def _in(table: str, operation: Operation) -> Operation:
    ((name, body),) = operation.items()
    return {name: {"TableName": table, **body}}
