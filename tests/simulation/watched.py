"""A table that watches how its items change: what may follow what, whoever writes.

A life's end shows what is there; a state that was passed on the way there shows only here.
"""

from tests.fakes.expressions import Item
from tests.fakes.shelf import Place, Shelf

# Which state of a reply may follow which; it may always stay as it is.
WAYS = {
    "planned": {"sending", "failed", "superseded"},
    "drafted": {"planned", "failed", "superseded"},
    "sending": {"planned", "sent", "failed", "unknown"},
    "unknown": {"sent"},
    "sent": set[str](),
    "failed": set[str](),
    "superseded": set[str](),
}
VERSIONED = frozenset({"case", "conversation", "incident"})


class Watched(Shelf):
    """`wrong`: every change that must not be, in words."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []

    def __setitem__(self, place: Place, item: Item) -> None:
        before = self.get(place)
        if before is not None:
            self._compare(place[2], before, item)
        super().__setitem__(place, item)

    def _compare(self, sk: str, before: Item, after: Item) -> None:
        if sk.startswith("reply#"):
            one, other = before["state"]["S"], after["state"]["S"]
            if one != other and other not in WAYS[one]:
                situation = after["situation"]["S"]
                self.wrong.append(f"{one} became {other}: {situation} of {after['case_id']['S']}")
        if sk in VERSIONED and "version" in before:
            one, other = before["version"]["N"], after.get("version", {"N": "0"})["N"]
            if before != after and _is_written_whole(before, after) and int(other) != int(one) + 1:
                self.wrong.append(f"overwritten: version {one} of a {sk} by version {other}")


def _is_written_whole(before: Item, after: Item) -> bool:
    """By a decision; follow-up moves a date on, and leaves the rest."""
    moved = {"due_at", "due_shard"}
    return any(before.get(name) != after.get(name) for name in {*before, *after} - moved)
