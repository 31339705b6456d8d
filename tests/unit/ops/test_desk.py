"""`sixday open`, and `sixday note` of what the customer said."""

import json
from datetime import datetime, timedelta

import pytest

from infra.ops.session import Site
from shared.cases.change import Change, SeenPost
from shared.clock import utc_now
from tests import samples
from tests.fakes.time import START
from tests.unit.ops.conftest import Aws, Run
from tests.unit.ops.deciding import CASE, asked, came_of_it, stored
from tests.unit.ops.door import Door


@pytest.fixture(autouse=True)
def case_there(aws: Aws) -> None:
    stored(aws)


def test_a_call_goes_to_the_door_and_its_case_is_told(
    aws: Aws, run: Run, at_door: Site, door: Door
) -> None:
    came_of_it(aws, "post created")

    done = run("open", "No mail for months.", "--name", "Ana", "--contact", "+34 1", site=at_door)

    assert (done.exit_code, done.stderr) == (0, "")
    sent = json.loads(door.bodies[0])
    assert (sent["verb"], sent["brand"], sent["surface"]) == ("open", "acme", "telephone")
    assert (sent["text"], sent["name"]) == ("No mail for months.", "Ana")
    assert sent["reachable_at"] == "+34 1"
    assert CASE in done.stdout


@pytest.mark.parametrize(
    ("option", "surface"),
    [(["--phone"], "telephone"), (["--letter"], "letter"), (["--counter"], "counter"),
     (["--page", "https://blog.example/modem"], "page")],
)  # fmt: skip
def test_each_door_has_its_option(
    aws: Aws, run: Run, at_door: Site, door: Door, option: list[str], surface: str
) -> None:
    came_of_it(aws, "post created")

    for command in (["open"], ["note", CASE]):
        run(*command, "No mail.", *option, site=at_door)
        assert asked(door)["surface"] == surface
        assert asked(door).get("address") == (option[1] if surface == "page" else None)


def test_two_calls_with_the_same_words_are_two(run: Run, at_door: Site, door: Door) -> None:
    for _ in range(2):
        run("open", "No mail.", "--seconds", "0", site=at_door)

    first, second = (json.loads(body)["request_id"] for body in door.bodies)
    assert first != second


def test_when_they_called_is_counted_back(aws: Aws, run: Run, at_door: Site, door: Door) -> None:
    came_of_it(aws, "post created")

    run("open", "No mail.", "--when", "2d", site=at_door)

    at = datetime.fromisoformat(asked(door)["posted_at"])
    assert timedelta(days=1.9) < utc_now() - at < timedelta(days=2.1)


def test_what_is_said_on_a_case_names_it_and_no_version(
    aws: Aws, run: Run, at_door: Site, door: Door
) -> None:
    came_of_it(aws, "post created")

    told = run("note", CASE, "It works elsewhere.", "--phone", "--json", site=at_door)

    sent = json.loads(door.bodies[0])
    assert (sent["verb"], sent["case_id"], "case_version" in sent) == ("note", CASE, False)
    assert json.loads(told.stdout)["case_id"] == CASE


def test_what_is_still_on_its_way_is_no_yes(run: Run, at_door: Site) -> None:
    done = run("open", "No mail.", "--seconds", "0", site=at_door)

    assert done.exit_code == 1
    assert "sixday timeline d-1" in done.stderr


def test_a_post_without_a_case_tells_why(aws: Aws, run: Run, at_door: Site) -> None:
    seen = SeenPost("acme", samples.post(), None, "Buy!", "d-1", "advertising")
    aws.table.commit(Change(seen=seen), START)

    assert "rule advertising" in run("open", "Buy!", site=at_door).stdout


def test_a_door_that_refuses_is_told_in_its_words(run: Run, at_door: Site, door: Door) -> None:
    door.decision = (400, '{"error": "posted_at: it is later than now"}')

    done = run("open", "No mail.", "--when", "2099-01-01", site=at_door)

    assert done.exit_code == 1
    assert "later than now" in done.stderr


def test_whose_customer_it_is_must_be_clear(aws: Aws, run: Run) -> None:
    assert run("open", "No mail.", "--brand", "nobody").exit_code == 2
    samples.connect(aws.store, samples.channel(brand="onda", account_id="page-2"))
    assert "acme, onda" in run("open", "No mail.").stderr
    assert run("open", "No mail.", "--phone", "--letter", "--brand", "acme").exit_code == 2
