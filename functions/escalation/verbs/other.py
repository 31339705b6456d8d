"""What is read of the other case before it is merged: what it said, who waits, which incident."""

from dataclasses import replace

from functions.escalation.known import Known
from functions.escalation.said import briefs_in, replies_in
from shared.cases import keys
from shared.cases.items import Case, Member
from shared.cases.table import Table


def with_other(table: Table, known: Known) -> Known:
    """The same, with everything of the other case that moves, or is withdrawn."""
    other = known.other
    if other is None:
        return known
    items = table.case_items(other.brand, other.case_id)
    return replace(
        known,
        other_replies=replies_in(items),
        other_briefs=briefs_in(items),
        other_member=_member(table, other),
    )


def _member(table: Table, other: Case) -> Member | None:
    if other.incident_id is None:
        return None
    key = keys.member_key(other.brand, other.incident_id, other.conversation)
    item = table.get(key)
    return Member(**item) if item else None
