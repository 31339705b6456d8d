"""How many posts came, by brand and time of day: added up once a batch, read once a minute.

A slot is a part of the day as long as the policy's window: its item of each day stands beside that
of the days before, so that what is usual at this time is one query.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from shared.cases import keys
from shared.cases.attributes import to_item
from shared.cases.table import Table

SHARDS = 4  # of a slot: some 4,000 batches a second
KEEP_DAYS = 90  # longer than any policy's usual days
_DAY_MINUTES = 24 * 60
TOTAL = "posts"


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of a day. `share`: how much of it is over."""

    label: str
    day: date
    share: float


def slot_of(at: datetime, window_minutes: float) -> Slot:
    """The slot of a time, UTC."""
    minutes = at.hour * 60 + at.minute + at.second / 60
    number = int(minutes // window_minutes)
    label = f"{window_minutes:g}m{number:03d}"
    return Slot(label, at.date(), (minutes - number * window_minutes) / window_minutes)


def slot_before(at: datetime, window_minutes: float) -> Slot:
    """The one before: at midnight of the day before."""
    return slot_of(at - timedelta(minutes=window_minutes), window_minutes)


def add(
    table: Table, brand: str, slot: Slot, shard: int, counts: Mapping[str, int], expires_at: int
) -> None:
    """Add to a slot what a batch brought, in one call; `counts` by topic, and the TOTAL."""
    names = {f"#{n}": _attribute(name) for n, name in enumerate(counts)}
    adds = ", ".join(f"#{n} :{n}" for n in range(len(counts)))
    values = {f":{n}": number for n, number in enumerate(counts.values())}
    table.client().update_item(
        TableName=table.name,
        Key=to_item(keys.volume_key(brand, slot.label, slot.day, shard)),
        UpdateExpression=f"SET expires_at = :expires ADD {adds}",
        ExpressionAttributeNames=names,
        ExpressionAttributeValues=to_item({**values, ":expires": expires_at}),
    )


def read(table: Table, brand: str, slot: Slot, days: float) -> dict[date, dict[str, int]]:
    """What came in this slot, today and on the days before, by topic."""
    first = slot.day - timedelta(days=days)
    values = {
        ":pk": keys.volume_key(brand, slot.label, slot.day, 0)["pk"],
        ":first": first.isoformat(),
        ":last": f"{slot.day.isoformat()}~",
    }
    return _by_day(table.query("pk = :pk AND sk BETWEEN :first AND :last", values))


def is_told(table: Table, brand: str, day: date) -> bool:
    """Whether somebody was told today that more comes than usual."""
    return table.get(keys.rush_key(brand, day)) is not None


def _by_day(items: Iterable[Mapping[str, object]]) -> dict[date, dict[str, int]]:
    found: dict[date, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for item in items:
        day = date.fromisoformat(str(item["sk"]).split("#", 1)[0])
        for name, value in item.items():
            if name.startswith(_PREFIX):
                found[day][name.removeprefix(_PREFIX)] += int(str(value))
    return found


_PREFIX = "n_"


def _attribute(name: str) -> str:
    return f"{_PREFIX}{name}"
