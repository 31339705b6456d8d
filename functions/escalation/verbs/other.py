"""What is read of the other case before it is merged: what it said, who waits, which incident."""

from dataclasses import replace

from functions.escalation.known import Known
from shared.cases import keys
from shared.cases.items import Brief, Case, Member, Reply
from shared.cases.table import Table


def with_other(table: Table, known: Known) -> Known:
    """The same, with everything of the other case that moves, or is withdrawn."""
    other = known.other
    if other is None:
        return known
    items = table.case_items(other.brand, other.case_id)
    return replace(
        known,
        other_replies=tuple(Reply(**item) for item in items if item["sk"].startswith("reply#")),
        other_briefs=tuple(Brief(**item) for item in items if item["sk"].startswith("brief#")),
        other_member=_member(table, other),
    )


def _member(table: Table, other: Case) -> Member | None:
    if other.incident_id is None:
        return None
    key = keys.member_key(other.brand, other.incident_id, other.conversation)
    item = table.get(key)
    return Member(**item) if item else None
