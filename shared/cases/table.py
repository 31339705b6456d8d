"""Reads, and the one commit of a change."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from botocore.exceptions import ClientError

from shared.cases import keys
from shared.cases.attributes import from_item, to_item
from shared.cases.change import Change
from shared.cases.items import Brief, Case, Channel, Conversation, Entry, KnownPost, Reply
from shared.cases.operations import marks, operations, was_seen
from shared.errors import AlreadyDoneError, ConflictError


@dataclass(frozen=True, slots=True)
class Known:
    """What the table knows before something is decided; `replies` where they matter."""

    post: KnownPost
    conversation: Conversation
    case: Case | None
    replies: tuple[Reply, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One table. `retention_days` is how long anything about a person is kept."""

    client: Callable[[], Any]
    name: str
    retention_days: int = 400

    def channel(self, platform: str, account_id: str) -> Channel | None:
        """Whose account this is, or None for one that nobody added."""
        item = self.get(keys.channel_key(platform, account_id), consistent=False)
        return Channel(**item) if item else None

    def known(self, brand: str, platform: str, object_id: str, conversation: str) -> Known:
        """What is known of a post, its conversation and the case open there; consistent."""
        post_key = keys.post_key(brand, platform, object_id)
        conversation_key = keys.conversation_key(brand, conversation)
        items = self._get_both(post_key, conversation_key)
        post = KnownPost(**items.get(post_key["pk"], {}))
        talk = items.get(conversation_key["pk"], {"brand": brand, "conversation": conversation})
        found = Conversation(**talk)
        case_id = post.case_id or found.open_case_id
        return Known(post, found, self.case(brand, case_id) if case_id else None)

    def known_case(self, brand: str, case_id: str) -> Known:
        """What is known where no post is in question."""
        nobody = Conversation(brand=brand, conversation="")
        return Known(KnownPost(), nobody, self.case(brand, case_id))

    def with_replies(self, known: Known) -> Known:
        """The same, with every reply of its case."""
        case = known.case
        return replace(known, replies=self.replies(case.brand, case.case_id)) if case else known

    def brief(self, brand: str, case_id: str, brief_id: str) -> Brief | None:
        """A brief as it stands now."""
        item = self.get(keys.brief_key(brand, case_id, brief_id))
        return Brief(**item) if item else None

    def mark_brief_sent(self, brief: Brief) -> None:
        """It has gone: follow-up needn't send it again."""
        self.client().update_item(
            TableName=self.name,
            Key=to_item(keys.brief_key(brief.brand, brief.case_id, brief.brief_id)),
            UpdateExpression="SET #state = :sent REMOVE due_shard, due_at",
            ExpressionAttributeNames={"#state": "state"},
            ExpressionAttributeValues=to_item({":sent": "sent"}),
        )

    def case(self, brand: str, case_id: str) -> Case | None:
        """The case as it stands now; consistent."""
        item = self.get(keys.case_key(brand, case_id))
        return Case(**item) if item else None

    def replies(self, brand: str, case_id: str) -> tuple[Reply, ...]:
        """Every reply of a case, in no order."""
        return tuple(Reply(**item) for item in self.case_items(brand, case_id, "reply#"))

    def entries(self, brand: str, case_id: str) -> list[Entry]:
        """The case's timeline, oldest first."""
        return [Entry(**item) for item in self.case_items(brand, case_id, "timeline#")]

    def case_items(self, brand: str, case_id: str, starts: str = "") -> list[dict[str, Any]]:
        """The case's items whose sort key begins with `starts`, as plain mappings."""
        values = {":pk": keys.case_key(brand, case_id)["pk"], ":starts": starts}
        condition = "pk = :pk AND begins_with(sk, :starts)" if starts else "pk = :pk"
        used = values if starts else {":pk": values[":pk"]}
        pages = (
            self.client()
            .get_paginator("query")
            .paginate(
                TableName=self.name,
                KeyConditionExpression=condition,
                ExpressionAttributeValues=to_item(used),
                ConsistentRead=True,
            )
        )
        return [from_item(item) for page in pages for item in page["Items"]]

    def commit(self, change: Change, now: datetime) -> None:
        """Write everything, or nothing.

        Raises:
            AlreadyDoneError: the post was seen, or the entry stands: a repetition.
            ConflictError: somebody else was faster: read again and decide again.
        """
        if not operations(change, self.name, 0):
            return
        try:
            self.client().transact_write_items(
                TransactItems=operations(change, self.name, self.expires_at(now))
            )
        except ClientError as error:
            raise _explain(error, change) from error

    def expires_at(self, now: datetime) -> int:
        """Unix seconds at which what is written now may be forgotten."""
        return int((now + timedelta(days=self.retention_days)).timestamp())

    def get(self, key: keys.Key, *, consistent: bool = True) -> dict[str, Any] | None:
        """One item as a plain mapping, or None."""
        answer = self.client().get_item(
            TableName=self.name, Key=to_item(key), ConsistentRead=consistent
        )
        return from_item(answer["Item"]) if "Item" in answer else None

    def _get_both(self, *wanted: keys.Key) -> dict[str, dict[str, Any]]:
        request = {self.name: {"Keys": [to_item(k) for k in wanted], "ConsistentRead": True}}
        found: dict[str, dict[str, Any]] = {}
        while request:  # a throttled table gives back what it didn't read
            answer = self.client().batch_get_item(RequestItems=request)
            items = [from_item(item) for item in answer["Responses"].get(self.name, [])]
            found |= {item["pk"]: item for item in items}
            request = answer.get("UnprocessedKeys", {})
        return found


def _explain(error: ClientError, change: Change) -> Exception:
    code = error.response.get("Error", {}).get("Code")
    if code == "TransactionConflictException":
        return ConflictError("another write is under way")
    if code != "TransactionCanceledException":
        return error
    reasons: list[Any] = list(error.response.get("CancellationReasons", []))
    codes = [reason.get("Code") for reason in reasons]
    refused = {i for i, code in enumerate(codes) if code == "ConditionalCheckFailed"}
    if refused & marks(change) or any(was_seen(change, r.get("Item", {})) for r in reasons[:1]):
        return AlreadyDoneError("this event is done already")
    if refused or "TransactionConflict" in codes:
        return ConflictError("an item changed since it was read")
    return error
