"""What a whole batch is going to ask the table for, read in one call and not in one a record.

Each item is given out once: whoever asks again, since somebody else was faster, reads it anew. So
it may stand only where a condition guards what is written because of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from shared.cases.keys import Key

KEEP_SECONDS = 5.0  # of a batch whose records take long the later ones ask for themselves

type Place = tuple[str, str]
type Found = Mapping[str, Any] | None  # None: it isn't there


@dataclass(slots=True)
class Ahead:
    """Items by their places, for as long as one batch lasts."""

    items: dict[Place, Found] = field(default_factory=dict)
    read_at: float = 0.0

    def keep(self, wanted: Iterable[Key], found: Mapping[Place, Mapping[str, Any]]) -> None:
        """Remember all that was wanted, also what there is none of."""
        places = [(key["pk"], key["sk"]) for key in wanted]
        self.items |= {place: found.get(place) for place in places}
        self.read_at = monotonic()

    def has(self, key: Key) -> bool:
        """Whether it need not be asked for."""
        is_young = monotonic() - self.read_at < KEEP_SECONDS
        return is_young and (key["pk"], key["sk"]) in self.items

    def take(self, key: Key) -> Found:
        """The item, this one time."""
        return self.items.pop((key["pk"], key["sk"]))
