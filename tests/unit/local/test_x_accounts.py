"""Who may call X, read there and write in private, met through tweepy."""

import pytest
import tweepy

from infra.local.platforms import Account, Sandbox
from tests.unit.local.x_client import client, complain, reply


@pytest.fixture
def x(platforms: Sandbox, acme: Account) -> tweepy.Client:
    return client(platforms, acme.access_token)


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
