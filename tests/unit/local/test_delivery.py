"""How deliveries travel: again, twice, late, in the wrong order; and the handshake before them."""

import time
from typing import Any

import requests

from infra.local.platforms import Account, Sandbox
from tests.unit.local.intake_fake import IntakeFake


def hooked(platforms: Sandbox, platform: str, intake: IntakeFake, **more: object) -> Account:
    hook = {"webhook_url": intake.url, "verify_token": "known", "app_secret": "secret"}
    return platforms.add_account(platform, "acme", **{**hook, **more})  # type: ignore[arg-type]


def told_ids(intake: IntakeFake, count: int) -> list[str]:
    return [body["data"]["payload"]["id"] for body in intake.received(count)]


def test_meta_tries_again_until_intake_answers_200(platforms: Sandbox, intake: IntakeFake) -> None:
    page = hooked(platforms, "facebook", intake)
    intake.statuses = [500, 503]
    platforms.post(page, "it broke", "ola", surface="comment")
    intake.received(3)
    assert len(set(intake.bodies)) == 1
    assert eventually_acknowledged(platforms) == [500, 503, 200]


def test_x_does_not_try_again_for_a_self_serve_app(platforms: Sandbox, intake: IntakeFake) -> None:
    acme = hooked(platforms, "x", intake)
    intake.statuses = [500]
    delivery = platforms.post(acme, "@acme it broke", "ola")["deliveries"][0]
    assert (delivery["statuses"], delivery["is_given_up"]) == ([500], True)


def test_a_webhook_that_nobody_answers_is_given_up_on_in_the_end(platforms: Sandbox) -> None:
    acme = platforms.add_account("x", "acme", webhook_url="http://127.0.0.1:9/nobody")
    assert platforms.post(acme, "@acme it broke", "ola")["deliveries"][0]["statuses"] == [0]


def test_one_post_can_be_delivered_many_times_in_the_same_bytes(
    platforms: Sandbox, intake: IntakeFake
) -> None:
    acme = hooked(platforms, "x", intake)
    platforms.post(acme, "@acme it broke", "ola", times=3)
    assert len(intake.bodies) == 3
    assert len(set(intake.bodies)) == 1


def test_posts_can_be_announced_in_the_wrong_order_and_under_new_event_ids(
    platforms: Sandbox, intake: IntakeFake
) -> None:
    acme = hooked(platforms, "x", intake)
    first, second = (
        platforms.post(acme, f"@acme {n}", "ola", deliver="never")["post"]["id"] for n in "ab"
    )
    platforms.deliver([second, first, second])
    assert told_ids(intake, 3) == [second, first, second]
    assert len({body["data"]["event_uuid"] for body in intake.received(3)}) == 3


def test_what_we_say_comes_back_as_an_echo(platforms: Sandbox, intake: IntakeFake) -> None:
    acme = hooked(platforms, "x", intake)
    headers = {"Authorization": f"Bearer {acme.access_token}"}
    said = requests.post(
        f"{platforms.base_url}/2/tweets", json={"text": "News"}, headers=headers, timeout=5
    ).json()
    assert told_ids(intake, 1) == [said["data"]["id"]]
    assert intake.received(1)[0]["data"]["event_type"] == "post.create"


def test_a_private_echo_says_that_it_is_one(platforms: Sandbox, intake: IntakeFake) -> None:
    page = hooked(platforms, "facebook", intake)
    who = platforms.post(page, "hi", "ola", surface="message")["post"]["author"]["id"]
    order: dict[str, Any] = {
        "recipient": {"id": who},
        "message": {"text": "Hi"},
        "messaging_type": "RESPONSE",
    }
    url = f"{platforms.base_url}/v25.0/me/messages"
    requests.post(url, json=order, params={"access_token": page.access_token}, timeout=5)
    echo = intake.received(2)[1]["entry"][0]["messaging"][0]
    assert echo["message"]["is_echo"]
    assert (echo["sender"]["id"], echo["recipient"]["id"]) == (page.account_id, who)


def test_x_finds_a_webhook_valid_that_signs_its_challenge(
    platforms: Sandbox, intake: IntakeFake
) -> None:
    intake.secret = "secret"
    assert platforms.handshake(hooked(platforms, "x", intake))["outcome"] == "valid"


def test_x_finds_a_webhook_invalid_at_once_that_signs_with_another_secret(
    platforms: Sandbox, intake: IntakeFake
) -> None:
    intake.secret = "another"
    assert platforms.handshake(hooked(platforms, "x", intake))["outcome"] == "invalid"


def test_meta_finds_a_webhook_valid_that_knows_the_verify_token(
    platforms: Sandbox, intake: IntakeFake
) -> None:
    intake.verify_token = "known"
    assert platforms.handshake(hooked(platforms, "facebook", intake))["outcome"] == "valid"


def test_meta_finds_a_webhook_invalid_that_does_not(platforms: Sandbox, intake: IntakeFake) -> None:
    assert platforms.handshake(hooked(platforms, "instagram", intake))["outcome"] == "invalid"


def eventually_acknowledged(platforms: Sandbox) -> list[int]:
    for _ in range(100):
        if platforms.deliveries()[0]["is_acknowledged"]:
            break
        time.sleep(0.02)
    return platforms.deliveries()[0]["statuses"]
