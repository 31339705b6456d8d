"""What went no further, wherever it lies: parked in the table, or in a dead-letter queue."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from shared.cases.items import Parked

# Nobody could read these, and trying again makes them no more readable.
SET_ASIDE = frozenset({"unknown_event", "unreadable_body", "account_revoked", "policy_enforcement"})


@dataclass(frozen=True, slots=True)
class Stopped:
    """One message. `remove` takes it from where it lies; `group` is its dead letter's."""

    item: Parked
    place: Literal["parked", "dead letter"]
    remove: Callable[[], None]
    group: str = ""

    @property
    def may_go_again(self) -> bool:
        """Whether another try could change anything."""
        return self.item.reason not in SET_ASIDE and bool(self.item.body)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which of them are meant; what is None, or empty, leaves it open."""

    at: str | None = None
    cause: str | None = None
    brand: str | None = None
    event_ids: frozenset[str] = frozenset()

    def takes(self, one: Stopped) -> bool:
        """Whether it is one of those."""
        item = one.item
        return (
            (not self.event_ids or item.event_id in self.event_ids)
            and self.at in {None, item.stage}
            and self.cause in {None, item.reason}
            and self.brand in {None, item.brand or "-"}
        )

    @property
    def is_open(self) -> bool:
        """Whether it means everything."""
        return self == Choice()
