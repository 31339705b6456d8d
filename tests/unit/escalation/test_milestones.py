"""What happens to a case's dates when the customer writes again."""

from datetime import UTC, datetime, timedelta

from functions.escalation import milestones
from tests import samples

POLICY = samples.policy()
WEDNESDAY = datetime(2026, 11, 4, 8, 50, tzinfo=UTC)
FRIDAY = datetime(2026, 11, 6, 14, 20, tzinfo=UTC)  # 22 working hours later, of the 24


def test_what_stood_still_runs_on_as_it_was_paused_also_where_the_matter_is_graver_now() -> None:
    """Two working hours were left; they don't become two hours of a Friday evening."""
    case = samples.case(labels=samples.labels(severity=2), opened_at=WEDNESDAY)
    waiting = milestones.asked(milestones.begun(case, POLICY), FRIDAY, POLICY)
    graver = waiting.model_copy(update={"labels": samples.labels(severity=4)})
    again = milestones.heard(graver, waiting, FRIDAY, POLICY)
    (update,) = (d for d in again.deadlines if d.milestone == "next_update")
    assert update.due_at == FRIDAY + timedelta(hours=4)


def test_what_turns_out_to_be_a_complaint_has_dates_from_then_on() -> None:
    before = samples.case(labels=samples.labels(kind="other"), opened_at=WEDNESDAY)
    assert before.deadlines == milestones.begun(before, POLICY).deadlines == ()
    now = before.model_copy(update={"labels": samples.labels(kind="complaint")})
    dates = milestones.heard(now, before, WEDNESDAY, POLICY).deadlines
    assert {d.milestone for d in dates} == {"first_answer", "next_update", "resolution"}
    assert milestones.heard(before, before, WEDNESDAY, POLICY).deadlines == ()


def test_a_complaint_that_was_answered_when_all_its_dates_were_over_gets_another() -> None:
    again = milestones.in_sight(samples.case(state="waiting_on_us"), WEDNESDAY, POLICY)
    assert [d.milestone for d in again.deadlines] == ["next_update"]
    assert milestones.in_sight(again, FRIDAY, POLICY) == again
