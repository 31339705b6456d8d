"""What comes back from a backup is whole, but for who was erased since; everybody knows of it."""

import json
from datetime import timedelta

import pytest

from shared.controls import ControlPanel
from tests import samples
from tests.fakes.time import START, Clock
from tests.unit.erasure.forgetting import ANA, BEA, CANARY, Forgetting
from tests.unit.ops.conftest import Aws, Run

BACKUP = "sixday-test-restored"


@pytest.fixture
def house(aws: Aws) -> Forgetting:
    """Ana and Bea have written, and a backup was made; nothing leaves any more."""
    found = Forgetting(aws.store, Clock(START))
    found.write()
    found.write(BEA)
    for (_, pk, sk), item in list(aws.store.items.items()):
        aws.store.items[BACKUP, pk, sk] = item
    aws.parameters.value = '{"mode": "off"}'
    return found


def lose(aws: Aws, *, but: str = "") -> None:
    for place in [p for p in aws.store.items if p[0] == samples.TABLE and p[2] != but]:
        del aws.store.items[place]


def standing(aws: Aws) -> dict[tuple[str, str], object]:
    return {(pk, sk): item for (table, pk, sk), item in aws.store.items.items() if table != BACKUP}


def test_without_a_table_the_steps_are_told_in_order(run: Run, house: Forgetting) -> None:
    assert house
    told = run("restore").stdout
    steps = [told.index(step) for step in ("mode off", "restore-table-to-point", "mode live")]
    assert steps == sorted(steps)
    assert samples.TABLE in told


def test_while_answers_are_posted_nothing_is_brought_back(
    run: Run, house: Forgetting, aws: Aws
) -> None:
    assert house
    aws.parameters.value = '{"mode": "live"}'
    before = standing(aws)
    answer = run("restore", BACKUP)
    assert answer.exit_code == 1
    assert "sixday mode off" in answer.stderr
    assert standing(aws) == before


def test_a_table_that_was_lost_comes_back_whole(run: Run, house: Forgetting, aws: Aws) -> None:
    assert house
    before = standing(aws)
    lose(aws)
    told = json.loads(run("restore", BACKUP, "--json").stdout)
    assert standing(aws) == before
    assert told == {"brought_back": len(before), "stood_already": 0, "erased_since": 0}


def test_what_was_written_since_the_backup_stays_unless_told_otherwise(
    run: Run, house: Forgetting, aws: Aws
) -> None:
    house.clock.moment += timedelta(minutes=1)
    house.write(text=f"{CANARY} again")
    now = standing(aws)
    run("restore", BACKUP)
    assert standing(aws) == now
    run("restore", BACKUP, "--over")
    assert standing(aws) != now


@pytest.mark.parametrize("more", [(), ("--over",)])
def test_who_was_erased_since_the_backup_stays_erased(
    run: Run, house: Forgetting, aws: Aws, more: tuple[str, ...]
) -> None:
    house.clock.moment += timedelta(minutes=1)
    house.erase_all()
    for place in [p for p in aws.store.items if BEA in str(aws.store.items[p])]:
        if place[0] == samples.TABLE:
            del aws.store.items[place]
    run("restore", BACKUP, *more)
    held = json.dumps([str(item) for item in standing(aws).values()])
    assert (CANARY in held, ANA in held) == (False, False)
    assert BEA in held


def test_every_function_knows_of_it_until_all_was_looked_at(
    run: Run, house: Forgetting, aws: Aws
) -> None:
    assert house
    run("restore", BACKUP)
    panel = ControlPanel(lambda: aws.parameters, "c", is_production=True, seconds=lambda: 0.0)
    known = panel.read()
    assert known.mode == "off"
    assert known.restored_at is not None
    run("mode", "live")
    assert "restored_at" in aws.parameters.switches
    run("restore", "--done")
    assert aws.parameters.switches == {"mode": "live"}


def test_a_dry_run_changes_nothing(run: Run, house: Forgetting, aws: Aws) -> None:
    assert house
    lose(aws)
    told = json.loads(run("restore", BACKUP, "--dry-run", "--json").stdout)
    assert told["brought_back"] > 0
    assert standing(aws) == {}
    assert aws.parameters.switches == {"mode": "off"}
