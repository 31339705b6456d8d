"""Posts and messages as X's old Account Activity API brings them."""

from typing import Any

import pytest

from functions.intake.parse import event_id
from tests.unit.intake.parsing import ignored, only_post, only_set_aside, parsed
from tests.unit.intake.x_bodies import (
    ACCOUNT,
    CUSTOMER,
    POST_ID,
    account_activity,
    activity,
    activity_message,
    direct_message,
    legacy_user,
    tweet,
)


def posted(**changes: object) -> dict[str, Any]:
    return only_post("x", account_activity(tweet_create_events=[tweet(**changes)]))


def test_truncated_post_is_told_in_full_with_its_mentions() -> None:
    mentions = {"user_mentions": [{"id": int(ACCOUNT)}]}
    extended = {"full_text": "the whole story @acme_desk", "entities": mentions}
    found = posted(text="the who…", truncated=True, extended_tweet=extended, entities={})
    assert (found["text"], found["is_summoned"]) == ("the whole story @acme_desk", True)


def test_truncated_post_with_entities_left_out_keeps_its_mentions() -> None:
    assert posted(extended_tweet={"full_text": "all"})["is_summoned"] is True


def test_reply_without_known_root_names_its_parent_alone() -> None:
    found = posted(in_reply_to_status_id_str="12", entities={})
    assert (found["surface"], found["parent_id"], found["thread_id"]) == ("comment", "12", None)


def test_quote_of_our_post_summons() -> None:
    quoted = {"id_str": "5", "user": legacy_user(ACCOUNT, "acme_desk")}
    assert posted(quoted_status=quoted, entities={})["is_summoned"] is True
    quoted["user"] = legacy_user("9", "else")
    assert posted(quoted_status=quoted, entities={})["is_summoned"] is False


def test_id_without_text_form_keeps_every_digit() -> None:
    assert posted(id_str=None)["object_id"] == POST_ID


def test_time_in_words_stands_in_for_milliseconds() -> None:
    assert posted(timestamp_ms=None)["posted_at"] == "2026-11-02T08:15:30.000Z"


@pytest.mark.parametrize("created_at", [None, "soon", 5, "Mon Jan 01 00:00:00 +1400 0001"])
def test_time_that_is_none_gives_way_to_the_receipt(created_at: object) -> None:
    found = posted(timestamp_ms="never", created_at=created_at)
    assert found["posted_at"] == "2026-11-02T08:20:01.500Z"


def test_edit_belongs_to_the_first_version() -> None:
    history = {"initial_tweet_id": "1", "edit_tweet_ids": ["1", POST_ID]}
    found = posted(edit_history=history)
    assert (found["verb"], found["object_id"], found["revision"]) == ("edited", "1", POST_ID)


def test_own_post_is_an_echo() -> None:
    assert posted(user=legacy_user(ACCOUNT, "acme_desk"))["is_echo"] is True


def test_a_repost_of_ours_is_nothing_to_know_of() -> None:
    ours = {"id_str": "1", "user": legacy_user(ACCOUNT, "acme_desk")}
    body = account_activity(tweet_create_events=[tweet(retweeted_status=ours)])
    assert ignored("x", body) == {"repost": 1}


def test_a_repost_of_a_customers_post_is_told_without_its_words() -> None:
    found = posted(retweeted_status={"id_str": "1", "user": legacy_user("9", "else")})
    assert (found["echo_of"], found["echoed_id"], found["text"]) == ("repost", "1", None)


def test_a_quote_of_a_customers_post_names_it_and_one_of_ours_does_not() -> None:
    quoted = {"id_str": "5", "user": legacy_user("9", "else")}
    assert posted(quoted_status=quoted)["echoed_id"] == "5"
    ours = {"id_str": "5", "user": legacy_user(ACCOUNT, "acme_desk")}
    assert posted(quoted_status=ours)["echoed_id"] is None


def test_message_is_the_same_by_either_api() -> None:
    users = {CUSTOMER: legacy_user(CUSTOMER, "maria")}
    legacy = only_post("x", account_activity(direct_message_events=[direct_message()], users=users))
    assert legacy == only_post("x", activity_message())


def test_deletion_is_the_same_by_either_api_and_has_its_time() -> None:
    event = {"status": {"id": POST_ID, "user_id": ACCOUNT}, "timestamp_ms": "1793606400000"}
    found = only_post("x", account_activity(tweet_delete_events=[event]))
    newer = only_post("x", activity("post.delete", {"id": POST_ID, "author_id": ACCOUNT}))
    assert event_id(found) == event_id(newer)
    assert found["posted_at"] == "2026-11-02T08:00:00.000Z"


def test_every_event_of_every_list_is_told() -> None:
    body = account_activity(
        tweet_create_events=[tweet(id_str=str(i)) for i in range(3)],
        direct_message_events=[direct_message(), direct_message(message_id="2")],
        favorite_events=[{}, {}],
    )
    found = parsed("x", body)
    assert (len(found.posts), found.ignored) == (5, {"favorite": 2})


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("favorite_events", "favorite"),
        ("follow_events", "follow"),
        ("block_events", "block"),
        ("mute_events", "mute"),
        ("direct_message_indicate_typing_events", "typing"),
        ("direct_message_mark_read_events", "read"),
    ],
)
def test_signals_are_ignored_by_name(name: str, reason: str) -> None:
    assert ignored("x", account_activity(**{name: [{"id": 1}]})) == {reason: 1}


def test_revoked_permission_is_set_aside_for_the_operator() -> None:
    source = {"user_id": ACCOUNT}
    found = only_set_aside("x", {"user_event": {"revoke": {"source": source}}})
    assert (found.reason, found.account_id) == ("account_revoked", ACCOUNT)


@pytest.mark.parametrize("name", ["tweet_withheld_events", "user_event", "poll"])
def test_unknown_event_is_kept(name: str) -> None:
    found = only_set_aside("x", account_activity(**{name: {"anything": 1}}))
    assert (found.reason, found.account_id) == ("unknown_event", ACCOUNT)


def test_body_without_events_is_empty() -> None:
    assert ignored("x", account_activity()) == {"empty": 1}
    assert ignored("x", {}) == {"empty": 1}
