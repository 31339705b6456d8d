"""What anybody with its code may see of an erasure. Without pydantic: a cold start is short."""

from dataclasses import dataclass
from typing import Any, Protocol

from shared.cases.attributes import from_item, to_item
from shared.cases.keys import receipt_key


class GetsItems(Protocol):
    """What of the DynamoDB client is used here."""

    def get_item(
        self,
        *,
        TableName: str,  # noqa: N803 - AWS's names
        Key: dict[str, Any],  # noqa: N803
    ) -> dict[str, Any]: ...


@dataclass(frozen=True, slots=True)
class Shown:
    """How far it got; `items` were erased so far. The days are ISO 8601."""

    is_done: bool
    requested_on: str
    done_on: str | None
    items: int


def shown(client: GetsItems, table_name: str, code: str) -> Shown | None:
    """The receipt of a code, or None where there is none, or none yet."""
    answer = client.get_item(TableName=table_name, Key=to_item(receipt_key(code)))
    if "Item" not in answer:
        return None
    item = from_item(answer["Item"])
    done_at = item.get("done_at")
    return Shown(
        is_done=item["state"] == "done",
        requested_on=item["requested_at"][:10],
        done_on=done_at and done_at[:10],
        items=sum(item["erased"].values()),
    )
