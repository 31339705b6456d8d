"""The platforms' challenges, asked through the whole of intake."""

import json
from typing import Any

import pytest

from functions.intake.receive import receive
from tests.unit.intake.calls import get_event, post_event, sign
from tests.unit.intake.fakes import KEY, VERIFY_TOKEN, FakeSecrets, House
from tests.unit.intake.x_bodies import activity_post, wire


def test_crc_token_comes_back_signed(house: House) -> None:
    house.secrets.kept = {"secrets": ["test", "previous"]}
    answer = receive(get_event("x", crc_token="challenge_string"), house.ports)
    assert answer["statusCode"] == 200
    assert answer["headers"] == {"Content-Type": "application/json"}
    assert json.loads(answer["body"]) == {
        "response_token": "sha256=SYYKwb5URQ4OnNXL3KWDH9ph6EIaP+4PTQFxLk5FIK4="
    }


def test_handshake_makes_neither_queue_nor_archive(
    house: House, lines: list[dict[str, Any]]
) -> None:
    receive(get_event("x", crc_token="abc"), house.ports)
    assert house.clients_made == []
    assert [line["outcome"] for line in lines] == ["handshake"]


@pytest.mark.parametrize("token", ["", '{"for_user_id":"1"}', "a b", "x" * 513, "[1]", "é"])
def test_crc_signs_nothing_that_could_be_a_body(house: House, token: str) -> None:
    answer = receive(get_event("x", crc_token=token), house.ports)
    assert answer["statusCode"] == 400
    assert "sha256" not in answer["body"]


def test_answer_to_a_challenge_opens_no_door_to_posts(house: House) -> None:
    forged = wire(activity_post()).decode()
    answer = receive(get_event("x", crc_token=forged), house.ports)
    assert sign("x", forged.encode())["X-Twitter-Webhooks-Signature"] not in answer["body"]


def test_missing_crc_token_is_told(house: House) -> None:
    answer = receive(get_event("x"), house.ports)
    assert (answer["statusCode"], "crc_token" in answer["body"]) == (400, True)


def test_x_without_secret_gets_an_outage_and_never_a_wrong_token(
    house: House, lines: list[dict[str, Any]]
) -> None:
    house.secrets.kept = {"secrets": []}
    assert receive(get_event("x", crc_token="abc"), house.ports)["statusCode"] == 503
    assert lines[0]["level"] == "ERROR"
    assert "secrets" in lines[0]["remedy"]


@pytest.mark.parametrize("platform", ["facebook", "instagram"])
def test_meta_gets_its_challenge_back_as_plain_text(house: House, platform: str) -> None:
    event = get_event(
        platform, hub_mode="subscribe", hub_verify_token=VERIFY_TOKEN, hub_challenge="1158201444"
    )
    answer = receive(event, house.ports)
    assert (answer["statusCode"], answer["body"]) == (200, "1158201444")
    assert answer["headers"] == {"Content-Type": "text/plain"}
    assert answer["isBase64Encoded"] is False


@pytest.mark.parametrize(
    ("status", "query"),
    [
        (403, {"hub_mode": "subscribe", "hub_verify_token": "wrong", "hub_challenge": "1"}),
        (403, {"hub_mode": "subscribe", "hub_verify_token": "ñ\ud800", "hub_challenge": "1"}),
        (403, {"hub_mode": "subscribe", "hub_challenge": "1"}),
        (400, {"hub_mode": "unsubscribe", "hub_verify_token": VERIFY_TOKEN, "hub_challenge": "1"}),
        (400, {"hub_mode": "subscribe", "hub_verify_token": VERIFY_TOKEN}),
        (400, {}),
    ],
)
def test_meta_gets_no_challenge_back_otherwise(
    house: House, status: int, query: dict[str, str]
) -> None:
    answer = receive(get_event("facebook", **query), house.ports)
    assert answer["statusCode"] == status
    assert answer["body"] not in ("", "1")


def test_empty_verify_token_matches_nothing(house: House) -> None:
    house.secrets.kept = {"secrets": [KEY], "verify_token": ""}
    event = get_event("facebook", hub_mode="subscribe", hub_verify_token="", hub_challenge="1")
    assert receive(event, house.ports)["statusCode"] == 503


def test_unreadable_secret_is_an_outage(house: House, lines: list[dict[str, Any]]) -> None:
    house.secrets = FakeSecrets({}, is_down=True)
    assert receive(get_event("x", crc_token="abc"), house.ports)["statusCode"] == 503
    assert (lines[0]["level"], lines[0]["reason"]) == ("ERROR", "secret_unreadable")


def test_other_methods_are_refused(house: House) -> None:
    event = post_event("x", b"{}") | {"httpMethod": "DELETE"}
    assert receive(event, house.ports)["statusCode"] == 405
