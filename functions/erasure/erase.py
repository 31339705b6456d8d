"""Erases one person, step by step; each may be broken off and done again.

mark ─▶ table ─▶ archive ─▶ (two minutes) ─▶ once more ─▶ done

First their conversations are marked, so that nothing of theirs is taken in any more. What was being
decided at that moment has come to its end two minutes later, and a second look takes it too.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain

from functions.erasure.archive import Archive, hour_of
from functions.erasure.scrub import naming
from functions.erasure.whose import whose
from shared.batch import Done
from shared.cases import erasures, tombstones
from shared.cases.erase import sweep
from shared.cases.holdings import Holdings
from shared.cases.items.erasure import Erasing, Receipt
from shared.cases.parked import parked, unpark
from shared.cases.person import gather
from shared.cases.table import Table
from shared.errors import Park
from shared.messages import AnyMessage, ErasureRequested
from shared.observability import Line
from shared.queues import Outgoing
from shared.records import Record

SECOND_LOOK_SECONDS = 120  # longer than any function takes: nobody still decides on what was read
PARKED_DAYS = 60
MOST_IDS = 4_000  # kept from one step to the next: of the newest posts, within an item's 400 KB
GROUP = "erasures"


@dataclass(frozen=True, slots=True)
class Erasure:
    """Erasure, with all that it stands on. `is_late`: leave the rest to the next invocation."""

    table: Table
    archive: Archive
    pseudonym_key: Callable[[], bytes]
    now: Callable[[], datetime]
    queue_url: str

    def handle(
        self, message: AnyMessage, _record: Record, is_late: Callable[[], bool] = lambda: False
    ) -> Done:
        """Go one step on with one person's erasure."""
        if not isinstance(message, ErasureRequested):
            raise Park("not_for_erasure", message.kind)
        receipt = erasures.begin(self.table, message, self.now())
        if receipt.state == "done":
            return Done(Line("duplicate", "already_done", message.event_id))
        known = erasures.remaining(self.table, message.code)
        erasing = known or whose(self.table, message, self.pseudonym_key)
        if not erasing.is_swept:
            erasing = self._sweep(erasing)
        return self._scrub(message, receipt, erasing, is_late)

    def _sweep(self, erasing: Erasing) -> Erasing:
        """Out of the table. Whose it is stands written before the ways that lead there go."""
        now = self.now()
        until = erasing.until or now
        for talk in erasing.conversations:
            tombstones.bury(self.table, *talk, until)
        found = gather(self.table, erasing.conversations, until, erasing.posts)
        for talk in sorted(set(found.talks) - set(erasing.conversations)):
            tombstones.bury(self.table, *talk, until)
        erasing = _with(erasing, found)
        erasures.remember(self.table, erasing, now)
        erased = sweep(self.table, found, now)
        erased["parked"] += self._unpark(erasing, now)
        erasures.count(self.table, erasing.code, +erased, now)
        erasing = erasing.model_copy(update={"is_swept": True})
        erasures.remember(self.table, erasing, now)
        return erasing

    def _unpark(self, erasing: Erasing, now: datetime) -> int:
        """Of what couldn't be handled, whatever names them."""
        talks = (conversation for _, conversation in erasing.conversations)
        theirs = naming((*erasing.ids, *talks))
        if theirs is None:
            return 0
        brands = {None, *(channel.brand for channel in self.table.channels())}
        months = {f"{now - timedelta(days=d):%Y-%m}" for d in range(0, PARKED_DAYS + 31, 28)}
        whole = (
            parked(self.table, brand, datetime.fromisoformat(f"{month}-01"))
            for brand in brands
            for month in months
        )
        found = [it for it in chain.from_iterable(whole) if theirs.search(it.body.encode())]
        for item in found:
            unpark(self.table, item)
        return len(found)

    def _scrub(
        self,
        message: ErasureRequested,
        receipt: Receipt,
        erasing: Erasing,
        is_late: Callable[[], bool],
    ) -> Done:
        """Out of the archive, as far as time allows; then the second look, or the end."""
        changed, late_at = Counter[str](), None
        for key, number in self.archive.erase(erasing.ids, erasing.after):
            changed["archived"] += number
            if is_late():
                late_at = key
                break
        erasures.count(self.table, message.code, +changed, self.now())
        if late_at is not None:
            return self._again(message, erasing, "archive", {"after": late_at})
        if erasing.look == 1:
            since = hour_of(receipt.requested_at)
            more = {"look": 2, "is_swept": False, "after": since}
            return self._again(message, erasing, "second_look", more, SECOND_LOOK_SECONDS)
        erasures.finish(self.table, message.code, self.now())
        return Done(Line("person_erased", correlation_id=message.event_id))

    def _again(
        self,
        message: ErasureRequested,
        erasing: Erasing,
        step: str,
        more: dict[str, object],
        delay_seconds: int = 0,
    ) -> Done:
        erasures.remember(self.table, erasing.model_copy(update=more), self.now())
        body = message.model_dump_json(exclude_none=True)
        again = Outgoing(self.queue_url, body, GROUP, delay_seconds=delay_seconds)
        return Done(Line("erasing", step, message.event_id), (again,))


def _with(erasing: Erasing, found: Holdings) -> Erasing:
    posts = sorted({*erasing.posts, *found.places})[:MOST_IDS]
    ids = sorted({*erasing.ids, *found.ids})[:MOST_IDS]
    talks = sorted({*erasing.conversations, *found.talks})
    more = {"conversations": tuple(talks), "ids": tuple(ids), "posts": tuple(posts)}
    return erasing.model_copy(update=more | {"until": found.until})
