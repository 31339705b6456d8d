"""What a decision is: data, before anything happens because of it."""

from dataclasses import dataclass

from shared.cases.change import Change


@dataclass(frozen=True, slots=True)
class Decision:
    """What should be written, and in one word what came of the event; `rule` says which decided."""

    change: Change
    outcome: str
    reason: str | None = None
    rule: str | None = None
    case_id: str | None = None
    is_person_needed: bool = False
