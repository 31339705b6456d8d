"""What waits for a person: briefs, tasks and drafts, case by case, the gravest first."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from functions.escalation.verbs.approving import digest_of
from infra.ops import case_file, channels
from infra.ops.deployment import Deployment
from shared.cases import keys
from shared.cases.items import Brief, Case, Reply


@dataclass(frozen=True, slots=True)
class Waiting:
    """One case on which somebody is asked to act; `drafts` leave once they are approved."""

    case: Case
    briefs: tuple[Brief, ...]
    drafts: tuple[Reply, ...]

    @property
    def since(self) -> datetime:
        return min(brief.at or self.case.opened_at for brief in self.briefs)

    def as_json(self) -> dict[str, Any]:
        """Plain values, with the digest of each draft."""
        drafts = [d.model_dump(mode="json") | {"digest": digest(d)} for d in self.drafts]
        return {
            "case_id": self.case.case_id,
            "brand": self.case.brand,
            "priority": self.case.priority,
            "since": self.since,
            "briefs": [brief.model_dump(mode="json") for brief in self.briefs],
            "drafts": drafts,
        }


def waiting(deployment: Deployment, brand: str | None, person: str | None) -> list[Waiting]:
    """All of it, graver before milder and older before newer; `person`: what waits for them."""
    brands = [brand] if brand else channels.brands(deployment)
    found = [one for each in brands for one in _of_brand(deployment, each, person)]
    return sorted(found, key=lambda one: (-one.case.priority, one.since))


def digest(draft: Reply) -> str | None:
    """By what an approval names the text that was read; None while it is being composed."""
    return digest_of(draft.text) if draft.text is not None else None


def _of_brand(deployment: Deployment, brand: str, person: str | None) -> list[Waiting]:
    briefs: dict[str, list[Brief]] = {}
    for item in deployment.table.listed(keys.inbox(brand)):
        brief = Brief(**item)
        if person in {None, brief.to}:
            briefs.setdefault(brief.case_id, []).append(brief)
    found = ((case_file.read(deployment.table, brand, i), many) for i, many in briefs.items())
    return [
        Waiting(file.case, tuple(many), tuple(r for r in file.replies if r.state == "drafted"))
        for file, many in found
        if file is not None
    ]
