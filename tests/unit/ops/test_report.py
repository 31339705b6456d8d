"""What `sixday report` tells of a small month that can be counted by hand."""

import csv
import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from infra.ops.report.figures import Figures
from infra.ops.report.page import page_of
from infra.ops.report.read import material
from infra.ops.report.report import Period, Report
from infra.ops.report.sheet import csv_of
from shared.cases.change import Change
from tests import samples
from tests.unit.ops import month
from tests.unit.ops.conftest import Aws

GOLDEN = Path(__file__).parents[2] / "golden" / "report" / "month.csv"


@pytest.fixture
def report(aws: Aws) -> Report:
    month.fill(aws.table)
    return month.read(aws.table)


def test_the_small_month_is_told_as_it_was_counted_by_hand(report: Report) -> None:
    assert csv_of(report) == GOLDEN.read_text("utf-8")


def test_half_and_nine_in_ten_are_of_all_also_of_those_who_have_no_answer(report: Report) -> None:
    english = _group(report, "language", "en")

    assert english.answer_median == 15 * 60  # the third of five, two of whom have none
    assert english.answer_p90 is None
    assert (english.answered, english.waiting, english.never) == (3, 1, 1)


def test_a_group_of_under_five_tells_only_its_number(report: Report) -> None:
    (line,) = [row for row in csv.DictReader(io.StringIO(csv_of(report))) if row["group"] == "it"]

    told = {name: value for name, value in line.items() if value}
    assert told == {"part": "language", "group": "it", "cases": "1"}
    assert "too few to tell more" in page_of(report)


def test_case_that_counts_with_another_is_left_out_and_said(report: Report) -> None:
    assert (report.cases, report.merged) == (12, 1)


def test_case_that_ends_while_it_is_read_counts_once(aws: Aws) -> None:
    aws.table.commit(Change(case=month.case(0)), month.NOW)
    ended = month.case(0, ended=1, version=2)

    def close(_: str) -> None:
        if aws.store.calls["TransactWriteItems"] == 1:
            aws.table.commit(Change(case=ended), month.NOW)

    assert len(material(aws.table, ("acme",), month.MONTH, close).rows) == 1


def test_time_to_who_can_decide_is_from_the_investigation_to_the_first_act(report: Report) -> None:
    assert (report.decider.reached, report.decider.median) == (1, 12 * 60)


def test_what_a_person_did_before_the_investigation_is_no_act_on_it(aws: Aws) -> None:
    early = month.decided("c-0011", month.FIRST)
    aws.table.commit(Change(case=month.case(11, investigation=month.investigation(11))), month.NOW)
    aws.table.commit(Change(entries=(early,)), month.NOW)

    assert month.read(aws.table).decider.reached == 0


def test_action_counts_from_the_first_complaint_and_is_late_after_its_clock(report: Report) -> None:
    actions = report.actions

    assert [row.announced.seconds / 86_400 for row in actions.shown] == [4, 8]
    assert (actions.kept, actions.late) == (1, 2)  # eight days, and one that is open and overdue


def test_incident_of_few_customers_is_counted_and_not_shown(report: Report) -> None:
    assert (report.actions.incidents, len(report.actions.shown)) == (3, 2)


def test_only_what_began_in_the_period_is_read(aws: Aws) -> None:
    month.fill(aws.table)
    day = month.FIRST + timedelta(days=3)
    short = Period(day - timedelta(hours=1), day + timedelta(days=2), month.NOW)

    assert month.read(aws.table, short).cases == 2


def test_cases_of_many_months_are_found_by_the_month_they_began_in(aws: Aws) -> None:
    for number, days in enumerate((-70, -40, -10)):
        began = month.FIRST + timedelta(days=days)
        ended = month.case(number, ended=1, opened_at=began, posted_at=began)
        aws.table.commit(Change(case=ended), month.NOW)

    since = datetime(2026, 8, 20, 12, tzinfo=UTC)
    assert month.read(aws.table, Period(since, month.NOW, month.NOW)).cases == 3


def test_post_that_became_a_case_by_its_edit_is_not_among_the_unanswered(aws: Aws) -> None:
    aws.table.commit(Change(seen=month.post(1, "spam")), month.NOW)
    key = next(key for key in aws.store.items if "#post#" in key[1])
    aws.store.items[key]["case_id"] = {"S": "c-0001"}

    assert month.read(aws.table).silence.posts == {}


def test_page_needs_nothing_from_elsewhere(report: Report) -> None:
    page = page_of(report).replace("http://www.w3.org", "")

    assert "http" not in page
    assert "<script" not in page
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page


def test_what_a_group_is_called_is_never_taken_for_markup(aws: Aws) -> None:
    labels = samples.labels(language="<script>x</script>")
    for number in range(6):
        aws.table.commit(Change(case=month.case(number, labels=labels)), month.NOW)

    assert "<script" not in page_of(month.read(aws.table))


def _group(report: Report, dimension: str, name: str) -> Figures:
    (comparison,) = [each for each in report.comparisons if each.name == dimension]
    (group,) = [each for each in comparison.groups if each.name == name]
    assert group.figures is not None
    return group.figures
