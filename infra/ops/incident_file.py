"""Incidents as they stand in the table: each with its customers, and what echoed it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from infra.ops import channels
from infra.ops.deployment import Deployment
from shared.cases import keys
from shared.cases.groups import added_up
from shared.cases.items import Case, Incident, Member
from shared.cases.table import Table


@dataclass(frozen=True, slots=True)
class IncidentFile:
    """An incident with everybody who belongs to it, and how often others echoed it."""

    incident: Incident
    members: tuple[Member, ...]

    @property
    def resonance(self) -> int:
        """How often others echoed it in words."""
        return self.incident.resonance

    def left_seconds(self, now: datetime) -> float | None:
        """How long the clock of its action still runs; below zero it is over, None if it rests."""
        action = self.incident.action
        if action is None or action.state not in {"proposed", "committed"}:
            return None
        return (action.due_at - now).total_seconds()

    def as_json(self, now: datetime) -> dict[str, Any]:
        """All of it, as plain values."""
        return {
            **self.incident.model_dump(mode="json"),
            "customers": len(self.members),
            "left_seconds": self.left_seconds(now),
            "members": [member.model_dump(mode="json") for member in self.members],
        }


def listed(deployment: Deployment, brand: str | None, *, all_: bool) -> list[IncidentFile]:
    """The open incidents, and with `all_` those that ended; the newest first."""
    brands = [brand] if brand else channels.brands(deployment)
    found = [file for one in brands for file in _of_brand(deployment.table, one, all_=all_)]
    return sorted(found, key=lambda file: file.incident.opened_at, reverse=True)


def find(deployment: Deployment, incident_id: str, brand: str | None) -> IncidentFile | None:
    """One incident; without a brand each is asked, since the brand leads every key."""
    for one in [brand] if brand else channels.brands(deployment):
        if found := read(deployment.table, one, incident_id):
            return found
    return None


def read(table: Table, brand: str, incident_id: str) -> IncidentFile | None:
    """All that stands under an incident, in one query."""
    pk = keys.incident_key(brand, incident_id)["pk"]
    items = list(table.query("pk = :pk", {":pk": pk}))
    own = next((item for item in items if item["sk"] == "incident"), None)
    if own is None:
        return None
    members = [Member(**item) for item in items if item["sk"].startswith("member#")]
    members.sort(key=lambda member: (member.joined_at, member.case_id))
    incident = Incident(**own).model_copy(update=added_up(items))
    return IncidentFile(incident, tuple(members))


def words_of(table: Table, file: IncidentFile, most: int) -> list[str]:
    """What its first customers wrote, in their own words, as far as it is kept."""
    found: list[str] = []
    for member in file.members:
        case = table.case(member.brand, member.case_id)
        text = _text(table, case) if case else None
        if text and text not in found:
            found.append(text)
        if len(found) == most:
            break
    return found


def _text(table: Table, case: Case) -> str | None:
    target = case.target
    post = table.get(keys.post_key(case.brand, target.platform, target.object_id))
    return post.get("body") if post else None


def _of_brand(table: Table, brand: str, *, all_: bool) -> Iterator[IncidentFile]:
    for are_open in (True, False) if all_ else (True,):
        for item in table.listed(keys.incidents(brand, are_open=are_open)):
            if file := read(table, brand, item["incident_id"]):
                yield file
