"""Who may bring intake a body, and what happens to everybody else."""

from typing import Any

import pytest

from functions.intake.receive import MAX_BODY_BYTES
from shared.secrets import KEEP_SECONDS, REFRESH_SECONDS
from tests.unit.intake.calls import post_event, sign, status
from tests.unit.intake.conftest import Counted
from tests.unit.intake.fakes import KEY, OLD_KEY, House
from tests.unit.intake.meta_bodies import (
    comments,
)
from tests.unit.intake.x_bodies import (
    activity_post,
    wire,
)

POST = wire(activity_post())


@pytest.mark.parametrize("platform", ["threads", "", "X", "../x"])
def test_unknown_platform_is_not_found(
    house: House, platform: str, lines: list[dict[str, Any]]
) -> None:
    assert status(house, post_event(platform, POST, {})) == 404
    assert house.secrets.asked == []
    assert lines == [{"level": "INFO", "outcome": "refused", "reason": "unknown_platform"}]


@pytest.mark.parametrize("is_base64", [True, False])
def test_signed_post_is_taken_in(house: House, *, is_base64: bool) -> None:
    assert status(house, post_event("x", POST, is_base64=is_base64)) == 200
    assert [m["kind"] for m in house.queue.messages] == ["PostReceived"]


def test_body_is_too_large_before_anything_is_asked_of_it(house: House, counted: Counted) -> None:
    event = post_event("x", b"", {}) | {"body": "A" * (MAX_BODY_BYTES // 3 * 4 + 8)}
    assert status(house, event) == 413
    assert house.secrets.asked == []
    assert counted["BodiesTooLarge"] == 1


def test_largest_body_is_taken_in(house: House) -> None:
    body = wire(activity_post()).ljust(MAX_BODY_BYTES)
    assert status(house, post_event("x", body)) == 200
    assert status(house, post_event("x", body + b" ")) == 413
    assert status(house, post_event("x", body + b" ", is_base64=False)) == 413


def test_body_that_is_no_base64_is_refused(house: House) -> None:
    assert status(house, post_event("x", b"") | {"body": "~~~"}) == 400


@pytest.mark.parametrize("headers", [{}, {"X-Twitter-Webhooks-Signature": "sha256=AAAA"}])
def test_unsigned_body_is_refused_counted_and_told_once(
    house: House, headers: dict[str, str], lines: list[dict[str, Any]], counted: Counted
) -> None:
    assert status(house, post_event("x", POST, headers)) == 401
    assert counted["SignaturesRefused"] == 1
    assert [line["outcome"] for line in lines] == ["refused"]
    assert house.clients_made == []


def test_signature_is_judged_before_anything_is_parsed(house: House) -> None:
    assert status(house, post_event("x", b'{"broken', sign("x", b"other"))) == 401


def test_request_without_body_or_headers_is_refused(house: House) -> None:
    event = post_event("x", b"") | {"body": None, "headers": None}
    assert status(house, event) == 401


def test_rotated_secret_is_looked_up_once_on_a_mismatch(house: House) -> None:
    house.secrets.kept, house.secrets.fresh = {"secrets": [OLD_KEY]}, {"secrets": [KEY, OLD_KEY]}
    assert status(house, post_event("x", POST)) == 200
    assert house.secrets.asked == [("secret/x", KEEP_SECONDS), ("secret/x", REFRESH_SECONDS)]


def test_secret_is_not_looked_up_again_while_it_holds(house: House) -> None:
    status(house, post_event("x", POST))
    assert house.secrets.asked == [("secret/x", KEEP_SECONDS)]


@pytest.mark.parametrize(
    "held",
    [
        {},
        {"secrets": []},
        {"secrets": [""]},
        {"secrets": None},
        {"secrets": "in the list's place"},
        {"secrets": [7, None]},
    ],
)
def test_missing_secret_lets_nobody_in_and_tells_the_operator(
    house: House, held: dict[str, Any], lines: list[dict[str, Any]]
) -> None:
    house.secrets.kept = held
    for key in ("", "i", KEY):
        assert status(house, post_event("x", POST, sign("x", POST, key))) == 401
    assert {line["level"] for line in lines} == {"ERROR"}
    assert all("secrets" in line["remedy"] for line in lines)


def test_unreadable_secret_store_asks_the_platform_to_try_again(
    house: House, lines: list[dict[str, Any]]
) -> None:
    house.secrets.is_down = True
    assert status(house, post_event("x", POST)) == 503
    assert (lines[0]["level"], lines[0]["reason"]) == ("ERROR", "secret_unreadable")
    assert "secret/x" in lines[0]["remedy"]


def test_missing_setting_of_one_platform_leaves_the_others_alone(
    house: House, lines: list[dict[str, Any]]
) -> None:
    del house.environment["SECRET_FACEBOOK"]
    assert status(house, post_event("facebook", comments(1))) == 503
    assert "SECRET_FACEBOOK" in lines[0]["remedy"]
    assert status(house, post_event("x", POST)) == 200
