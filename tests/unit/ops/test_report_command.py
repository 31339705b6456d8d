"""`sixday report` as it is typed."""

import json
from pathlib import Path
from typing import Any

from infra.ops.session import Site
from shared.cases.change import Change
from tests import samples
from tests.unit.ops import month
from tests.unit.ops.conftest import Aws, Run
from tests.unit.ops.fakes import Store

DAYS = ("--brand", samples.BRAND, "--from", "2026-11-01", "--to", "2026-11-30")


class NoScan(Store):
    def get_paginator(self, operation: str) -> Any:  # noqa: ANN401 - AWS's
        assert operation == "query", "a report reads by its lists"
        return super().get_paginator(operation)


def test_nobody_is_named_in_anything_that_is_shown(aws: Aws, run: Run, tmp_path: Path) -> None:
    month.fill(aws.table)
    html, sheet = tmp_path / "r.html", tmp_path / "r.csv"

    told = run("report", *DAYS, "--html", str(html), "--csv", str(sheet)).stdout
    told += run("report", *DAYS, "--json").stdout + html.read_text() + sheet.read_text()

    for word in ("handle", "Name 1", "id-1", "c-00", "k-1", samples.post().text or ""):
        assert word not in told


def test_one_command_prints_it_and_writes_page_and_sheet(
    aws: Aws, run: Run, tmp_path: Path
) -> None:
    month.fill(aws.table)
    html, sheet = tmp_path / "r.html", tmp_path / "r.csv"

    done = run("report", *DAYS, "--html", str(html), "--csv", str(sheet))

    assert done.exit_code == 0, done.output
    assert "Which language they write: Too few cases to say." in done.stdout
    assert html.read_text("utf-8").count("<svg") == 7  # six comparisons, and the actions
    assert sheet.read_text("utf-8").startswith("part,group,cases")


def test_json_holds_all_of_it(aws: Aws, run: Run) -> None:
    month.fill(aws.table)

    told = json.loads(run("report", *DAYS, "--json").stdout)

    assert told["everyone"]["verified"] == 4
    assert [c["name"] for c in told["comparisons"]][:3] == ["reach", "language", "tone"]
    assert [row["announced"] for row in told["actions"]["shown"]] == [4 * 86_400, 8 * 86_400]


def test_json_has_nothing_for_an_action_that_never_comes(aws: Aws, run: Run) -> None:
    aws.table.commit(Change(incident=month.incident(0, None, state="ended")), month.NOW)

    told = json.loads(run("report", *DAYS, "--json").stdout)

    assert told["actions"]["shown"][0]["announced"] is None


def test_a_brands_report_is_read_by_lists_and_never_by_a_scan(run: Run) -> None:
    aws = Aws(store=NoScan())
    month.fill(aws.table)

    assert run("report", *DAYS, site=Site(aws.deployment())).exit_code == 0


def test_without_a_brand_all_that_have_accounts_are_read(aws: Aws, run: Run) -> None:
    samples.connect(aws.store, samples.channel())
    month.fill(aws.table)

    assert json.loads(run("report", *DAYS[2:], "--json").stdout)["cases"] == 12


def test_time_without_a_case_is_said(run: Run, tmp_path: Path) -> None:
    html = tmp_path / "r.html"

    assert "no cases were opened" in run("report", *DAYS, "--html", str(html)).stdout
    assert "No cases were opened" in html.read_text("utf-8")


def test_period_that_ends_before_it_begins_is_refused(run: Run) -> None:
    done = run("report", "--brand", "acme", "--from", "2026-12-01", "--to", "2026-11-01")

    assert done.exit_code == 1
    assert "--from is later than --to" in done.stderr
