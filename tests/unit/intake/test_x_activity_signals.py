"""Edits, deletions, messages and signals as the X Activity API brings them."""

import json

import pytest

from functions.intake.parse import event_id
from tests.unit.intake.parsing import ignored, only_post, only_set_aside, parsed
from tests.unit.intake.x_bodies import (
    ACCOUNT,
    CUSTOMER,
    POST_ID,
    activity,
    activity_message,
    activity_post,
    direct_message,
    references,
)

QUOTED = "1900000000000000005"


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


def test_a_repost_of_a_customers_post_is_told_without_its_words() -> None:
    found = only_post("x", activity_post(referenced_tweets=references(retweeted="1")))
    assert (found["echo_of"], found["echoed_id"], found["text"]) == ("repost", "1", None)


def test_a_quote_of_a_customers_post_names_it() -> None:
    found = only_post("x", activity_post(referenced_tweets=references(quoted="5")))
    assert (found["echoed_id"], found["echo_of"]) == ("5", None)


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
