"""Takes what is due, once, and sends it to the queue whose work it is."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from shared.asking import to_dispatch
from shared.cases import due
from shared.cases.due import Due
from shared.cases.table import Table
from shared.clock import iso
from shared.messages import CaseDue, IncidentDue, ReplyRequested
from shared.observability import Line, Metric, count, log
from shared.queues import MAX_ENTRIES, Outgoing


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Follow-up, with all that it stands on. `is_late` says when to leave the rest for later.

    `is_live` says whether replies that were held for that may go now.
    """

    table: Table
    send: Callable[[Sequence[Outgoing]], None]
    now: Callable[[], datetime]
    is_live: Callable[[], bool]
    escalation_queue_url: str
    dispatch_queue_url: str

    def work(self, is_late: Callable[[], bool]) -> int:
        """Enqueue everything that is due by now, ten at a time; how many that were.

        An item is taken before it is sent, so that one that dies in between comes up again when
        its lease is out: at least once, and its reader drops what it has seen.
        """
        sent = 0
        for batch in _tens(self._taken(is_late)):
            self.send(batch)
            sent += len(batch)
        count(Metric.DUE_ITEMS, sent)
        count(Metric.NOT_LIVE, 0 if self.is_live() else 1)
        log(Line("followed_up", posts=sent))
        return sent

    def _taken(self, is_late: Callable[[], bool]) -> Iterator[Outgoing]:
        now = self.now()
        for item in due.due(self.table, now, is_live=self.is_live()):
            if is_late():
                return
            if due.take(self.table, item, now):
                yield self._outgoing(item, now)

    def _outgoing(self, item: Due, now: datetime) -> Outgoing:
        if item.kind == "reply":
            return self._to_dispatch(item, now)
        body = _due(item).model_dump_json(exclude_none=True)
        return Outgoing(self.escalation_queue_url, body, group=item.brand)

    def _to_dispatch(self, item: Due, now: datetime) -> Outgoing:
        message = ReplyRequested(
            event_id=item.event_id,
            brand=item.brand,
            case_id=item.case_id,
            reply_id=item.item_id,
            conversation=item.conversation,
        )
        once = f"{item.item_id}.{iso(now)}"  # FIFO knows no delay: a new id
        return to_dispatch(message, self.dispatch_queue_url, once)


def _due(item: Due) -> CaseDue | IncidentDue:
    at = datetime.fromisoformat(item.due_at)
    if item.kind == "incident":
        event_id = f"{item.case_id}.{item.due_at}"  # its pk ends with its own id
        return IncidentDue(event_id=event_id, brand=item.brand, incident_id=item.case_id, due_at=at)
    return CaseDue(
        event_id=item.event_id,
        brand=item.brand,
        case_id=item.case_id,
        brief_id=item.item_id if item.kind == "brief" else None,
        due_at=at,
    )


def _tens(messages: Iterator[Outgoing]) -> Iterator[list[Outgoing]]:
    batch: list[Outgoing] = []
    for message in messages:
        batch.append(message)
        if len(batch) == MAX_ENTRIES:
            yield batch
            batch = []
    if batch:
        yield batch
