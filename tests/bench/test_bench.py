"""What is measured is what is told: the meters, and the table of goals."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from time import process_time

from tests.bench import growth, page, warm
from tests.bench.cold_start import Start
from tests.bench.figures import Figure, Measured, figures
from tests.bench.load import moments
from tests.bench.timed import Stopwatch, Timed
from tests.bench.warm import Cost

LEVELS = ("INFO", "WARNING")
GOOD = Cost(cpu_ms=0.1, info_lines=1.0, printed_bytes=300, longest_line=400)
MEASURED = Measured(
    bare_ms=20,
    starts={"intake": Start(lean=200, with_clients=260, eager=650, uncompiled=700)},
    heavy={"intake": []},
    sizes_mb={"intake": 9.2},
    warm={"intake": GOOD},
    single={"intake": GOOD},
    calls={"x": {"intake": Counter(SendMessageBatch=100)}},
    growth={n: {"calls": 5.0, "read": 8.0, "write": 30.0} for n in (100, 10_000)},
)


class _Slow:
    """A client that works for a while, and calls itself."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def put(self, inner: Callable[[], object] = lambda: None) -> None:
        began = process_time()
        inner()
        while process_time() - began < self.seconds:
            pass


def _figure(it: Measured, start: str) -> Figure:
    (found,) = (figure for figure in figures(it) if figure.what.startswith(start))
    return found


def test_a_goal_that_is_reached_and_its_twin_that_is_not() -> None:
    slow = Start(lean=330, with_clients=390, eager=650, uncompiled=700)
    assert _figure(MEASURED, "intake's cold start").is_reached
    assert not _figure(replace(MEASURED, starts={"intake": slow}), "intake's cold start").is_reached


def test_two_lines_for_one_post_break_the_goal() -> None:
    chatty = replace(MEASURED, warm={"intake": replace(GOOD, info_lines=1.1)})
    assert _figure(MEASURED, "lines at INFO").is_reached
    assert not _figure(chatty, "lines at INFO").is_reached


def test_a_post_that_costs_more_with_more_open_cases_is_a_slope() -> None:
    steep = {100: MEASURED.growth[100], 10_000: {"calls": 9.0, "read": 8.0, "write": 30.0}}
    assert _figure(MEASURED, "a post's cost").is_reached
    assert not _figure(replace(MEASURED, growth=steep), "a post's cost").is_reached


def test_what_is_not_reached_says_why_on_the_page() -> None:
    goals = [Figure("so much", "≤ 1", "2", is_reached=False, why="it's slow")]
    assert "| so much | ≤ 1 | 2 | **no**: it's slow |" in page.page(MEASURED, goals, "", "")


def test_the_time_within_a_client_is_counted_once_however_it_is_nested() -> None:
    watch = Stopwatch()
    client = Timed(_Slow(0.02), watch)
    began = process_time()
    client.put(client.put)
    assert 0.02 <= watch.seconds <= process_time() - began


def test_each_stage_logs_one_line_a_post() -> None:
    costs = warm.measure(at_once=3, batches=3)
    assert set(costs) == {"intake", "classification", "escalation", "dispatch"}
    assert {cost.info_lines for cost in costs.values()} == {1.0}


def test_a_post_costs_the_same_beside_two_hundred_open_cases_as_beside_twenty() -> None:
    few, many = growth.a_post(20), growth.a_post(200)
    assert many == few


def test_only_our_own_lines_at_info_tell_how_fast_a_stage_is() -> None:
    at = "2026-11-22T09:00:00.000Z"
    lines = ["START RequestId: 1 INFO", *(f'{{"level":"{x}","timestamp":"{at}"}}' for x in LEVELS)]
    assert [moment.isoformat() for moment in moments(lines)] == ["2026-11-22T09:00:00+00:00"]
