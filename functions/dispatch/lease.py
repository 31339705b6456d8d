"""Leases writes from a quota that all workers share, in blocks that grow with the demand."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from functions.dispatch.allowances import Window
from functions.dispatch.grant import Granted, counted
from functions.dispatch.platforms.outcome import PutOff
from shared.cases import quotas
from shared.cases.keys import Key
from shared.cases.quotas import KEEP_SECONDS, Quota
from shared.cases.table import Table

TRIES = 12  # of a write that others were faster with: at each try one of them succeeds
LARGEST_BLOCK = 20
BLOCK_SHARE = 100  # a block holds at most this part of the narrowest window
CONTENDED = PutOff("rate_limited", 1.0)

type Answer = Granted | PutOff
type Decides = Callable[[Quota, int], tuple[Quota, Answer]]


@dataclass(frozen=True, slots=True)
class Pool:
    """Windows that are counted together, in one item."""

    key: Key
    name: str
    windows: tuple[Window, ...]

    @property
    def largest_block(self) -> int:
        """So small that what fifty workers hold and don't use is no loss."""
        share = min(window.writes for window in self.windows) // BLOCK_SHARE
        return max(1, min(share, LARGEST_BLOCK))


@dataclass(slots=True)
class Lease:
    """What a worker holds of a pool: `block` is how much it asked for, `left` what isn't used."""

    pool: Pool
    granted: Granted
    block: int
    left: int


@dataclass(slots=True)
class Leases:
    """The leases of one process. `kept`: each quota as it was last seen, tried first.

    `expected`: how many writes the batch may still want of one account.
    """

    table: Table
    kept: dict[str, Quota] = field(default_factory=dict)
    held: dict[tuple[str, str], Lease] = field(default_factory=dict)
    expected: int = 1

    def expect(self, writes: int) -> None:
        """Ask for so many at once: what isn't used is given back at the end of the batch."""
        self.expected = max(writes, 1)

    def at_hand(self, pool: Pool, now: datetime) -> Lease | None:
        """What is left of the last block, while it may be used."""
        lease = self.held.get((pool.key["pk"], pool.name))
        return lease if lease and lease.left > 0 and now < lease.granted.use_by else None

    def take(self, pool: Pool, decides: Decides, now: datetime, *, most: int) -> Lease | PutOff:
        """One write of a new block of up to `most`, as `decides` grants it."""
        block = min(self._next_block(pool, now), most)
        answers: list[Answer] = []

        def ask(quota: Quota) -> Quota:
            after, answer = decides(quota, block)
            answers.append(answer)
            return after

        is_written = self.change(pool.key, ask, now)
        answer = answers[-1]
        if isinstance(answer, PutOff):
            return answer
        if not is_written:
            return CONTENDED
        lease = Lease(pool, answer, block, answer.writes)
        self.held[pool.key["pk"], pool.name] = lease
        return lease

    def give_back(self, now: datetime) -> None:
        """What nobody of this batch needed is others' to use."""
        for lease in self.held.values():
            if lease.left > 0 and now < lease.granted.use_by:
                self._give_back(lease, now)
            lease.left = 0

    def change(self, key: Key, how: Callable[[Quota], Quota], now: datetime) -> bool:
        """Replace a quota by what `how` makes of it; False where others were always faster."""
        for _ in range(TRIES):
            before = self.kept.pop(key["pk"], None) or quotas.read(self.table, key)
            after = how(before)
            if after is before:
                self.kept[key["pk"]] = before
                return True
            after = after.model_copy(update={"version": before.version + 1})
            if quotas.replace(self.table, key, after, int(now.timestamp() + KEEP_SECONDS)):
                self.kept[key["pk"]] = after
                return True
        return False

    def _give_back(self, lease: Lease, now: datetime) -> None:
        unused, marks = lease.left, lease.granted.marks
        self.change(lease.pool.key, lambda quota: counted(quota, marks, -unused), now)

    def _next_block(self, pool: Pool, now: datetime) -> int:
        """What the batch may want; twice the last one, where that was used up before its time."""
        last = self.held.get((pool.key["pk"], pool.name))
        is_hot = last is not None and last.left == 0 and now < last.granted.use_by
        wanted = max(2 * last.block, self.expected) if last and is_hot else self.expected
        return min(wanted, pool.largest_block)
