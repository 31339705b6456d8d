"""Everything that stands in the table about one case."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from infra.ops import channels
from infra.ops.deployment import Deployment
from shared.cases import keys
from shared.cases.items import Brief, Case, Entry, Reply
from shared.cases.table import Table


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case with all that hangs on it. `text` is what the customer wrote last, where it's kept."""

    case: Case
    text: str | None
    replies: tuple[Reply, ...]
    briefs: tuple[Brief, ...]
    entries: tuple[Entry, ...]

    def as_json(self) -> dict[str, Any]:
        """The whole file, as plain values."""
        return {
            "case": self.case.model_dump(mode="json"),
            "text": self.text,
            "replies": [reply.model_dump(mode="json") for reply in self.replies],
            "briefs": [brief.model_dump(mode="json") for brief in self.briefs],
            "timeline": [entry.model_dump(mode="json") for entry in self.entries],
        }


def find(deployment: Deployment, case_id: str, brand: str | None) -> CaseFile | None:
    """The file of a case; without a brand each is asked, since the brand leads every key."""
    for one in [brand] if brand else channels.brands(deployment):
        if found := read(deployment.table, one, case_id):
            return found
    return None


def read(table: Table, brand: str, case_id: str) -> CaseFile | None:
    """The file of a brand's case, in one query and one read."""
    by_kind: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for item in table.case_items(brand, case_id):
        by_kind[item["sk"].split("#", 1)[0]].append(item)
    if not by_kind["case"] or "erased_at" in by_kind["case"][0]:
        return None
    case = Case(**by_kind["case"][0])
    return CaseFile(
        case=case,
        text=_text(table, case),
        replies=tuple(sorted((Reply(**r) for r in by_kind["reply"]), key=lambda r: r.planned_at)),
        briefs=tuple(Brief(**brief) for brief in by_kind["brief"]),
        entries=tuple(Entry(**entry) for entry in by_kind["timeline"]),
    )


def _text(table: Table, case: Case) -> str | None:
    target = case.target
    post = table.get(keys.post_key(case.brand, target.platform, target.object_id))
    return post.get("body") if post else None
