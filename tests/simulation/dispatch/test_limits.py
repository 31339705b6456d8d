"""Fifty workers share a limit: no window of the platform's is exceeded, and little is lost."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from functions.dispatch.allowances import Window
from tests.simulation.dispatch.crowd import Crowd

WORKERS = 50
POSTS = (Window(100, 900),)
MESSAGES = (Window(15, 900), Window(200, 7_200))
CALLS = (Window(1_200, 3_600),)


def most_in_any(window: Window, sent: Sequence[datetime]) -> int:
    """The largest number of writes that any stretch of the window's length holds."""
    length, first, most = timedelta(seconds=window.seconds), 0, 0
    for last, at in enumerate(sorted(sent)):
        while at - sorted(sent)[first] >= length:
            first += 1
        most = max(most, last - first + 1)
    return most


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    ("windows", "hours"),
    [(POSTS, 2), (MESSAGES, 4), (CALLS, 2)],
    ids=["posts", "messages", "calls"],
)
def test_fifty_workers_never_exceed_a_limit_and_use_nine_tenths_of_it(
    windows: tuple[Window, ...], hours: int, seed: int
) -> None:
    crowd = Crowd(seed, windows)
    sent = crowd.work(WORKERS, hours)
    for window in windows:
        assert most_in_any(window, sent) <= window.writes
    possible = min(window.writes * hours * 3600 / window.seconds for window in windows)
    assert len(sent) >= 0.9 * possible


def test_what_is_urgent_does_not_wait_behind_the_rest() -> None:
    crowd = Crowd(1, POSTS)
    crowd.work(WORKERS, hours=2)
    assert len(crowd.urgent_waits) > 50
    assert sorted(crowd.urgent_waits)[len(crowd.urgent_waits) * 9 // 10] < 1.0
