"""Meta's rules, met through python-facebook-api: a Graph client that others wrote."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from pyfacebook import FacebookError, GraphAPI

from infra.local.platforms import Account, Sandbox


def graph(platforms: Sandbox, account: Account, app_secret: str | None = None) -> GraphAPI:
    return GraphAPI(
        access_token=account.access_token,
        app_secret=app_secret,
        base_url=f"{platforms.base_url}/",
        version="v25.0",
        ignore_version_check=True,
        sleep_on_rate_limit=False,
    )


def comment_on(platforms: Sandbox, account: Account, **more: Any) -> str:  # noqa: ANN401
    posted = platforms.post(account, "it is broken", "ola", surface="comment", **more)
    return posted["post"]["id"]


def message_to(platforms: Sandbox, account: Account, **more: Any) -> str:  # noqa: ANN401
    posted = platforms.post(account, "my order?", "ola", surface="message", **more)
    return posted["post"]["author"]["id"]


def send(platforms: Sandbox, account: Account, recipient: dict[str, str], **more: str) -> Any:  # noqa: ANN401
    import json

    data = {"recipient": json.dumps(recipient), "message": json.dumps({"text": "Which number?"})}
    kind = {"messaging_type": "RESPONSE"}
    return graph(platforms, account).post_object("me", "messages", data={**kind, **data, **more})


def code_of(error: pytest.ExceptionInfo[FacebookError]) -> tuple[int, int]:
    return error.value.code, getattr(error.value, "error_subcode", 0)


def test_a_page_answers_a_comment_in_public(platforms: Sandbox, page: Account) -> None:
    comment_id = comment_on(platforms, page)
    api = graph(platforms, page)
    answer = api.post_object(comment_id, "comments", data={"message": "We are on it."})
    reply = platforms.replies_to(comment_id)[0]
    assert (reply["id"], reply["text"]) == (answer["id"], "We are on it.")


def test_an_answered_comment_can_be_read_with_what_is_below_it(
    platforms: Sandbox, page: Account
) -> None:
    comment_id = comment_on(platforms, page)
    api = graph(platforms, page)
    api.post_object(comment_id, "comments", data={"message": "We are on it."})
    assert api.get_object(comment_id, fields="message,from")["message"] == "it is broken"
    below = api.get_connection(comment_id, "comments", fields="message,from")["data"]
    assert [(c["message"], c["from"]["id"]) for c in below] == [("We are on it.", page.account_id)]


def test_instagram_answers_a_comment_in_public(platforms: Sandbox, gram: Account) -> None:
    comment_id = comment_on(platforms, gram)
    graph(platforms, gram).post_object(comment_id, "replies", data={"message": "We are on it."})
    assert platforms.replies_to(comment_id)[0]["text"] == "We are on it."


def test_instagram_lets_a_mention_be_fetched_and_answered(
    platforms: Sandbox, gram: Account
) -> None:
    mention_id = platforms.post(gram, "@acme_ig fails", "ola", surface="mention")["post"]["id"]
    api = graph(platforms, gram)
    wanted = f"mentioned_comment.comment_id({mention_id}){{text,username,timestamp}}"
    found = api.get_object(gram.account_id, fields=wanted)["mentioned_comment"]
    assert (found["text"], found["username"]) == ("@acme_ig fails", "ola")
    data = {"comment_id": mention_id, "message": "We are on it."}
    api.post_object(gram.account_id, "mentions", data=data)
    assert platforms.replies_to(mention_id)[0]["text"] == "We are on it."


def test_a_dead_token_is_error_190(platforms: Sandbox, page: Account) -> None:
    comment_id = comment_on(platforms, page)
    platforms.add_account("facebook", "acme", account_id=page.account_id, is_token_dead=True)
    with pytest.raises(FacebookError) as error:
        graph(platforms, page).get_object(comment_id)
    assert code_of(error) == (190, 463)


def test_a_right_appsecret_proof_is_accepted(platforms: Sandbox, page: Account) -> None:
    assert graph(platforms, page, page.app_secret).get_object("me")["name"] == "Acme"


def test_a_wrong_appsecret_proof_is_refused(platforms: Sandbox, page: Account) -> None:
    with pytest.raises(FacebookError, match="appsecret_proof"):
        graph(platforms, page, "another secret").get_object("me")


def test_a_deleted_comment_cannot_be_answered(platforms: Sandbox, page: Account) -> None:
    comment_id = comment_on(platforms, page)
    platforms.delete(comment_id)
    with pytest.raises(FacebookError) as error:
        graph(platforms, page).post_object(comment_id, "comments", data={"message": "Hello"})
    assert code_of(error) == (100, 33)


def test_a_page_cannot_answer_what_was_said_to_another(platforms: Sandbox, page: Account) -> None:
    comment_id = comment_on(platforms, platforms.add_account("facebook", "other"))
    with pytest.raises(FacebookError) as error:
        graph(platforms, page).post_object(comment_id, "comments", data={"message": "Hello"})
    assert code_of(error) == (100, 33)


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


def test_a_blocked_page_is_error_368(platforms: Sandbox, page: Account) -> None:
    comment_id = comment_on(platforms, page)
    platforms.add_account("facebook", "acme", account_id=page.account_id, is_blocked=True)
    with pytest.raises(FacebookError) as error:
        graph(platforms, page).post_object(comment_id, "comments", data={"message": "Hello"})
    assert error.value.code == 368


@pytest.mark.parametrize(("scope", "code"), [("user", 32), ("app", 4)])
def test_meta_throttles_a_page_and_an_app(
    platforms: Sandbox, page: Account, scope: str, code: int
) -> None:
    platforms.limit("graph", calls=1, seconds=3600, scope=scope)
    api = graph(platforms, page)
    api.get_object("me")
    with pytest.raises(FacebookError) as error:
        api.get_object("me")
    assert error.value.code == code


def test_every_answer_tells_how_much_is_used(platforms: Sandbox, page: Account) -> None:
    platforms.limit("graph", calls=4, scope="app")
    api = graph(platforms, page)
    api.get_object("me")
    assert api.rate_limit.get_max_percent() == 25


def test_one_token_serves_a_page_and_its_instagram_account(
    platforms: Sandbox, page: Account, gram: Account
) -> None:
    both = {"account_id": gram.account_id, "access_token": page.access_token}
    platforms.add_account("instagram", "acme_ig", **both)
    person_id = message_to(platforms, gram)
    assert send(platforms, page, {"id": person_id})["message_id"].startswith("aWdf")


@pytest.mark.parametrize(
    ("kind", "code"),
    [("rate_limited", 32), ("server_error", 2), ("token_dead", 190), ("blocked", 368)],
)
def test_a_fault_speaks_meta(platforms: Sandbox, page: Account, kind: str, code: int) -> None:
    platforms.fault("GET /v*/me", kind)  # type: ignore[arg-type]
    with pytest.raises(FacebookError) as error:
        graph(platforms, page).get_object("me")
    assert error.value.code == code
    assert graph(platforms, page).get_object("me")["name"] == "Acme"
