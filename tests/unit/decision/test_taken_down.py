"""What a person takes down at the desk: it travels as a post does, and counts like one."""

from datetime import timedelta
from typing import Any

import pytest

from shared.clock import iso
from tests import samples
from tests.fakes.time import START
from tests.unit.decision.house import ANA, ARN, House

CALL: dict[str, Any] = {
    "verb": "open", "brand": samples.BRAND, "surface": "telephone", "text": "No mail for months.",
}  # fmt: skip
NOTE: dict[str, Any] = {**CALL, "verb": "note", "case_id": samples.CASE}
PAGE: dict[str, Any] = {**CALL, "surface": "page", "address": "https://blog.example/modem?a=1"}


def test_a_call_goes_the_way_of_every_post(house: House) -> None:
    status, told = house.ask(CALL)
    (received,) = house.taken
    post = received.post
    assert (status, told["decision_id"]) == (202, received.event_id)
    assert (post.platform, post.account_id, post.surface) == ("desk", "acme", "telephone")
    assert (post.text, post.verb, post.object_id) == (CALL["text"], "created", received.event_id)
    assert (post.posted_at, received.received_at) == (START, START)
    assert (post.is_summoned, post.is_private, post.case_id) == (True, True, None)
    assert post.taken_by == ARN
    assert not house.made


def test_a_call_is_one_by_telephone_unless_it_is_said_how(house: House) -> None:
    house.ask({name: value for name, value in CALL.items() if name != "surface"})
    house.ask({**CALL, "surface": "letter"})
    assert [r.post.surface for r in house.taken] == ["telephone", "letter"]


def test_what_was_said_on_a_case_belongs_to_it_and_is_its_customers(house: House) -> None:
    house.ask(NOTE)
    (received,) = house.taken
    assert (received.post.case_id, received.post.author) == (samples.CASE, ANA)


def test_a_note_without_a_way_is_for_colleagues_alone(house: House) -> None:
    plain = {"verb": "note", "text": "Ask Ola.", "case_version": 1, "case_id": samples.CASE}
    house.ask({"brand": samples.BRAND, **plain})
    assert (len(house.taken), len(house.made)) == (0, 1)


def test_the_customers_waiting_began_when_they_called(house: House) -> None:
    yesterday = START - timedelta(days=1)
    house.ask({**CALL, "posted_at": iso(yesterday)})
    assert house.taken[0].post.posted_at == yesterday
    status, told = house.ask({**CALL, "posted_at": iso(START + timedelta(minutes=2))})
    assert (status, told["error"]) == (400, "posted_at: it is later than now")


def test_who_can_be_reached_under_one_number_is_one_person(house: House) -> None:
    for name, number in (("Ana", " +1 "), ("Ana L.", "+1"), ("Ana", "+2"), ("Ana", None)):
        house.ask({**CALL, "name": name, "reachable_at": number})
    house.ask({**CALL, "name": "Ana", "text": "Again."})
    ids = [r.post.author.author_id for r in house.taken if r.post.author]
    assert ids[0] == ids[1]
    assert len(set(ids)) == len(ids) - 1 == 4
    assert house.taken[1].post.author is not None
    assert (house.taken[1].post.author.name, house.taken[1].post.author.handle) == ("Ana L.", "+1")


def test_nobodys_name_is_nobody(house: House) -> None:
    house.ask(CALL)
    assert house.taken[0].post.author is None


def test_a_page_is_recorded_by_its_address_and_public(house: House) -> None:
    house.ask(PAGE)
    (received,) = house.taken
    assert (received.post.thread_id, received.post.is_private) == (PAGE["address"], False)


def test_a_call_that_is_sent_twice_is_one_and_two_alike_are_two(house: House) -> None:
    for request_id in ("a", "a", "b"):
        house.ask({**CALL, "request_id": request_id})
    ids = [received.event_id for received in house.taken]
    assert ids[0] == ids[1] != ids[2]


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": " "},
        {"text": None},
        {"brand": "acme#case"},
        {"surface": "dream"},
        {"case_id": "c-1"},
        {"address": "https://blog.example"},
        {"name": ""},
        {"decided_by": "arn:the-chief"},
        {"posted_at": "yesterday"},
    ],
)
def test_what_cant_be_a_call_is_refused_without_quoting_it(
    house: House, wrong: dict[str, Any]
) -> None:
    status, told = house.ask(CALL | wrong)
    assert status == 400
    assert "dream" not in told["error"].replace("'", "")
    assert not house.taken


@pytest.mark.parametrize("address", [None, "ftp://x.example", "blog.example", "https://a b"])
def test_a_page_needs_an_address(house: House, address: str | None) -> None:
    assert house.ask({**PAGE, "address": address})[0] == 400


def test_a_note_is_on_a_case_that_there_is(house: House) -> None:
    assert house.ask({**NOTE, "case_id": "c-9"})[0] == 404
    assert house.ask({**NOTE, "case_id": None})[0] == 400
    assert not house.taken


def test_what_the_queue_did_not_take_was_not_taken_down(house: House) -> None:
    house.queues.is_down = True
    assert house.ask(CALL)[0] == 503
