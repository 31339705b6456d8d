"""X's rules, met through tweepy: a client that others wrote from X's documentation."""

from typing import Any

import pytest
import requests
import tweepy

from infra.local.platforms import Account, Sandbox


class ToSandbox(requests.adapters.HTTPAdapter):
    """Carries what is meant for X to the sandbox; tweepy has no setting for its base URL."""

    def __init__(self, base_url: str) -> None:
        super().__init__()
        self._base_url = base_url

    def send(self, request: requests.PreparedRequest, *args: Any, **more: Any) -> Any:  # noqa: ANN401
        request.url = str(request.url).replace("https://api.twitter.com", self._base_url)
        return super().send(request, *args, **more)


def client(platforms: Sandbox, token: str) -> tweepy.Client:
    built = tweepy.Client(bearer_token=token)
    built.session.mount("https://api.twitter.com", ToSandbox(platforms.base_url))
    return built


@pytest.fixture
def x(platforms: Sandbox, acme: Account) -> tweepy.Client:
    return client(platforms, acme.access_token)


def reply(x: tweepy.Client, post_id: str, text: str) -> str:
    answer = x.create_tweet(text=text, in_reply_to_tweet_id=post_id, user_auth=False)
    return str(answer.data["id"])


def complain(platforms: Sandbox, acme: Account, text: str = "@acme it is broken") -> str:
    return platforms.post(acme, text, "ola")["post"]["id"]


def test_x_posts_a_reply_below_the_post_that_summoned_us(
    platforms: Sandbox, acme: Account, x: tweepy.Client
) -> None:
    post_id = complain(platforms, acme)
    reply_id = reply(x, post_id, "We are on it.")
    assert [(r["id"], r["text"]) for r in platforms.replies_to(post_id)] == [
        (reply_id, "We are on it.")
    ]


def test_x_refuses_a_reply_to_a_post_that_did_not_summon_us(
    platforms: Sandbox, acme: Account, x: tweepy.Client
) -> None:
    post_id = complain(platforms, acme, "acme is broken, see @acmeology")
    with pytest.raises(tweepy.Forbidden, match="have not been mentioned"):
        reply(x, post_id, "We are on it.")
    assert platforms.replies_to(post_id) == []
    assert platforms.feed()["refusals"][0]["status"] == 403


def test_x_lets_an_enterprise_account_answer_anything(
    platforms: Sandbox, acme: Account, x: tweepy.Client
) -> None:
    platforms.add_account("x", "acme", account_id=acme.account_id, is_enterprise=True)
    assert reply(x, complain(platforms, acme, "acme is broken"), "We are on it.")


def test_x_takes_a_quote_of_our_post_for_a_summons(
    platforms: Sandbox, acme: Account, x: tweepy.Client
) -> None:
    own = platforms.post(acme, "A new charger in San Mateo")["post"]["id"]
    quote = platforms.post(acme, "and always full", "ola", quotes_id=own)["post"]["id"]
    assert reply(x, quote, "We see the queue.")


def test_x_refuses_the_same_text_twice(platforms: Sandbox, acme: Account, x: tweepy.Client) -> None:
    first, second = complain(platforms, acme), complain(platforms, acme)
    reply(x, first, "We are on it.")
    with pytest.raises(tweepy.Forbidden, match="duplicate content"):
        reply(x, second, "We are on it.")


@pytest.mark.parametrize("text", ["a" * 281, "電" * 141, "😡" * 141])
def test_x_refuses_a_text_beyond_280_weighted_signs(
    platforms: Sandbox, acme: Account, x: tweepy.Client, text: str
) -> None:
    with pytest.raises(tweepy.BadRequest, match="too long"):
        reply(x, complain(platforms, acme), text)


@pytest.mark.parametrize("text", ["a" * 280, "電" * 140, "see https://example.com/" + "a" * 300])
def test_x_counts_a_link_as_23_and_a_wide_sign_as_two(
    platforms: Sandbox, acme: Account, x: tweepy.Client, text: str
) -> None:
    assert reply(x, complain(platforms, acme), text)


def test_x_refuses_a_reply_to_a_deleted_post(
    platforms: Sandbox, acme: Account, x: tweepy.Client
) -> None:
    post_id = complain(platforms, acme)
    platforms.delete(post_id)
    with pytest.raises(tweepy.Forbidden, match="deleted or not visible"):
        reply(x, post_id, "We are on it.")


def test_x_refuses_an_unknown_token(platforms: Sandbox) -> None:
    with pytest.raises(tweepy.Unauthorized):
        client(platforms, "nobody's").get_me(user_auth=False)


def test_x_refuses_a_token_that_has_died(
    platforms: Sandbox, acme: Account, x: tweepy.Client
) -> None:
    platforms.add_account("x", "acme", account_id=acme.account_id, is_token_dead=True)
    with pytest.raises(tweepy.Unauthorized):
        x.get_me(user_auth=False)


def test_x_tells_who_we_are(acme: Account, x: tweepy.Client) -> None:
    assert x.get_me(user_auth=False).data.username == acme.handle


def test_x_lists_our_mentions_newest_first(
    platforms: Sandbox, acme: Account, x: tweepy.Client
) -> None:
    first, second = complain(platforms, acme), complain(platforms, acme, "still, @ACME")
    complain(platforms, acme, "no mention at all")
    found = x.get_users_mentions(acme.account_id, user_auth=False, expansions="author_id")
    assert [str(post.id) for post in found.data] == [second, first]
    assert found.includes["users"][0].username == "ola"


def test_x_lists_only_what_is_newer_than_since_id(
    platforms: Sandbox, acme: Account, x: tweepy.Client
) -> None:
    first, second = complain(platforms, acme), complain(platforms, acme)
    found = x.get_users_mentions(acme.account_id, since_id=first)
    assert [str(post.id) for post in found.data] == [second]


def test_x_shows_our_own_timeline_for_reconciliation(
    platforms: Sandbox, acme: Account, x: tweepy.Client
) -> None:
    post_id = complain(platforms, acme)
    reply_id = reply(x, post_id, "We are on it.")
    own = x.get_users_tweets(acme.account_id)
    assert str(own.data[0].id) == reply_id
    assert str(own.data[0].referenced_tweets[0].id) == post_id


def test_x_answers_200_with_errors_for_a_post_that_is_gone(x: tweepy.Client) -> None:
    found = x.get_tweet("1234567890123456789")
    assert found.data is None
    assert found.errors[0]["type"].endswith("/resource-not-found")


def test_x_carries_a_private_message(platforms: Sandbox, acme: Account, x: tweepy.Client) -> None:
    told = platforms.post(acme, "my order?", "ola", surface="message")["post"]
    sent = x.create_direct_message(
        participant_id=told["author"]["id"], text="Which number?", user_auth=False
    )
    answer = platforms.replies_to(told["id"])[0]
    assert answer["id"] == sent.data["dm_event_id"]
    assert answer["is_private"]


def test_x_refuses_a_message_to_somebody_who_takes_none(
    platforms: Sandbox, acme: Account, x: tweepy.Client
) -> None:
    shy = {"handle": "shy", "accepts_messages": False}
    person_id = platforms.post(acme, "@acme hello", shy)["post"]["author"]["id"]
    with pytest.raises(tweepy.Forbidden, match="permission to DM"):
        x.create_direct_message(participant_id=person_id, text="Hello", user_auth=False)
