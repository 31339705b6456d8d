"""A change as TransactWriteItems wants it: never over 100 operations, some ten as a rule."""

from collections.abc import Iterator
from typing import Any

from shared.cases import groups, keys, lists, moves, parts
from shared.cases.attributes import Item, from_item, to_item
from shared.cases.change import Change, SeenPost
from shared.cases.items import Case, Conversation, Incident
from shared.cases.values import values
from shared.cases.writing import Operation
from shared.messages import Frozen


def operations(change: Change, table: str, expires_at: int) -> list[Operation]:
    """The change's operations, in one order."""
    return [_in(table, operation) for operation in _operations(change, expires_at)]


def marks(change: Change) -> set[int]:
    """Which operations, by index, tell that the effect stands already when they are refused."""
    versioned = (
        change.seen,
        change.conversation,
        change.case,
        change.other_case,
        change.incident,
        change.other_incident,
    )
    first_entry = sum(x is not None for x in versioned)
    return set(range(first_entry, first_entry + len(change.entries)))


def was_seen(change: Change, post: Item) -> bool:
    """Whether the post as it stands has this very mark: the first operation's other answer."""
    if change.seen is None:
        return False
    mark = keys.seen_mark(change.seen.post.verb, change.seen.post.revision)
    return mark in from_item(post).get("seen", ())


def _operations(change: Change, expires_at: int) -> Iterator[Operation]:
    yield from _versioned(change, expires_at)
    for entry in change.entries:
        key = keys.entry_key(entry.brand, entry.case_id, entry.at, entry.entry_id)
        yield _add(key, entry, expires_at, lists.of_entry(entry))
    yield from _said(change, expires_at)
    yield from groups.of(change, expires_at)
    for attention in change.attention:
        yield parts.attend(attention, expires_at)
    yield from map(moves.move, change.moved)
    if change.seen:
        yield from moves.leads(change.seen, change.replies, expires_at)
    if change.reference and change.case:
        yield parts.refer(change.case.brand, *change.reference, expires_at)


def _versioned(change: Change, expires_at: int) -> Iterator[Operation]:
    if change.seen:
        yield _see(change.seen, expires_at)
    if change.conversation:
        c = change.conversation
        yield _replace(keys.conversation_key(c.brand, c.conversation), c, expires_at)
    for case in (change.case, change.other_case):
        if case:
            key = keys.case_key(case.brand, case.case_id)
            index = lists.due(case.case_id, case) | lists.of_case(case)
            yield _replace(key, case, expires_at, index)
    for incident in (change.incident, change.other_incident):
        if incident:
            key = keys.incident_key(incident.brand, incident.incident_id)
            index = lists.due(incident.incident_id, incident) | lists.of_incident(incident)
            yield _replace(key, incident, expires_at, index)


def _said(change: Change, expires_at: int) -> Iterator[Operation]:
    for reply in change.replies:
        key = keys.reply_key(reply.brand, reply.case_id, reply.reply_id)
        yield _add(key, reply, expires_at, lists.due(reply.case_id, reply))
        yield parts.queue(reply, expires_at)
    for brief in change.briefs:
        key = keys.brief_key(brief.brand, brief.case_id, brief.brief_id)
        yield _add(key, brief, expires_at, lists.due(brief.case_id, brief) | lists.of_brief(brief))
    yield from map(parts.approve, change.approved)
    yield from map(parts.supersede, change.superseded)
    yield from map(parts.finish, change.done)
    yield from map(parts.rest, change.rested)


def _see(seen: SeenPost, expires_at: int) -> Operation:
    post, sets = seen.post, _kept_of(seen, expires_at)
    # By placeholders all of them: DynamoDB reserves five hundred words, and `reference` is one.
    names = {f"#{name}": name for name in ("seen", *sets)}
    values = {f":{name}": kept for name, kept in sets.items()}
    assignments = ", ".join(f"#{name} = :{name}" for name in sets)
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


def _kept_of(seen: SeenPost, expires_at: int) -> dict[str, object]:
    """What is kept of the post beside its marks; None leaves what stands there."""
    outcome = {
        "expires_at": expires_at,
        "case_id": seen.case_id,
        "outcome": seen.outcome,
        "reference": seen.reference,
    }
    is_older = seen.text is None and seen.post.text is not None
    words: dict[str, object] = {"body": seen.text, "target": moves.place_of(seen.post)}
    words = {} if is_older else words
    kept = {"is_deleted": True} if seen.post.verb == "deleted" else words
    alone = {} if seen.case_id else {"trace_id": seen.event_id, **lists.of_unanswered(seen)}
    return {n: value for n, value in (outcome | alone | kept).items() if value is not None}


def _replace(
    key: keys.Key,
    item: Conversation | Case | Incident,
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
    written = {**values(item), "expires_at": expires_at, **(index or {}), **key}
    return {"Item": to_item(written)}


def _in(table: str, operation: Operation) -> Operation:
    ((name, body),) = operation.items()
    return {name: {"TableName": table, **body}}
