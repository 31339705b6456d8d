"""The switches: nothing is posted that nobody switched on."""

from datetime import timedelta

import pytest

from shared.controls import KEEP_SECONDS, ControlPanel, Controls
from tests.fakes.aws import MemoryParameters
from tests.fakes.time import START, Clock

LIVE = '{"mode": "live", "clock_offset_seconds": 3600}'


def panel(
    parameters: MemoryParameters, clock: Clock, *, is_production: bool = False
) -> ControlPanel:
    return ControlPanel(
        lambda: parameters,
        "/sixday/test/controls",
        is_production=is_production,
        seconds=clock.seconds,
    )


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "live",
        "[]",
        "{}",
        '{"mode": "on"}',
        '{"mode": ["live"]}',
        '{"mode": "live", "clock_offset_seconds": "soon"}',
    ],
)
def test_before_anything_is_known_the_mode_is_draft(clock: Clock, value: str | None) -> None:
    assert panel(MemoryParameters(value), clock).read() == Controls("draft")


@pytest.mark.parametrize("mode", ["live", "draft", "off"])
def test_a_mode_is_read_and_kept_for_seconds(clock: Clock, mode: str) -> None:
    parameters = MemoryParameters(f'{{"mode": "{mode}"}}')
    switches = panel(parameters, clock, is_production=True)
    assert [switches.read().mode for _ in range(5)] == [mode] * 5
    assert parameters.reads == 1


def test_a_switch_holds_within_half_a_minute(clock: Clock) -> None:
    parameters = MemoryParameters('{"mode": "live"}')
    switches = panel(parameters, clock, is_production=True)
    switches.read()
    parameters.value = '{"mode": "off"}'
    clock.pass_by(seconds=KEEP_SECONDS + 1)
    assert KEEP_SECONDS < 30
    assert switches.read().mode == "off"


@pytest.mark.parametrize("value", [None, "rubbish", '{"mode": "on"}'])
def test_what_was_known_last_stays_where_nothing_can_be_read(
    clock: Clock, value: str | None
) -> None:
    parameters = MemoryParameters('{"mode": "off"}')
    switches = panel(parameters, clock)
    switches.read()
    parameters.value = value
    clock.pass_by(seconds=KEEP_SECONDS + 1)
    assert switches.read().mode == "off"


def test_a_deployment_lives_in_the_time_it_was_moved_to(clock: Clock) -> None:
    assert panel(MemoryParameters(LIVE), clock).now(clock) == START + timedelta(hours=1)


def test_production_ignores_a_moved_clock(clock: Clock) -> None:
    switches = panel(MemoryParameters(LIVE), clock, is_production=True)
    assert switches.read() == Controls("live", 0.0)
    assert switches.now(clock) == START
