"""Reads, and the one commit of a change."""

from datetime import datetime
from itertools import islice
from typing import Any

from botocore.exceptions import ClientError

from shared.cases import keys
from shared.cases.attributes import to_item
from shared.cases.change import Change
from shared.cases.items import Brief, Case, Channel, Entry, Incident, Member, Reply
from shared.cases.operations import marks, operations, was_seen
from shared.cases.rows import Rows
from shared.clock import iso
from shared.errors import AlreadyDoneError, ConflictError


class Table(Rows):
    """What the cases' items are to those who read and write them."""

    def channel(self, platform: str, account_id: str) -> Channel | None:
        """Whose account this is, or None for one that nobody added."""
        item = self.get(keys.channel_key(platform, account_id), consistent=False)
        return Channel(**item) if item else None

    def channels(self) -> list[Channel]:
        """Every account that somebody added."""
        return [Channel(**item) for item in self.listed(keys.CHANNELS)]

    def brief(self, brand: str, case_id: str, brief_id: str) -> Brief | None:
        """A brief as it stands now."""
        item = self.get(keys.brief_key(brand, case_id, brief_id))
        return Brief(**item) if item else None

    def briefs(self, brand: str, case_id: str) -> tuple[Brief, ...]:
        """Every brief of a case, in no order."""
        return tuple(Brief(**item) for item in self.case_items(brand, case_id, "brief#"))

    def mark_brief_sent(self, brief: Brief) -> None:
        """It has gone: it comes up again only if nobody acts on it in time."""
        expression, values = "SET #state = :sent REMOVE due_shard, due_at", {":sent": "sent"}
        if brief.answer_by is not None:
            expression = "SET #state = :sent, due_at = :due"
            values[":due"] = iso(brief.answer_by)
        try:
            self.client().update_item(
                TableName=self.name,
                Key=to_item(keys.brief_key(brief.brand, brief.case_id, brief.brief_id)),
                UpdateExpression=expression,
                ConditionExpression="#state = :planned",  # not after somebody acted on it
                ExpressionAttributeNames={"#state": "state"},
                ExpressionAttributeValues=to_item({**values, ":planned": "planned"}),
            )
        except ClientError as error:
            if error.response["Error"]["Code"] != "ConditionalCheckFailedException":
                raise

    def case(self, brand: str, case_id: str) -> Case | None:
        """The case as it stands now; consistent. None, too, for one that was erased."""
        item = self.get(keys.case_key(brand, case_id))
        return Case(**item) if item and "erased_at" not in item else None

    def replies(self, brand: str, case_id: str) -> tuple[Reply, ...]:
        """Every reply of a case, in no order."""
        return tuple(Reply(**item) for item in self.case_items(brand, case_id, "reply#"))

    def entries(self, brand: str, case_id: str) -> list[Entry]:
        """The case's timeline, oldest first."""
        return [Entry(**item) for item in self.case_items(brand, case_id, "timeline#")]

    def case_items(self, brand: str, case_id: str, starts: str = "") -> list[dict[str, Any]]:
        """The case's items whose sort key begins with `starts`, as plain mappings."""
        pk = keys.case_key(brand, case_id)["pk"]
        if not starts:
            return list(self.query("pk = :pk", {":pk": pk}))
        values = {":pk": pk, ":starts": starts}
        return list(self.query("pk = :pk AND begins_with(sk, :starts)", values))

    def incident(self, brand: str, incident_id: str) -> Incident | None:
        """The incident as it stands now; consistent."""
        item = self.get(keys.incident_key(brand, incident_id))
        return Incident(**item) if item else None

    def members(self, brand: str, incident_id: str, most: int | None = None) -> list[Member]:
        """The customers of an incident, `most` of them; consistent."""
        pk = keys.incident_key(brand, incident_id)["pk"]
        found = self.query(
            "pk = :pk AND begins_with(sk, :starts)", {":pk": pk, ":starts": "member#"}
        )
        return [Member(**item) for item in islice(found, most)]

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
