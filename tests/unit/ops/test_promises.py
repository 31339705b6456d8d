"""`sixday promises`: the ledger."""

import json
from datetime import timedelta
from typing import Any

import pytest

from shared.cases.change import Change
from shared.cases.items import Promise
from shared.clock import utc_now
from tests import samples
from tests.fakes.time import START
from tests.unit.ops.conftest import Aws, Run


def _promise(promise_id: str, hours: float, **given: Any) -> Promise:  # noqa: ANN401
    due_at = utc_now() + timedelta(hours=hours, minutes=1)
    return samples.promise(promise_id=promise_id, due_at=due_at, **given)


@pytest.fixture(autouse=True)
def cases_there(aws: Aws) -> None:
    samples.connect(aws.store, samples.channel())
    samples.connect(aws.store, samples.channel(brand="onda", account_id="page-2"))
    first = (
        _promise("p-later", 50, words="a new cable", what="other"),
        _promise("p-late", -5, owner="duty"),
        _promise("p-broken", -90, state="lapsed"),
        _promise("p-kept", 1, state="kept"),
        _promise("p-untold", -400, state="could_not_be_told"),
    )
    ended = (_promise("p-ended", 2, state="taken_back"),)
    for case in (
        samples.case(promises=first),
        samples.case(case_id="c-2", brand="onda", promises=(_promise("p-onda", 3),)),
        samples.case(case_id="c-3", state="closed", promises=ended),
    ):
        aws.table.commit(Change(case=case), START)


def test_what_is_owed_is_listed_by_date_across_brands(run: Run) -> None:
    found = json.loads(run("promises", "--json").stdout)

    assert [it["promise_id"] for it in found] == [
        "p-broken", "p-late", "p-onda", "p-later", "p-untold",
    ]  # fmt: skip
    assert found[1]["left_seconds"] < 0 < found[2]["left_seconds"]
    assert (found[2]["brand"], found[2]["case_id"]) == ("onda", "c-2")


def test_for_people_it_says_how_late_and_in_whose_words(run: Run) -> None:
    told = run("promises").stdout

    for expected in ("late by 5 h", "in 2 d", "a new cable", "p-later", samples.CASE, "duty"):
        assert expected in told


def test_it_is_asked_by_person_and_brand(run: Run) -> None:
    mine = json.loads(run("promises", "--person", "duty", "--json").stdout)
    ondas = json.loads(run("promises", "--brand", "onda", "--json").stdout)

    assert [it["promise_id"] for it in mine] == ["p-late"]
    assert [it["promise_id"] for it in ondas] == ["p-onda"]
    assert "nothing is owed" in run("promises", "--person", "nobody").stdout
