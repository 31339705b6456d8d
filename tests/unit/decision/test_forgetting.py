"""A named person has somebody forgotten; nobody learns from it who that was."""

from typing import Any

import pytest

from shared.messages import ErasureRequested
from tests import samples
from tests.unit.decision.house import ARN, ERASURE, House

BY_ID: dict[str, Any] = {"verb": "erase", "platform": "x", "author_id": "12345678"}
BY_CASE: dict[str, Any] = {"verb": "erase", "brand": samples.BRAND, "case_id": samples.CASE}


@pytest.mark.parametrize("wish", [BY_ID, BY_CASE])
def test_it_is_handed_on_with_the_verified_identity_of_who_asked(
    house: House, wish: dict[str, Any]
) -> None:
    status, told = house.ask(wish)
    ((queue, message),) = house.sent
    assert (status, queue) == (202, ERASURE)
    assert isinstance(message, ErasureRequested)
    assert (message.requested_by, message.requested_at) == (ARN, house.clock())
    assert (told["code"], told["decision_id"]) == (message.code, message.event_id)
    named = message.model_dump(include=set(wish) - {"verb"})
    assert named == {name: value for name, value in wish.items() if name != "verb"}


def test_a_code_tells_nothing_and_is_another_every_time(house: House) -> None:
    codes = {house.ask(BY_ID)[1]["code"] for _ in range(5)}
    assert len(codes) == 5
    assert all(len(code) == 32 and "12345678" not in code for code in codes)


@pytest.mark.parametrize(
    "more",
    [
        {"author_id": None},
        {"platform": "telegram"},
        {"brand": samples.BRAND, "case_id": samples.CASE},
        {"case_id": samples.CASE},
        {"author_id": "a b"},
        {"requested_by": "somebody else"},
    ],
)
def test_who_names_nobody_or_two_is_refused_without_an_echo(
    house: House, more: dict[str, Any]
) -> None:
    status, told = house.ask(BY_ID | more)
    assert status == 400
    assert not house.sent
    assert "12345678" not in told["error"]


def test_the_log_names_nobody(house: House, caplog: pytest.LogCaptureFixture) -> None:
    house.ask(BY_ID)
    (line,) = caplog.records
    assert line.getMessage() == "erasure_requested"
    assert "12345678" not in str(vars(line))
