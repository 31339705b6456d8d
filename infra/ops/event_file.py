"""Everything that stands in the table about one event: its case's part of it, or its own."""

from dataclasses import dataclass
from typing import Any

from infra.ops import case_file
from infra.ops.case_file import CaseFile
from infra.ops.deployment import Deployment
from shared.cases.attributes import from_item, to_item
from shared.cases.items import Brief, Entry, Parked, Reply
from shared.cases.keys import Key


@dataclass(frozen=True, slots=True)
class EventFile:
    """What came of an event. `unanswered` is why a post without a case got no answer."""

    event_id: str
    case: CaseFile | None = None
    unanswered: str | None = None
    parked: tuple[Parked, ...] = ()

    @property
    def entries(self) -> list[Entry]:
        return [e for e in self.case.entries if e.event_id == self.event_id] if self.case else []

    @property
    def replies(self) -> list[Reply]:
        return [r for r in self.case.replies if r.event_id == self.event_id] if self.case else []

    @property
    def briefs(self) -> list[Brief]:
        return [b for b in self.case.briefs if b.event_id == self.event_id] if self.case else []

    @property
    def is_known(self) -> bool:
        """Whether the table knows of it: before escalation wrote, it doesn't."""
        return self.case is not None or self.unanswered is not None or bool(self.parked)


def read(deployment: Deployment, event_id: str) -> EventFile:
    """The event's file; it needs no brand, since the index leads to the full keys."""
    found = _keys(deployment, event_id)
    cases = [k["pk"] for k in found if "#case#" in k["pk"]]
    items = [deployment.table.get(k) or {} for k in found if "#case#" not in k["pk"]]
    return EventFile(
        event_id,
        _case(deployment, cases[0]) if cases else None,
        next((item["outcome"] for item in items if "outcome" in item), None),
        tuple(Parked(**item) for item in items if "stage" in item),
    )


def is_handled(deployment: Deployment, event_id: str) -> bool:
    """Whether something came of it; to be parked isn't enough."""
    return any("#parked#" not in key["pk"] for key in _keys(deployment, event_id))


def parked_key(deployment: Deployment, event_id: str) -> Key | None:
    """Where the event is parked; the newest place, if it was parked more than once."""
    places = [k for k in _keys(deployment, event_id) if "#parked#" in k["pk"]]
    return max(places, key=lambda k: k["sk"], default=None)


def _keys(deployment: Deployment, event_id: str) -> list[Key]:
    pages = (
        deployment.client("dynamodb")
        .get_paginator("query")
        .paginate(
            TableName=deployment.output("TableName"),
            IndexName="by_event",
            KeyConditionExpression="trace_id = :event",
            ExpressionAttributeValues=to_item({":event": event_id}),
        )
    )
    found: list[dict[str, Any]] = [from_item(item) for page in pages for item in page["Items"]]
    return [{"pk": item["pk"], "sk": item["sk"]} for item in found]


def _case(deployment: Deployment, pk: str) -> CaseFile | None:
    brand, _, case_id = pk.partition("#case#")
    return case_file.read(deployment.table, brand, case_id)
