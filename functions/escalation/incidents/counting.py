"""Counts what comes and reads what usually does: a call a batch, three calls a minute."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from secrets import randbelow
from typing import get_args

from functions.escalation.incidents.volume import Volume, rate_of, volume_of
from functions.escalation.policy import Burst
from shared.cases import volumes
from shared.cases.table import Table
from shared.cases.volumes import TOTAL, Slot
from shared.messages import PostClassified, Topic
from shared.observability import Line, log

KEEP = timedelta(seconds=60)
TOPICS: tuple[Topic, ...] = get_args(Topic.__value__)
NIGHT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Volumes:
    """A worker's count of the posts that it saw, and its view of all that came."""

    shard: int = field(default_factory=lambda: randbelow(volumes.SHARDS))
    pending: dict[tuple[str, Slot], Counter[str]] = field(default_factory=dict)
    kept: dict[str, tuple[datetime, Volume]] = field(default_factory=dict)

    def saw(self, event: PostClassified, now: datetime, policy: Burst) -> None:
        """Count a post, in memory. Our own, edits and deletions are none of the public's words."""
        post = event.post
        if post.is_echo or post.verb != "created" or post.echo_of is not None:
            return
        slot = volumes.slot_of(now, policy.window_minutes)
        whole = Slot(slot.label, slot.day, 0.0)
        count = self.pending.setdefault((event.brand, whole), Counter())
        count[TOTAL] += 1
        if event.labels is not None and event.labels.kind == "complaint":
            count[event.labels.topic] += 1

    def flush(self, table: Table) -> None:
        """Write what was counted. A count that fails is lost, and told: no post is held up."""
        pending = dict(self.pending)
        self.pending.clear()
        for (brand, slot), counts in pending.items():
            try:
                _add(table, brand, slot, self.shard, counts)
            except Exception as error:
                log(Line("volume_not_counted", type(error).__name__, brand=brand), level="error")

    def of(
        self, table: Table, brand: str, now: datetime, policy: Burst, *, is_fresh: bool = False
    ) -> Volume:
        """How much comes now, as of less than a minute ago."""
        at, found = self.kept.get(brand, (None, None))
        if found is None or at is None or is_fresh or not at <= now < at + KEEP:
            found = _read(table, brand, now, policy)
            self.kept[brand] = (now, found)
        return found


def _add(table: Table, brand: str, slot: Slot, shard: int, counts: Counter[str]) -> None:
    end = datetime.combine(slot.day, datetime.min.time()) + timedelta(days=volumes.KEEP_DAYS)
    volumes.add(table, brand, slot, shard, counts, int(end.timestamp()))


def _read(table: Table, brand: str, now: datetime, policy: Burst) -> Volume:
    slot = volumes.slot_of(now, policy.window_minutes)
    earlier = volumes.slot_before(now, policy.window_minutes)
    here = volumes.read(table, brand, slot, policy.usual_days)
    there = volumes.read(table, brand, earlier, policy.usual_days)
    night = NIGHT if earlier.day < slot.day else timedelta(0)

    def days(name: str) -> tuple[dict[date, int], dict[date, int]]:
        before = {day + night: counts.get(name, 0) for day, counts in there.items()}
        return {day: counts.get(name, 0) for day, counts in here.items()}, before

    total = rate_of(*days(TOTAL), slot.day, slot.share)
    topics = {topic: rate_of(*days(topic), slot.day, slot.share) for topic in TOPICS}
    volume = volume_of(total, topics, policy)
    if not (volume.is_abnormal or volume.bursts):
        return volume
    is_told = volumes.is_told(table, brand, now.date())
    return volume_of(total, topics, policy, is_told=is_told)
