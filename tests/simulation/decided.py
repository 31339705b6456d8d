"""What the door took of people, in a life."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Decided:
    """One decision about a case, or an incident; `version` is the one that the person saw."""

    brand: str
    subject: str
    decision_id: str
    version: int | None
