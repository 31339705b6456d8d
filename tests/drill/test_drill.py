"""Ten things go wrong: each raises its one alarm, its query shows why, and the runbook mends it."""

import pytest

from tests.drill.drill import Drill
from tests.drill.faults import FAULTS, Fault

WAKES = {
    "wrong secret": "page",
    "429 storm": "ticket",
    "table throttled": "page",
    "poisoned post": "ticket",
    "stuck queue": "page",
    "silence": "page",
    "unknown replies": "ticket",
    "mode left on draft": "ticket",
    "slow platform": "ticket",
    "message of a future version": "ticket",
}


def test_while_nothing_is_wrong_nothing_fires_and_everybody_is_seen_to() -> None:
    quiet = Drill(None).play()
    assert quiet.faults == []
    assert quiet.fired == {}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_raises_its_alarm_and_no_other_and_is_mended_with_nothing_lost(
    fault: Fault,
) -> None:
    drill = Drill(fault).play()
    assert drill.faults == []
    assert list(drill.fired) == [fault.alarm]
    assert drill.woken == WAKES[fault.name]
