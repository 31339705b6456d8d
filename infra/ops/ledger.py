"""The promise ledger: everything that we owe to customers, by its date."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from infra.ops import channels
from infra.ops.deployment import Deployment
from shared.cases import keys
from shared.cases.items import Case, Promise

_UNTOLD = "could_not_be_told"
_SHOWN = {"open", "lapsed", _UNTOLD}


@dataclass(frozen=True, slots=True)
class Owed:
    """One promise of an open case; `lapsed` ones were broken, and are owed still.

    Of what could not be told, since they deleted their post or asked for silence, nothing is owed.
    """

    case: Case
    promise: Promise

    @property
    def words(self) -> str:
        return self.promise.words or self.promise.what

    @property
    def is_untold(self) -> bool:
        return self.promise.state == _UNTOLD

    def as_json(self, now: datetime) -> dict[str, Any]:
        """Plain values; `left_seconds` is less than nothing where it is late."""
        left = (self.promise.due_at - now).total_seconds()
        whose = {"case_id": self.case.case_id, "brand": self.case.brand, "left_seconds": left}
        return self.promise.model_dump(mode="json") | whose


def owed(deployment: Deployment, brand: str | None, person: str | None) -> list[Owed]:
    """What is owed in all open cases, the next first; last what could not be told.

    `person`: only what is theirs to keep.

    Reads the open cases themselves: half a read unit each.
    """
    brands = [brand] if brand else channels.brands(deployment)
    found = (owed for one in brands for owed in _of_brand(deployment, one))
    mine = [it for it in found if person in {None, it.promise.owner}]
    return sorted(mine, key=lambda it: (it.is_untold, it.promise.due_at))


def _of_brand(deployment: Deployment, brand: str) -> Iterator[Owed]:
    for shard in range(keys.LIST_SHARDS):
        for item in deployment.table.listed(keys.open_cases(brand, shard)):
            case = Case(**item)
            yield from (Owed(case, p) for p in case.promises if p.state in _SHOWN)
