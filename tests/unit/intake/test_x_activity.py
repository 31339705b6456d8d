"""Posts and messages as the X Activity API brings them."""

import json
from typing import Any

import pytest

from functions.intake.parse import event_id
from tests.unit.intake.bodies import (
    ACCOUNT,
    CUSTOMER,
    POST_ID,
    account_activity,
    activity,
    activity_message,
    activity_post,
    direct_message,
    mention_of,
    tweet,
    user,
)
from tests.unit.intake.parsing import ignored, only_post, only_set_aside, parsed

QUOTED = "1900000000000000005"


def references(**links: str) -> list[dict[str, str]]:
    return [{"type": kind, "id": post_id} for kind, post_id in links.items()]


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


def test_edit_belongs_to_the_first_version_and_is_told_by_the_new_id() -> None:
    first = only_post("x", activity_post())
    edit = activity_post(
        id="1900000000000000099", edit_history_tweet_ids=[POST_ID, "1900000000000000099"]
    )
    found = only_post("x", edit)
    assert (found["verb"], found["object_id"]) == ("edited", POST_ID)
    assert found["revision"] == "1900000000000000099"
    assert event_id(found) != event_id(first)


def test_first_version_that_already_names_its_edits_is_still_the_creation() -> None:
    found = only_post("x", activity_post(edit_history_tweet_ids=[POST_ID, "1900000000000000099"]))
    assert (found["verb"], found["revision"]) == ("created", "0")


def test_deletion_names_the_post_and_its_author() -> None:
    found = only_post("x", activity("post.delete", {"id": POST_ID, "author_id": ACCOUNT}))
    assert (found["verb"], found["object_id"], found["text"]) == ("deleted", POST_ID, None)
    assert found["is_echo"] is True
    assert found["posted_at"] == "2026-11-02T08:20:01.500Z"  # X doesn't say when: the receipt


def test_message_is_private_and_its_thread_is_the_customer() -> None:
    found = only_post("x", activity_message())
    assert (found["surface"], found["is_private"]) == ("message", True)
    assert (found["thread_id"], found["author"]["handle"]) == (CUSTOMER, "maria")
    assert found["text"] == "my order & my money?"
    assert found["posted_at"] == "2026-11-02T08:00:00.123Z"


def test_own_message_is_an_echo_in_the_customers_thread() -> None:
    found = only_post("x", activity_message("dm.sent", sender=ACCOUNT))
    assert (found["is_echo"], found["thread_id"]) == (True, CUSTOMER)


def test_every_message_of_an_envelope_is_told() -> None:
    several = [direct_message(message_id=str(i)) for i in range(3)]
    body = activity("dm.received", {"direct_message_events": several, "users": {}})
    assert [p["object_id"] for p in parsed("x", body).posts] == ["0", "1", "2"]


def test_message_of_another_type_is_set_aside() -> None:
    strange = direct_message() | {"type": "participants_join"}
    body = activity("dm.received", {"direct_message_events": [strange, direct_message()]})
    found = parsed("x", body)
    assert (len(found.posts), [k.reason for k in found.set_aside]) == (1, ["unknown_event"])


def test_repost_is_nothing_to_answer() -> None:
    assert ignored("x", activity_post(referenced_tweets=references(retweeted="1"))) == {"repost": 1}


@pytest.mark.parametrize(
    ("event_type", "reason"),
    [
        ("dm.read", "read"),
        ("dm.indicate_typing", "typing"),
        ("like.create", "favorite"),
        ("follow.follow", "follow"),
        ("post.repost.create", "repost"),
    ],
)
def test_signals_are_ignored_by_name(event_type: str, reason: str) -> None:
    assert ignored("x", activity(event_type, {"direct_message_mark_read_events": []})) == {
        reason: 1
    }


def test_revoked_permission_is_set_aside_for_the_operator() -> None:
    body = activity("oauth.revoke", {"user_id": ACCOUNT, "app_id": "3"}, filter={})
    found = only_set_aside("x", body)
    assert (found.reason, found.account_id) == ("account_revoked", ACCOUNT)


@pytest.mark.parametrize("event_type", ["chat.received", "profile.update.bio", "ñ\ud800"])
def test_unknown_event_is_kept_with_its_name(event_type: str) -> None:
    body = activity(event_type, {"a": 1})
    found = only_set_aside("x", json.dumps(body).encode())
    assert (found.reason, found.account_id) == ("unknown_event", ACCOUNT)


def test_number_for_an_id_keeps_every_digit() -> None:
    found = only_post("x", activity_post(id=int(POST_ID), author_id=int(CUSTOMER)))
    assert (found["object_id"], found["author"]["author_id"]) == (POST_ID, CUSTOMER)
