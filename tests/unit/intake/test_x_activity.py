"""Posts as the X Activity API brings them."""

from typing import Any

import pytest

from functions.intake.parse import event_id
from tests.unit.intake.parsing import only_post
from tests.unit.intake.x_bodies import (
    ACCOUNT,
    CUSTOMER,
    POST_ID,
    account_activity,
    activity_post,
    mention_of,
    references,
    tweet,
    user,
)

QUOTED = "1900000000000000005"


def test_mention_becomes_a_post_with_everything_that_is_known() -> None:
    assert only_post("x", activity_post()) == {
        "platform": "x",
        "account_id": ACCOUNT,
        "surface": "mention",
        "verb": "created",
        "object_id": POST_ID,
        "revision": "0",
        "thread_id": POST_ID,
        "parent_id": None,
        "author": {"author_id": CUSTOMER, "handle": "maria", "name": "Maria", "followers": 12},
        "text": "@acme_desk the modem is dead again",
        "posted_at": "2026-11-02T08:15:30.000Z",
        "is_private": False,
        "is_summoned": True,
        "is_echo": False,
        "echoed_id": None,
        "echo_of": None,
    }


def test_one_post_is_the_same_by_either_api_and_for_a_second_account() -> None:
    for_another = activity_post()
    for_another["data"]["filter"]["user_id"] = "77"
    bodies: list[dict[str, Any]] = [
        activity_post(),
        activity_post("post.reply.create"),
        for_another,
        account_activity(tweet_create_events=[tweet()]),
    ]
    assert len({event_id(only_post("x", body)) for body in bodies}) == 1


def test_both_apis_tell_the_same_of_a_post() -> None:
    assert only_post("x", activity_post()) == only_post(
        "x", account_activity(tweet_create_events=[tweet()])
    )


def test_reply_stands_under_its_conversation_and_answers_its_parent() -> None:
    body = activity_post(
        "post.reply.create",
        conversation_id="11",
        referenced_tweets=references(replied_to="12"),
        entities={},
        text="still broken",
    )
    found = only_post("x", body)
    assert (found["surface"], found["thread_id"], found["parent_id"]) == ("comment", "11", "12")
    assert found["is_summoned"] is False


def test_mention_is_known_by_handle_where_the_id_is_left_out() -> None:
    entities = {"mentions": [{"start": 0, "end": 9, "username": "ACME_Desk"}]}
    assert only_post("x", activity_post(entities=entities))["is_summoned"] is True


def test_mention_of_somebody_else_summons_nobody() -> None:
    found = only_post("x", activity_post(entities=mention_of("9", "else")))
    assert (found["surface"], found["is_summoned"]) == ("post", False)


def test_quote_of_the_account_summons_it() -> None:
    changes: dict[str, Any] = {"entities": {}, "referenced_tweets": references(quoted=QUOTED)}
    assert only_post("x", activity_post("post.quote.create", **changes))["is_summoned"] is True


@pytest.mark.parametrize(("author_id", "is_summoned"), [(ACCOUNT, True), ("8", False)])
def test_quote_inside_another_event_summons_if_the_quoted_post_is_ours(
    author_id: str, *, is_summoned: bool
) -> None:
    changes: dict[str, Any] = {"entities": {}, "referenced_tweets": references(quoted=QUOTED)}
    body = activity_post("post.reply.create", **changes)
    body["data"]["includes"]["tweets"] = [{"id": QUOTED, "author_id": author_id}]
    assert only_post("x", body)["is_summoned"] is is_summoned


def test_longer_post_is_told_in_full_with_its_mentions() -> None:
    note = {"text": "all of it @acme_desk", "entities": mention_of(ACCOUNT, "acme_desk")}
    found = only_post("x", activity_post(note_tweet=note, entities={}, text="all of…"))
    assert (found["text"], found["is_summoned"]) == ("all of it @acme_desk", True)


def test_escaped_signs_are_put_back_once() -> None:
    found = only_post("x", activity_post(text="a &lt;b&gt; &amp;amp; c"))
    assert found["text"] == "a <b> &amp; c"


def test_own_post_is_an_echo_and_summons_nobody() -> None:
    found = only_post("x", activity_post("post.create", author_id=ACCOUNT))
    assert (found["is_echo"], found["is_summoned"]) == (True, False)
    assert found["author"]["handle"] == "acme_desk"


def test_users_within_data_are_read_like_plain_ones() -> None:
    body = activity_post()
    body["data"]["includes"]["users"] = [{"data": user(CUSTOMER, "maria", 3)}]
    expected = {"author_id": CUSTOMER, "handle": "maria", "name": "Maria", "followers": 3}
    assert only_post("x", body)["author"] == expected


def test_unknown_author_still_has_an_id() -> None:
    body = activity_post()
    body["data"]["includes"] = {}
    expected = {"author_id": CUSTOMER, "handle": None, "name": None, "followers": None}
    assert only_post("x", body)["author"] == expected
