"""What is due is taken once and sent where its work is done; the rest waits for the next tick."""

import json
from datetime import timedelta
from typing import Any

import pytest

from functions.followup.follow_up import FollowUp
from shared.cases import replies
from shared.cases.change import Change
from shared.cases.due import LEASE_SECONDS
from shared.cases.items import Brief
from shared.clock import iso
from shared.errors import NotSentError
from shared.messages import CaseDue, IncidentDue, ReplyRequested, read
from shared.queues import send
from tests import samples
from tests.fakes.aws import MemoryQueues
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import START, Clock
from tests.unit.escalation.troubles import incident

ESCALATION, DISPATCH = "https://sqs.test/escalation", "https://sqs.test/dispatch.fifo"
BRIEF = Brief(
    brand=samples.BRAND,
    case_id=samples.CASE,
    brief_id="b-1",
    event_id=samples.EVENT,
    conversation=samples.CONVERSATION,
    to="care",
    why="a question",
    page="One page.",
    due_at=START,
)


class Tick:
    """Follow-up, its table and its queues."""

    def __init__(self, client: MemoryDynamoDB, clock: Clock) -> None:
        self.client, self.clock, self.queues = client, clock, MemoryQueues()
        self.table, self.is_live = samples.table(client), False
        self.stage = FollowUp(
            table=self.table,
            send=lambda messages: send(self.queues, messages),
            now=clock,
            is_live=lambda: self.is_live,
            escalation_queue_url=ESCALATION,
            dispatch_queue_url=DISPATCH,
        )

    def plan(self, number: int, at: Any = START) -> None:  # noqa: ANN401
        reply = samples.reply(case_id=f"c-{number}", reply_id=f"r-{number}", due_at=at)
        self.table.commit(Change(replies=(reply,)), START)

    def entries(self, queue: str) -> list[dict[str, Any]]:
        return [entry for url, batch in self.queues.calls if url == queue for entry in batch]


@pytest.fixture
def tick(dynamodb: MemoryDynamoDB, clock: Clock) -> Tick:
    return Tick(dynamodb, clock)


def work(tick: Tick) -> int:
    return tick.stage.work(lambda: False)


def test_an_incidents_date_goes_to_escalation_under_an_id_of_its_own(tick: Tick) -> None:
    tick.table.commit(Change(incident=incident(due_at=START)), START)
    assert work(tick) == 1
    (entry,) = tick.entries(ESCALATION)
    message = read(entry["MessageBody"])
    assert isinstance(message, IncidentDue)
    assert (message.brand, message.incident_id, message.after) == (samples.BRAND, "i-1", None)
    assert message.event_id == f"i-1.{iso(START)}"
    assert work(tick) == 0, "it is taken"


def test_a_reply_goes_to_dispatch_under_a_new_deduplication_id(tick: Tick) -> None:
    tick.plan(1)
    assert work(tick) == 1
    (first,) = tick.entries(DISPATCH)
    message = read(first["MessageBody"])
    assert isinstance(message, ReplyRequested)
    assert (message.case_id, message.reply_id) == ("c-1", "r-1")
    assert first["MessageGroupId"] == message.conversation == samples.CONVERSATION
    tick.clock.pass_by(seconds=LEASE_SECONDS)
    work(tick)
    ids = {entry["MessageDeduplicationId"] for entry in tick.entries(DISPATCH)}
    assert len(ids) == 2


def test_cases_and_briefs_go_to_escalation(tick: Tick) -> None:
    tick.table.commit(Change(case=samples.case(due_at=START), briefs=(BRIEF,)), START)
    assert work(tick) == 2
    found = [read(entry["MessageBody"]) for entry in tick.entries(ESCALATION)]
    assert all(isinstance(message, CaseDue) for message in found)
    briefs = sorted(json.loads(m.model_dump_json())["brief_id"] or "" for m in found)
    assert briefs == ["", "b-1"]


def test_what_was_taken_is_not_sent_again_at_the_next_tick(tick: Tick) -> None:
    tick.plan(1)
    assert (work(tick), work(tick)) == (1, 0)


def test_what_died_between_taking_and_sending_comes_up_again(tick: Tick) -> None:
    tick.plan(1)
    tick.queues.refused = frozenset({0})
    with pytest.raises(NotSentError):
        work(tick)
    tick.queues.refused = frozenset()
    assert work(tick) == 0
    tick.clock.pass_by(seconds=LEASE_SECONDS)
    assert work(tick) == 1


def test_what_another_tick_takes_in_between_is_sent_once(tick: Tick) -> None:
    tick.plan(1)
    others: list[int] = []

    def is_late() -> bool:
        if not others:
            others.append(work(tick))
        return False

    assert tick.stage.work(is_late) == 0
    assert others == [1]
    assert len(tick.entries(DISPATCH)) == 1


def test_only_what_is_due_is_taken(tick: Tick) -> None:
    tick.plan(1, START + timedelta(seconds=1))
    tick.plan(2, None)
    assert work(tick) == 0
    assert not tick.queues.calls


def test_everything_due_is_sent_ten_at_a_time(tick: Tick) -> None:
    for number in range(25):
        tick.plan(number)
    assert work(tick) == 25
    assert [len(batch) for _, batch in tick.queues.calls] == [10, 10, 5]


def test_near_the_time_limit_what_was_taken_is_sent_and_the_rest_is_left(tick: Tick) -> None:
    for number in range(5):
        tick.plan(number)
    left = iter([False, False, True])
    assert tick.stage.work(lambda: next(left)) == 2
    assert len(tick.entries(DISPATCH)) == 2
    assert work(tick) == 3


def test_what_was_held_leaves_with_the_first_tick_after_the_switch(tick: Tick) -> None:
    tick.plan(1, at=None)
    held = replies.hold(tick.table, samples.reply(case_id="c-1"), "A draft.", "mode_draft")
    assert held is not None
    tick.clock.pass_by(minutes=5)
    assert work(tick) == 0
    tick.is_live = True
    assert work(tick) == 1
    assert work(tick) == 0, "once"
    (entry,) = tick.entries(DISPATCH)
    assert json.loads(entry["MessageBody"])["reply_id"] == "r-1"


def test_what_is_held_for_too_long_is_brought_up_in_every_mode(tick: Tick) -> None:
    tick.plan(1, at=None)
    replies.hold(tick.table, samples.reply(case_id="c-1"), None, "mode_off")
    tick.clock.pass_by(days=1)
    assert work(tick) == 1
