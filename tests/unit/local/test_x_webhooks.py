"""What X sends to intake: both of its APIs, signed, and only what concerns the account."""

from typing import Any

import pytest

from infra.local.platforms import Account, Sandbox
from infra.local.platforms.sign import x_signature
from tests.unit.local.intake_fake import IntakeFake


@pytest.fixture
def acme(platforms: Sandbox, intake: IntakeFake) -> Account:
    """Our account on X, with a webhook on the Activity API and no echoes."""
    return platforms.add_account(
        "x", "acme", display_name="Acme", webhook_url=intake.url, app_secret="consumer",
        has_echoes=False,
    )  # fmt: skip


def kinds(bodies: list[dict[str, Any]]) -> list[str]:
    return [body["data"]["event_type"] for body in bodies]


def test_x_signs_the_exact_bytes(platforms: Sandbox, acme: Account, intake: IntakeFake) -> None:
    platforms.post(acme, "@acme ¡siempre lleno! 😡", "ola")
    expected = x_signature("consumer", intake.bodies[0])
    assert intake.headers[0]["x-twitter-webhooks-signature"] == expected


def test_a_mention_comes_in_the_activity_envelope(
    platforms: Sandbox, acme: Account, intake: IntakeFake
) -> None:
    author = {"handle": "ola", "name": "Ola N", "followers": 7}
    post = platforms.post(acme, "it broke", author, surface="mention")["post"]
    data = intake.received(1)[0]["data"]
    assert data["event_type"] == "post.mention.create"
    assert data["filter"] == {"user_id": acme.account_id}
    assert (data["payload"]["id"], data["payload"]["text"]) == (post["id"], "@acme it broke")
    assert data["payload"]["entities"]["mentions"][0]["id"] == acme.account_id
    assert data["includes"]["users"][0]["public_metrics"]["followers_count"] == 7


def test_a_reply_that_mentions_us_is_two_events_of_one_post(
    platforms: Sandbox, acme: Account, intake: IntakeFake
) -> None:
    own = platforms.post(acme, "News", deliver="never")["post"]["id"]
    platforms.post(acme, "@acme no news", "ola", surface="comment", parent_id=own)
    events = [body["data"] for body in intake.received(2)]
    assert {e["event_type"] for e in events} == {"post.mention.create", "post.reply.create"}
    assert len({e["event_uuid"] for e in events}) == 2
    assert len({e["payload"]["id"] for e in events}) == 1


def test_a_post_that_names_nobody_of_ours_is_not_announced(
    platforms: Sandbox, acme: Account
) -> None:
    assert platforms.post(acme, "acme is broken", "ola")["deliveries"] == []


def test_a_second_account_that_is_mentioned_gets_its_own_delivery(
    platforms: Sandbox, acme: Account, intake: IntakeFake
) -> None:
    help_desk = platforms.add_account("x", "acmehelp", webhook_url=intake.url)
    platforms.post(acme, "@acme @acmehelp it broke", "ola")
    filters = {body["data"]["filter"]["user_id"] for body in intake.received(2)}
    assert filters == {acme.account_id, help_desk.account_id}


def test_the_old_and_the_new_api_bring_the_same_post(
    platforms: Sandbox, acme: Account, intake: IntakeFake
) -> None:
    post_id = platforms.post(acme, "@acme it broke", "ola", shape="both")["post"]["id"]
    modern, legacy = intake.received(2)
    assert modern["data"]["payload"]["id"] == post_id
    assert legacy["for_user_id"] == acme.account_id
    assert legacy["tweet_create_events"][0]["id_str"] == post_id


def test_the_old_api_truncates_a_long_post_and_repeats_it_in_full(
    platforms: Sandbox, acme: Account, intake: IntakeFake
) -> None:
    text = "@acme " + "x" * 200
    platforms.post(acme, text, "ola", shape="aaa")
    event = intake.received(1)[0]["tweet_create_events"][0]
    assert event["truncated"]
    assert event["extended_tweet"]["full_text"] == text


@pytest.mark.parametrize("shape", ["xaa", "aaa"])
def test_a_private_message_has_the_same_core_in_both_apis(
    platforms: Sandbox, acme: Account, intake: IntakeFake, shape: str
) -> None:
    posted = platforms.post(acme, "my order?", "ola", surface="message", shape=shape)["post"]
    body = intake.received(1)[0]
    core = body["data"]["payload"] if shape == "xaa" else body
    event = core["direct_message_events"][0]
    assert event["id"] == posted["id"]
    assert event["message_create"]["message_data"]["text"] == "my order?"
    assert event["message_create"]["target"]["recipient_id"] == acme.account_id


def test_an_edit_brings_a_new_id_that_names_the_old_one(
    platforms: Sandbox, acme: Account, intake: IntakeFake
) -> None:
    old = platforms.post(acme, "@acme it broke", "ola")["post"]["id"]
    new = platforms.edit(old, "@acme it broke twice")["post"]["id"]
    payload = intake.received(2)[1]["data"]["payload"]
    assert payload["edit_history_tweet_ids"] == [old, new]


def test_x_is_silent_when_a_customer_deletes(platforms: Sandbox, acme: Account) -> None:
    post_id = platforms.post(acme, "@acme it broke", "ola")["post"]["id"]
    assert platforms.delete(post_id)["deliveries"] == []


def test_x_tells_when_we_delete(platforms: Sandbox, acme: Account, intake: IntakeFake) -> None:
    own = platforms.post(acme, "News", deliver="never")["post"]["id"]
    platforms.delete(own)
    assert kinds(intake.received(1)) == ["post.delete"]


def test_typing_and_reading_are_told(platforms: Sandbox, acme: Account, intake: IntakeFake) -> None:
    who = platforms.post(acme, "hi", "ola", surface="message")["post"]["author"]["id"]
    platforms.signal(acme, who, "typing")
    platforms.signal(acme, who, "read")
    assert kinds(intake.received(3)) == ["dm.received", "dm.indicate_typing", "dm.read"]
