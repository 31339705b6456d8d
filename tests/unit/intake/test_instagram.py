"""Comments, mentions and messages of an Instagram account."""

from typing import Any

import pytest

from tests.unit.intake.meta_bodies import (
    IG_ACCOUNT,
    change,
    entry,
    ig_changes,
    ig_comment,
    ig_messages,
    instagram,
    messaging,
)
from tests.unit.intake.parsing import ignored, only_post, only_set_aside


def messaged(**changes: object) -> dict[str, Any]:
    update = messaging(IG_ACCOUNT, message={"mid": "m_1"} | changes)
    return only_post("instagram", ig_messages(update))


@pytest.mark.parametrize("field", ["comments", "live_comments"])
def test_comment_stands_under_its_media(field: str) -> None:
    found = only_post("instagram", ig_changes(ig_comment() | {"field": field}))
    assert (found["platform"], found["account_id"]) == ("instagram", IG_ACCOUNT)
    assert (found["surface"], found["object_id"]) == ("comment", "179001")
    assert (found["thread_id"], found["parent_id"]) == ("180001", "178999")
    assert (found["author"]["handle"], found["text"]) == ("tomo", "never arrived")
    assert found["posted_at"] == "2026-11-02T08:15:30.000Z"


def test_own_comment_is_an_echo() -> None:
    found = only_post("instagram", ig_changes(ig_comment(**{"from": {"id": IG_ACCOUNT}})))
    assert found["is_echo"] is True


def test_comment_may_come_without_author() -> None:
    assert only_post("instagram", ig_changes(ig_comment(**{"from": None})))["author"] is None


@pytest.mark.parametrize(
    ("value", "object_id"), [({"media_id": "5", "comment_id": "6"}, "6"), ({"media_id": "5"}, "5")]
)
@pytest.mark.parametrize("field", ["mentions", "story_mention"])
def test_mention_brings_ids_alone(field: str, value: dict[str, str], object_id: str) -> None:
    found = only_post("instagram", ig_changes(change(field, **value)))
    assert (found["surface"], found["is_summoned"]) == ("mention", True)
    assert (found["object_id"], found["thread_id"], found["text"]) == (object_id, "5", None)


def test_message_is_private() -> None:
    found = messaged(text="hi")
    assert (found["is_private"], found["thread_id"], found["text"]) == (True, "902", "hi")


@pytest.mark.parametrize(
    "changes", [{"is_unsupported": True}, {"attachments": [{"type": "unsupported_type"}]}]
)
def test_message_that_instagram_cannot_show_is_a_post_without_text(changes: dict[str, Any]) -> None:
    found = messaged(**changes)
    assert (found["verb"], found["text"], found["is_summoned"]) == ("created", None, False)


def test_mention_in_a_story_comes_as_a_message_and_summons() -> None:
    found = messaged(attachments=[{"type": "story_mention", "payload": {"url": "u"}}])
    assert (found["surface"], found["is_summoned"]) == ("message", True)


def test_unsent_message_is_a_deletion() -> None:
    assert messaged(is_deleted=True)["verb"] == "deleted"


def test_own_message_is_an_echo() -> None:
    found = messaged(text="hi", is_echo=True)
    assert (found["is_echo"], found["author"]["author_id"]) == (True, IG_ACCOUNT)


@pytest.mark.parametrize("name", ["read", "reaction"])
def test_signals_are_ignored_by_name(name: str) -> None:
    update = messaging(IG_ACCOUNT) | {name: {"mid": "m"}}
    assert ignored("instagram", ig_messages(update)) == {name: 1}


def test_another_apps_conversation_is_left_to_it() -> None:
    assert ignored("instagram", instagram(entry(standby=[{}]))) == {"standby": 1}


def test_unknown_change_is_kept() -> None:
    found = only_set_aside("instagram", ig_changes(change("story_insights", impressions=1)))
    assert (found.reason, found.detail) == ("unknown_event", "story_insights")
