"""What a decision is: data, before anything happens because of it."""

from dataclasses import dataclass

from shared.cases.change import Change
from shared.cases.items import Reply


@dataclass(frozen=True, slots=True)
class Decision:
    """What should be written, and in one word what came of the event; `rule` says which decided.

    `seen_there`: a reply of ours that the platform shows, and the id that it has there.
    """

    change: Change
    outcome: str
    reason: str | None = None
    rule: str | None = None
    case_id: str | None = None
    is_person_needed: bool = False
    seen_there: tuple[Reply, str] | None = None
