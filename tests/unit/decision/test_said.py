"""What a person wants the customer to read, looked at before it is on its way."""

from typing import Any

import pytest

from shared.cases.change import Change
from shared.messages import NEEDS, TOLD, DecisionMade
from tests import samples
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import START, Clock
from tests.unit.decision.house import WISH, House
from tests.unit.escalation.deciding import INQUIRY

REFUSAL = "You are not entitled to a refund."
SPANISH = "Hemos encontrado la causa y lo arreglamos hoy."
REST: dict[str, Any] = {
    "reply_id": "r-1", "promise_id": "p-1", "by": "2026-12-01T10:00:00Z", "reason": "?",
}  # fmt: skip


@pytest.fixture
def investigated(dynamodb: MemoryDynamoDB, clock: Clock) -> House:
    house = House(dynamodb, clock)
    case = samples.case(investigation=INQUIRY, version=2)
    house.door.table.commit(Change(case=case), START)
    return house


def said(verb: str, text: str, **given: Any) -> dict[str, Any]:  # noqa: ANN401
    needed = {name: REST[name] for name in NEEDS.get(verb, ()) if name in REST}
    return {**WISH, "verb": verb, "text": text, **needed, **given}


@pytest.mark.parametrize("verb", sorted(TOLD - {"end_investigation"}))
def test_a_refusal_is_told_to_wait_while_an_investigation_is_open(
    investigated: House, verb: str
) -> None:
    status, told = investigated.ask(said(verb, REFUSAL, case_version=2))
    assert status == 409
    assert "sixday outcome" in told["error"]
    assert "entitled" not in told["error"]
    assert not investigated.made


@pytest.mark.parametrize("verb", ["end_investigation", "note", "evidence"])
def test_the_outcome_may_refuse_and_so_may_what_no_customer_reads(
    investigated: House, verb: str
) -> None:
    assert investigated.ask(said(verb, REFUSAL, case_version=2))[0] == 202


def test_words_that_refuse_nothing_are_taken_while_it_is_open(investigated: House) -> None:
    assert investigated.ask(said("reply", "We haven't forgotten you.", case_version=2))[0] == 202


def test_where_no_investigation_is_open_a_no_is_an_answer(house: House) -> None:
    assert house.ask(said("reply", REFUSAL))[0] == 202


@pytest.mark.parametrize("verb", sorted(TOLD))
def test_words_in_another_language_are_asked_about_and_never_translated(
    house: House, verb: str
) -> None:
    status, told = house.ask(said(verb, SPANISH))
    assert status == 422
    assert "the customer reads en, these words read as es" in told["error"]
    assert "--language es" in told["error"]
    assert "causa" not in told["error"]
    assert not house.made


def test_another_language_that_is_meant_is_taken_as_it_is(house: House) -> None:
    assert house.ask(said("reply", SPANISH, language="es"))[0] == 202
    (made,) = house.made
    assert isinstance(made, DecisionMade)
    assert (made.text, made.language) == (SPANISH, "es")


def test_what_no_customer_reads_may_be_in_any_language(house: House) -> None:
    assert house.ask(said("note", SPANISH))[0] == 202


@pytest.mark.parametrize(("verb", "room"), [("reply", 600), ("ask", 600), ("progress", 460)])
def test_words_that_have_no_room_where_they_would_stand_are_told_so_at_once(
    dynamodb: MemoryDynamoDB, clock: Clock, verb: str, room: int
) -> None:
    house = House(dynamodb, clock)
    on_instagram = samples.target(platform="instagram")
    house.door.table.commit(Change(case=samples.case(version=2, target=on_instagram)), START)
    long, short = ("a" * signs for signs in (room + 1, room))
    status, told = house.ask(said(verb, long, case_version=2))
    assert status == 422
    assert told["error"].startswith(f"too_long: instagram has room for {room}")
    assert house.sent == []
    assert house.ask(said(verb, short, case_version=2))[0] == 202
