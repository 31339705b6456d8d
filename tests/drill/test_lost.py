"""A drill that lost somebody says so: else all of them would pass for ever."""

from tests.drill.drill import Drill, lost
from tests.drill.faults import FAULTS
from tests.simulation.front import CLASSIFICATION
from tests.simulation.works import DISPATCH


def test_whoever_was_never_read_is_missed() -> None:
    drill = Drill(None)
    drill.stand.minute()
    drill.stand.queues[CLASSIFICATION].waiting.clear()
    drill.stand.reading.clear()
    drill.stand.minute()
    for queue in drill.stand.queues.values():
        queue.waiting.clear()
    drill.stand.clock.pass_by(minutes=11)
    assert [told for told in lost(drill.stand) if "nobody saw to post" in told]


def test_whoever_was_answered_twice_is_told_of() -> None:
    drill = Drill(None)
    drill.stand.minute()
    drill.stand.platform.posts.append(drill.stand.platform.posts[0])
    assert [told for told in lost(drill.stand) if told.startswith("said 2 times")]


def test_a_webhook_that_nobody_took_is_missed() -> None:
    drill = Drill(None)
    drill.stand.deaf.add("x")
    drill.stand.minute()
    assert [told for told in lost(drill.stand) if told.startswith("left over: 1 webhooks")]


def test_a_fault_that_nobody_mends_is_told_of() -> None:
    (stuck,) = (fault for fault in FAULTS if fault.name == "stuck queue")
    drill = Drill(stuck)
    drill.fault = None
    drill._live(2)
    stuck.breaks(drill.stand)
    drill._live(8)
    drill._judge()
    assert any(told.startswith("still fires: escalation-queue-age") for told in drill.faults)
    assert drill.stand.queues[DISPATCH].waiting == []
