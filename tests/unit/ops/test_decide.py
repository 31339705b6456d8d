"""`sixday decide`."""

import json

import pytest

from infra.ops.session import Site
from shared.cases.change import Change
from shared.cases.items import Entry
from tests import samples
from tests.fakes.time import START
from tests.unit.ops.conftest import Aws, Run
from tests.unit.ops.door import Door

CASE = samples.CASE


@pytest.fixture(autouse=True)
def case_there(aws: Aws) -> None:
    samples.connect(aws.store, samples.channel())
    aws.table.commit(Change(case=samples.case()), START)


def _came_of_it(aws: Aws, what: str, why: str = "") -> None:
    entry = Entry(
        brand="acme", case_id=CASE, entry_id="d-1", event_id="d-1", at=START, recorded_at=START,
        what=what, by="arn:me", why=why,
    )  # fmt: skip
    aws.table.commit(Change(entries=(entry,)), START)


def test_decision_holds_for_the_version_that_was_read_and_is_signed(
    run: Run, at_door: Site, door: Door
) -> None:
    done = run("decide", CASE, "reply", "We were wrong.", site=at_door)

    assert json.loads(door.bodies[0]) == {
        "brand": "acme", "case_id": CASE, "case_version": 1, "verb": "reply",
        "text": "We were wrong.",
    }  # fmt: skip
    assert "/execute-api/aws4_request" in door.headers[0]["Authorization"]
    assert "d-1 by arn:me" in done.stdout


def test_stale_decision_is_refused_in_the_doors_own_words(
    run: Run, at_door: Site, door: Door
) -> None:
    door.decision = (409, '{"error": "the case has moved on to version 3"}')

    done = run("decide", CASE, "take", site=at_door)

    assert done.exit_code == 1
    assert "409: the case has moved on" in done.stderr


def test_credentials_that_may_not_are_out_of_reach(run: Run, at_door: Site, door: Door) -> None:
    door.decision = (403, '{"Message": "not authorized"}')

    done = run("decide", CASE, "take", site=at_door)

    assert done.exit_code == 3
    assert "not authorized" in done.stderr


def test_waiting_tells_what_came_of_it(aws: Aws, run: Run, at_door: Site) -> None:
    _came_of_it(aws, "decided: take")

    done = run("decide", CASE, "take", "--wait", "--json", site=at_door)

    assert json.loads(done.stdout)["ending"]["what"] == "decided: take"
    assert done.exit_code == 0


def test_waiting_for_a_blocked_decision_is_a_no_with_the_reason(
    aws: Aws, run: Run, at_door: Site
) -> None:
    _came_of_it(aws, "decision blocked", "investigation_open")

    given = ["decide", CASE, "reply", "No.", "--situation", "no_and_why", "--wait"]
    done = run(*given, site=at_door)

    assert done.exit_code == 1
    assert "investigation_open" in done.stderr


def test_waiting_has_an_end(run: Run, at_door: Site) -> None:
    assert run("decide", CASE, "take", "--wait", "--seconds", "0", site=at_door).exit_code == 1


@pytest.mark.parametrize("given", [["reply"], ["note", " "], ["sue"], []])
def test_verbs_without_their_words_and_unknown_ones_are_wrong_usage(
    run: Run, given: list[str]
) -> None:
    assert run("decide", CASE, *given).exit_code == 2


def test_unknown_case_and_a_door_that_is_shut(run: Run) -> None:
    assert run("decide", "c-none", "take").exit_code == 1
    assert run("decide", CASE, "take").exit_code == 3
