"""`sixday inbox`: what waits for a person."""

import json
from datetime import timedelta
from typing import Any

import pytest

from functions.escalation.verbs.approving import digest_of
from shared.cases.change import Change
from shared.cases.items import Brief
from tests import samples
from tests.fakes.time import START
from tests.unit.ops.conftest import Aws, Run
from tests.unit.ops.deciding import DRAFT


def _brief(case_id: str, hours: float, **given: Any) -> Brief:  # noqa: ANN401
    plain = {
        "brand": "acme", "case_id": case_id, "brief_id": f"b-{case_id}", "event_id": "e-1",
        "conversation": "k-1", "to": "care", "why": f"why of {case_id}", "page": "All of it.",
        "state": "sent", "at": START + timedelta(hours=hours),
    }  # fmt: skip
    return Brief.model_validate(plain | given)


@pytest.fixture(autouse=True)
def inbox_there(aws: Aws) -> None:
    samples.connect(aws.store, samples.channel())
    for case, brief, *replies in (
        (samples.case(case_id="c-new", priority=40), _brief("c-new", 5)),
        (samples.case(case_id="c-old", priority=40), _brief("c-old", 1), DRAFT),
        (samples.case(case_id="c-grave", priority=90), _brief("c-grave", 9, to="executive")),
        (samples.case(case_id="c-done"), _brief("c-done", 0, state="done")),
    ):
        told = tuple(r.model_copy(update={"case_id": case.case_id}) for r in replies)
        aws.table.commit(Change(case=case, briefs=(brief,), replies=told), START)


def test_the_gravest_come_first_and_of_these_the_oldest(run: Run) -> None:
    found = json.loads(run("inbox", "--json").stdout)

    assert [one["case_id"] for one in found] == ["c-grave", "c-old", "c-new"]


def test_it_is_asked_by_person(run: Run) -> None:
    found = json.loads(run("inbox", "--person", "executive", "--json").stdout)

    assert [one["case_id"] for one in found] == ["c-grave"]
    assert "nothing waits" in run("inbox", "--person", "nobody").stdout


def test_a_draft_is_shown_whole_with_the_digest_that_approves_it(run: Run) -> None:
    told = run("inbox").stdout

    digest = digest_of(str(DRAFT.text))
    for expected in (str(DRAFT.text), "tells_money", "why of c-grave", "priority 90"):
        assert expected in told
    assert f"sixday approve c-old --reply r-2 --digest {digest}" in told
    (draft,) = json.loads(run("inbox", "--json").stdout)[1]["drafts"]
    assert (draft["digest"], draft["text"]) == (digest, DRAFT.text)


def test_pages_are_shown_on_demand(run: Run) -> None:
    assert "All of it." not in run("inbox").stdout
    assert "All of it." in run("inbox", "--pages").stdout
