"""Which private messages Meta carries, met through python-facebook-api."""

from datetime import UTC, datetime, timedelta

import pytest
from pyfacebook import FacebookError

from infra.local.platforms import Account, Sandbox
from tests.unit.local.graph_client import code_of, comment_on, graph, message_to, send


def test_messenger_carries_a_message_within_a_day(platforms: Sandbox, page: Account) -> None:
    person_id = message_to(platforms, page)
    sent = send(platforms, page, {"id": person_id})
    assert sent["recipient_id"] == person_id
    thread = graph(platforms, page).get_connection("me", "conversations", user_id=person_id)
    assert thread["data"][0]["messages"]["data"][0]["id"] == sent["message_id"]


@pytest.mark.parametrize("platform", ["page", "gram"])
def test_meta_refuses_a_message_after_24_hours(
    platforms: Sandbox, platform: str, request: pytest.FixtureRequest
) -> None:
    account: Account = request.getfixturevalue(platform)
    person_id = message_to(platforms, account)
    platforms.advance(24 * 3600 + 1)
    with pytest.raises(FacebookError) as error:
        send(platforms, account, {"id": person_id})
    assert code_of(error) == (10, 2018278)


def test_a_message_posted_long_ago_opens_no_window(platforms: Sandbox, page: Account) -> None:
    posted_at = (datetime.now(UTC) - timedelta(hours=25)).isoformat()
    person_id = message_to(platforms, page, posted_at=posted_at)
    with pytest.raises(FacebookError, match="outside of allowed window"):
        send(platforms, page, {"id": person_id})


def test_a_human_may_write_for_seven_days(platforms: Sandbox, page: Account) -> None:
    person_id = message_to(platforms, page)
    platforms.advance(6 * 24 * 3600)
    tagged = {"messaging_type": "MESSAGE_TAG", "tag": "HUMAN_AGENT"}
    assert send(platforms, page, {"id": person_id}, **tagged)["message_id"]


def test_messenger_wants_to_know_the_messaging_type(platforms: Sandbox, page: Account) -> None:
    person_id = message_to(platforms, page)
    with pytest.raises(FacebookError, match="messaging_type"):
        send(platforms, page, {"id": person_id}, messaging_type="")


def test_a_comment_may_be_answered_in_private_once(platforms: Sandbox, page: Account) -> None:
    comment_id = comment_on(platforms, page)
    assert send(platforms, page, {"comment_id": comment_id})["message_id"]
    assert platforms.replies_to(comment_id)[0]["is_private"]
    with pytest.raises(FacebookError) as error:
        send(platforms, page, {"comment_id": comment_id})
    assert code_of(error) == (10900, 0)


def test_a_private_reply_opens_no_window_until_they_answer(
    platforms: Sandbox, page: Account
) -> None:
    comment_id = comment_on(platforms, page)
    person_id = send(platforms, page, {"comment_id": comment_id})["recipient_id"]
    with pytest.raises(FacebookError, match="outside of allowed window"):
        send(platforms, page, {"id": person_id})
    message_to(platforms, page)
    assert send(platforms, page, {"id": person_id})["message_id"]


def test_a_comment_older_than_seven_days_gets_no_private_reply(
    platforms: Sandbox, page: Account
) -> None:
    comment_id = comment_on(platforms, page)
    platforms.advance(7 * 24 * 3600 + 1)
    with pytest.raises(FacebookError) as error:
        send(platforms, page, {"comment_id": comment_id})
    assert code_of(error) == (10, 2018278)


def test_somebody_who_blocked_the_page_is_error_551(platforms: Sandbox, page: Account) -> None:
    person_id = message_to(platforms, page)
    shy = {"handle": "ola", "accepts_messages": False}
    platforms.post(page, "leave me alone", shy, surface="message")
    with pytest.raises(FacebookError) as error:
        send(platforms, page, {"id": person_id})
    assert error.value.code == 551


def test_a_text_too_long_for_messenger_is_error_100(platforms: Sandbox, page: Account) -> None:
    person_id = message_to(platforms, page)
    with pytest.raises(FacebookError) as error:
        send(platforms, page, {"id": person_id}, message='{"text": "' + "a" * 2001 + '"}')
    assert error.value.code == 100


def test_one_token_serves_a_page_and_its_instagram_account(
    platforms: Sandbox, page: Account, gram: Account
) -> None:
    both = {"account_id": gram.account_id, "access_token": page.access_token}
    platforms.add_account("instagram", "acme_ig", **both)
    person_id = message_to(platforms, gram)
    assert send(platforms, page, {"id": person_id})["message_id"].startswith("aWdf")


def test_an_instagram_message_is_measured_in_bytes(platforms: Sandbox, gram: Account) -> None:
    person_id = message_to(platforms, gram)
    with pytest.raises(FacebookError) as error:
        send(platforms, gram, {"id": person_id}, message='{"text": "' + "ø" * 501 + '"}')
    assert error.value.code == 100
