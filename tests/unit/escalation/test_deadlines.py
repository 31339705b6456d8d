"""The dates that we set ourselves: when they begin, stand still, are met, and are broken."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.escalation import deadlines as dates
from functions.escalation.deadlines import deadlines_for
from functions.escalation.policy import Policy
from functions.escalation.working_time import measured
from shared.cases.items import Deadline, Milestone
from tests import samples
from tests.fakes.time import START

# START is a Monday, 09:20 in Oslo.
POLICY = samples.policy()
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FRIDAY = START + 4 * DAY + 6 * HOUR  # 15:20 in Oslo; it closes at 16:00


def of(deadlines: dates.Dates, milestone: Milestone) -> Deadline:
    (found,) = (d for d in deadlines if d.milestone == milestone)
    return found


def due(deadlines: dates.Dates, milestone: Milestone) -> datetime:
    return of(deadlines, milestone).due_at


def new(severity: int, at: datetime = START, waited: timedelta = timedelta()) -> dates.Dates:
    return deadlines_for(severity, at - waited, at, POLICY)


def test_danger_runs_by_the_clock_and_a_trouble_by_our_hours() -> None:
    assert due(new(4, FRIDAY), "first_answer") == FRIDAY + HOUR / 2
    assert due(new(2, FRIDAY), "first_answer") == datetime(2026, 11, 9, 10, 20, tzinfo=UTC)


def test_a_graver_matter_is_never_due_later() -> None:
    for graver, milder in ((4, 3), (3, 2), (2, 1)):
        for milestone in dates.MILESTONES:
            assert due(new(graver), milestone) <= due(new(milder), milestone)


def test_who_has_waited_before_is_owed_an_answer_sooner_but_not_before_we_could_have_heard() -> (
    None
):
    waiting, fresh = new(2, waited=90 * DAY), new(2)
    assert due(waiting, "first_answer") == START + HOUR < due(fresh, "first_answer")
    assert START + HOUR < due(waiting, "resolution") < due(fresh, "resolution"), (
        "to mend takes time"
    )
    assert due(waiting, "next_update") == due(fresh, "next_update")
    assert due(new(4, waited=DAY), "first_answer") == due(new(4), "first_answer")


def test_who_has_waited_and_writes_at_the_weekend_is_due_in_our_first_hour() -> None:
    sunday, monday = START + 6 * DAY, START + 7 * DAY
    first = of(new(2, sunday, waited=3 * DAY), "first_answer")
    opens = monday.replace(hour=7, minute=0)  # 08:00 in Oslo
    assert first.due_at == opens + HOUR
    assert first.warn_at == opens + 0.75 * HOUR
    assert due(new(3, sunday, waited=3 * DAY), "first_answer") == sunday + HOUR, "by the clock"


def test_a_warning_comes_when_a_quarter_of_the_time_is_left_and_once() -> None:
    before = new(4)
    near = START + timedelta(minutes=22.5)
    assert of(before, "first_answer").warn_at == near
    assert dates.to_warn(before, near - timedelta(seconds=1)) == ()
    assert dates.to_warn(before, near) == (of(before, "first_answer"),)
    assert dates.to_warn(dates.warned(before, near), near) == ()


def test_a_breach_is_told_once_and_needs_no_warning_any_more() -> None:
    late = START + HOUR
    broken = dates.breached(new(4), late)
    assert of(broken, "first_answer").state == "breached"
    assert dates.overdue(new(4), late) == (of(new(4), "first_answer"),)
    assert dates.overdue(broken, late) == dates.to_warn(broken, late) == ()


@pytest.mark.parametrize(("after", "state"), [(HOUR / 2, "met"), (HOUR, "breached")])
def test_what_came_in_time_is_met_and_what_came_late_is_not(after: timedelta, state: str) -> None:
    answered = dates.met(new(4), "first_answer", START + after)
    assert of(answered, "first_answer").state == state
    assert of(answered, "resolution").state == "running"
    assert dates.met(answered, "first_answer", START) == answered


def test_while_we_wait_for_the_customer_our_clock_stands_still() -> None:
    before = new(2)
    still = dates.paused(before, 2, START + HOUR, POLICY)
    assert {d.state for d in still} == {"paused"}
    assert of(still, "first_answer").left_seconds == 3 * 3600
    assert dates.overdue(still, START + 30 * DAY) == dates.to_warn(still, START + 30 * DAY) == ()
    again = dates.resumed(still, 2, START + 7 * DAY, POLICY)
    assert due(again, "first_answer") == START + 7 * DAY + 3.5 * HOUR  # half an hour is lunch


def test_a_pause_over_the_weekend_costs_no_working_time() -> None:
    before = new(2, FRIDAY)
    still = dates.paused(before, 2, FRIDAY + 3 * HOUR, POLICY)
    assert dates.resumed(still, 2, FRIDAY + 2 * DAY, POLICY) == before


def test_what_was_met_or_broken_does_not_pause() -> None:
    done = dates.met(dates.breached(new(4), START + HOUR), "resolution", START + HOUR)
    states = [d.state for d in dates.paused(done, 4, START + HOUR, POLICY)]
    assert states == ["breached", "paused", "met"]
    assert dates.resumed(done, 4, START + DAY, POLICY) == done


def test_after_a_pause_nobody_is_warned_twice() -> None:
    near = dates.warned(new(4), START + timedelta(minutes=25))
    still = dates.paused(near, 4, START + timedelta(minutes=25), POLICY)
    again = of(dates.resumed(still, 4, START + DAY, POLICY), "first_answer")
    assert again.warn_at is None
    assert again.due_at == START + DAY + timedelta(minutes=5)


def test_word_of_how_it_goes_is_due_anew_after_each() -> None:
    told = dates.restarted(new(4), "next_update", 4, START + DAY, POLICY)
    assert due(told, "next_update") == START + DAY + 4 * HOUR
    assert due(told, "resolution") == due(new(4), "resolution")


def test_what_turns_out_to_be_graver_is_due_sooner_and_what_is_done_stays_done() -> None:
    before = dates.met(new(2), "first_answer", START)
    graver = dates.tightened(before, 4, START + HOUR, START + HOUR, POLICY)
    assert of(graver, "first_answer") == of(before, "first_answer")
    assert due(graver, "resolution") == START + HOUR + 3 * DAY
    assert dates.tightened(new(4), 2, START + HOUR, START + HOUR, POLICY) == new(4)


STEPS = st.lists(st.integers(1, 100 * 3600), min_size=2, max_size=6)


@given(st.integers(1, 4), STEPS)
def test_however_often_it_pauses_we_get_the_same_time_and_no_more(
    severity: int, steps: list[int]
) -> None:
    """Running spells add up to what the policy gives, whatever lies between them."""
    policy: Policy = POLICY
    now, deadlines = START, new(severity)
    span = policy.deadlines.severity[severity].resolution
    run = 0.0
    for number, seconds in enumerate(steps):
        after = now + timedelta(seconds=seconds)
        if number % 2:
            deadlines = dates.resumed(deadlines, severity, after, policy)
        else:
            end = min(after, due(deadlines, "resolution"))
            run += measured(now, end, span, policy.calendar)
            deadlines = dates.paused(deadlines, severity, after, policy)
        now = after
    left = of(deadlines, "resolution")
    remains = left.left_seconds
    if remains is None:
        remains = measured(now, left.due_at, span, policy.calendar)
    assert run + remains == pytest.approx(span.seconds)
