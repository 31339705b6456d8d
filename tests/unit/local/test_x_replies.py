"""Which replies X takes, met through tweepy."""

import pytest
import tweepy

from infra.local.platforms import Account, Sandbox
from tests.unit.local.x_client import client, complain, reply


@pytest.fixture
def x(platforms: Sandbox, acme: Account) -> tweepy.Client:
    return client(platforms, acme.access_token)


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
