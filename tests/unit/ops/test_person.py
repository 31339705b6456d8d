"""What is held of a person is shown to them whole, and erased only where somebody means it."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from infra.ops.session import Site
from shared.cases import erasures
from shared.messages import ErasureRequested
from tests.fakes.time import START, Clock
from tests.unit.erasure.forgetting import ANA, BEA, CANARY, KEY, Forgetting
from tests.unit.ops.conftest import Aws, Run
from tests.unit.ops.door import Door

CODE = "0123456789abcdef0123456789abcdef"
PERSON = f"facebook:{ANA}"


@pytest.fixture
def house(aws: Aws) -> Forgetting:
    """Ana and Bea have written; the deployment of fakes stands on the same table."""
    found = Forgetting(aws.store, Clock(START))
    aws.secrets.texts["sixday/test/pseudonym-key"] = json.dumps({"key": KEY.decode()})
    found.write()
    found.write(BEA)
    found.write(text=f"{CANARY} again")
    return found


def answered(door: Door) -> None:
    door.decision = (202, json.dumps({"decision_id": "x-1", "code": CODE, "decided_by": "arn:me"}))


def done(house: Forgetting, code: str = CODE) -> None:
    asked = ErasureRequested(event_id="x-1", code=code, requested_at=START, requested_by="arn:me")
    erasures.begin(house.table, asked, START)
    erasures.count(house.table, code, {"post": 2}, START)
    erasures.finish(house.table, code, START)


@pytest.mark.parametrize("whom", [PERSON, f"facebook:@{CANARY}-{ANA}", "facebook/9000001"])
def test_a_dry_run_says_how_much_and_erases_nothing(
    run: Run, house: Forgetting, at_door: Site, door: Door, whom: str
) -> None:
    before = house.held
    answer = run("erase", whom, "--dry-run", "--json", site=at_door)
    told = json.loads(answer.stdout)
    assert (told["conversations"], told["items"]["post"]) == (1, 3)  # two, and a lead
    assert told["platforms"] == ["facebook"]
    assert CANARY not in answer.stdout
    assert (house.held, door.bodies) == (before, [])


def test_who_types_something_else_erases_nothing(
    run: Run, house: Forgetting, at_door: Site, door: Door
) -> None:
    assert house
    answer = run("erase", PERSON, stdin="facebook:2\n", site=at_door)
    assert answer.exit_code == 1
    assert door.bodies == []


def test_what_travels_is_the_person_and_nothing_of_theirs(
    run: Run, house: Forgetting, at_door: Site, door: Door
) -> None:
    answered(door)
    done(house)
    answer = run("erase", PERSON, stdin=f"{PERSON}\n", site=at_door)
    assert answer.exit_code == 0
    assert json.loads(door.bodies[0]) == {
        "verb": "erase",
        "platform": "facebook",
        "author_id": ANA,
    }
    assert f"/erasures/{CODE}" in answer.stdout


def test_of_a_case_travels_the_case(run: Run, house: Forgetting, at_door: Site, door: Door) -> None:
    answered(door)
    done(house)
    case_id = house.cases[0].case_id
    answer = run("erase", case_id, "--confirm", case_id, "--json", site=at_door)
    assert json.loads(answer.stdout)["erased"] == {"post": 2}
    assert json.loads(door.bodies[0]) == {"verb": "erase", "brand": "acme", "case_id": case_id}


def test_who_waits_no_longer_is_told_how_to_look(
    run: Run, house: Forgetting, at_door: Site, door: Door
) -> None:
    assert house
    answered(door)
    answer = run("erase", PERSON, "--confirm", PERSON, "--seconds", "0", site=at_door)
    assert answer.exit_code == 1
    assert f"sixday erase --status {CODE}" in answer.stderr


def test_the_audit_trail_lists_by_whom_and_never_whose(run: Run, house: Forgetting) -> None:
    done(house)
    answer = run("erase", "--list", "--json")
    (receipt,) = json.loads(answer.stdout)
    assert (receipt["requested_by"], receipt["state"]) == ("arn:me", "done")
    assert ANA not in answer.stdout


@pytest.mark.parametrize("whom", ["c-0000000000", "facebook:@nobody", "facebook/1", "ana"])
def test_nobody_is_said_to_be_nobody(run: Run, house: Forgetting, whom: str) -> None:
    assert house
    answer = run("erase", whom, "--dry-run")
    assert answer.exit_code == 1
    assert answer.stderr


def test_an_export_holds_everything_of_theirs_with_its_source_and_its_end(
    run: Run, house: Forgetting
) -> None:
    told = json.loads(run("export", PERSON, "--json").stdout)
    assert {post["text"] for post in told["posts"]} == {f"{CANARY} doesn't work", f"{CANARY} again"}
    assert {post["source"] for post in told["posts"]} == {"webhook of facebook"}
    until = (START + timedelta(days=400)).date().isoformat()
    assert {post["forgotten_on"] for post in told["posts"]} == {until}
    (case,) = told["cases"]
    assert case["timeline"]
    assert case["replies"]
    assert told["not_held"]
    assert house


def test_an_export_holds_nothing_of_anybody_else(run: Run, house: Forgetting) -> None:
    assert house
    answer = run("export", PERSON, "--json")
    assert BEA not in answer.stdout
    assert "Mine doesn't work" not in answer.stdout
    assert "arn:" not in answer.stdout


def test_an_export_tells_of_raw_deliveries_without_showing_others_in_them(
    run: Run, house: Forgetting, aws: Aws
) -> None:
    house.archive(house.event(), house.event(BEA))
    aws.buckets.objects |= {key: there[-1][1] for key, there in house.bucket.versions.items()}
    raw = json.loads(run("export", PERSON, "--json").stdout)["raw_deliveries"]
    assert (raw["objects"], raw["hours"]) == (1, ["2026/11/02/08"])


def test_an_export_is_a_page_too_for_nobody_else_to_read(
    run: Run, house: Forgetting, tmp_path: Path
) -> None:
    assert house
    run("export", PERSON, "--to", str(tmp_path / "ana"))
    page = tmp_path / "ana" / "held.md"
    assert f"{CANARY} again" in page.read_text("utf-8")
    assert page.stat().st_mode & 0o077 == 0
    assert json.loads((tmp_path / "ana" / "held.json").read_text("utf-8"))["posts"]


def test_what_was_erased_is_shown_no_more(run: Run, house: Forgetting) -> None:
    house.clock.moment += timedelta(minutes=1)
    house.erase_all()
    told = json.loads(run("export", PERSON, "--json").stdout)
    assert (told["posts"], told["cases"]) == ([], [])
