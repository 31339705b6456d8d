"""Comments, posts, mentions, reviews and messages of a Facebook page."""

from typing import Any

import pytest

from functions.intake.parse import event_id
from tests.unit.intake.bodies import (
    PAGE,
    change,
    comment,
    entry,
    message,
    messaging,
    meta_wire,
    page,
    page_changes,
    page_messages,
)
from tests.unit.intake.parsing import ignored, only_post, only_set_aside, parsed


def commented(**changes: object) -> dict[str, Any]:
    return only_post("facebook", page_changes(comment(**changes)))


def messaged(update: dict[str, Any]) -> dict[str, Any]:
    return only_post("facebook", page_messages(update))


# ---- changes --------------------------------------------------------------------------------


def test_comment_becomes_a_post_with_everything_that_is_known() -> None:
    author = {"author_id": "901", "handle": None, "name": "Íñigo Peña", "followers": None}
    assert only_post("facebook", meta_wire(page_changes(comment()))) == {
        "platform": "facebook",
        "account_id": PAGE,
        "surface": "comment",
        "verb": "created",
        "object_id": "55_71",
        "revision": "0",
        "thread_id": f"{PAGE}_55",
        "parent_id": f"{PAGE}_55",
        "author": author,
        "text": "¿Cuándo llega? ñ å è 😡",
        "posted_at": "2026-11-02T08:15:00.000Z",
        "is_private": False,
        "is_summoned": False,
        "is_echo": False,
    }


def test_older_shape_names_the_sender_beside_the_text() -> None:
    value = comment(sender_id=901, sender_name="Íñigo Peña")
    del value["value"]["from"]
    assert only_post("facebook", page_changes(value))["author"] == commented()["author"]


def test_author_may_be_withheld() -> None:
    value = comment()
    del value["value"]["from"]
    found = only_post("facebook", page_changes(value))
    assert (found["author"], found["is_echo"]) == (None, False)


def test_pages_own_comment_is_an_echo() -> None:
    assert commented(**{"from": {"id": int(PAGE), "name": "Acme"}})["is_echo"] is True


@pytest.mark.parametrize("item", ["post", "status", "photo", "video", "share"])
def test_visitors_post_is_its_own_root(item: str) -> None:
    value = change("feed", item=item, verb="add", post_id=f"{PAGE}_9", message="hm")
    found = only_post("facebook", page_changes(value))
    assert (found["surface"], found["object_id"]) == ("post", f"{PAGE}_9")
    assert found["thread_id"] == f"{PAGE}_9"


@pytest.mark.parametrize("verb", ["edit", "edited"])
def test_edit_is_told_by_when_and_to_what(verb: str) -> None:
    found = commented(verb=verb)
    assert (found["verb"], found["object_id"]) == ("edited", "55_71")
    assert found["revision"].startswith("1793607330-")
    assert found["posted_at"] == "2026-11-02T08:15:30.000Z"  # the edit's time, not the comment's


def test_edits_differ_by_time_and_by_text_and_their_repetition_by_nothing() -> None:
    def edited(time: int, text: str) -> str:
        update = comment(verb="edited", message=text)
        return event_id(only_post("facebook", page(entry(time=time, changes=[update]))))

    there_and_back = [
        edited(1, "A"),
        edited(2, "B"),
        edited(3, "A"),
        edited(4, "B"),
        edited(4, "A"),
    ]
    assert len(set(there_and_back)) == 5
    assert edited(4, "B") == there_and_back[3]


def test_removal_is_a_deletion_at_its_time() -> None:
    found = commented(verb="remove", message=None)
    assert (found["verb"], found["revision"], found["text"]) == ("deleted", "0", None)
    assert found["posted_at"] == "2026-11-02T08:15:30.000Z"


@pytest.mark.parametrize("verb", ["hide", "unhide"])
def test_pages_own_moderation_is_ignored(verb: str) -> None:
    assert ignored("facebook", page_changes(comment(verb=verb))) == {"moderation": 1}


@pytest.mark.parametrize("item", ["reaction", "like"])
def test_reactions_are_ignored(item: str) -> None:
    assert ignored("facebook", page_changes(change("feed", item=item, verb="add"))) == {
        "reaction": 1
    }


def test_mention_elsewhere_summons_the_page_though_its_author_is_withheld() -> None:
    value = change("mention", item="post", verb="add", post_id="7_8", message="they sell junk")
    found = only_post("facebook", page_changes(value))
    assert (found["surface"], found["is_summoned"], found["author"]) == ("mention", True, None)


def test_review_is_told_with_its_reviewer() -> None:
    value = change(
        "ratings",
        item="rating",
        verb="add",
        open_graph_story_id=904,
        reviewer_id=705,
        reviewer_name="Ola",
        review_text="aldri mer",
        comment_id=None,
        created_time=1793607300,
    )
    found = only_post("facebook", page_changes(value))
    assert (found["surface"], found["object_id"], found["text"]) == ("review", "904", "aldri mer")
    assert found["author"]["author_id"] == "705"


def test_comment_under_a_review_stands_under_it() -> None:
    value = change(
        "ratings", item="comment", verb="add", open_graph_story_id=904, comment_id="904_1"
    )
    found = only_post("facebook", page_changes(value))
    assert (found["surface"], found["object_id"], found["thread_id"]) == ("comment", "904_1", "904")


@pytest.mark.parametrize(
    "update",
    [
        {"field": "parking"},
        change("feed", item="hologram", verb="add", post_id="1"),
        change("feed", item="comment", verb="mute", comment_id="1"),
        change("ratings", item="hologram", verb="add"),
    ],
)
def test_unknown_change_is_kept(update: dict[str, Any]) -> None:
    found = only_set_aside("facebook", page_changes(update))
    assert (found.reason, found.account_id) == ("unknown_event", PAGE)


def test_every_change_of_every_entry_is_told() -> None:
    body = page(
        entry(changes=[comment(comment_id="1"), comment(comment_id="2")]),
        entry("8", changes=[comment(comment_id="3")], messaging=[message()]),
    )
    found = parsed("facebook", body).posts
    assert [(p["account_id"], p["object_id"]) for p in found] == [
        (PAGE, "1"),
        (PAGE, "2"),
        ("8", "3"),
        ("8", "m_AbC-1"),
    ]


def test_two_equal_unknown_changes_of_two_moments_are_two_events() -> None:
    twice = page(entry(time=1, changes=[{"field": "f"}]), entry(time=2, changes=[{"field": "f"}]))
    first, second = parsed("facebook", twice).set_aside
    assert first.event_id != second.event_id
    assert parsed("facebook", twice).set_aside == [first, second]


def test_entry_with_nothing_in_it_is_kept() -> None:
    assert only_set_aside("facebook", page(entry())).reason == "unknown_event"


def test_body_for_another_route_is_kept() -> None:
    assert only_set_aside("instagram", page_changes(comment())).detail == "another object"


# ---- messages -------------------------------------------------------------------------------


def test_message_is_private_and_its_thread_is_the_customer() -> None:
    found = messaged(message())
    assert (found["surface"], found["is_private"], found["text"]) == ("message", True, "hello")
    assert (found["thread_id"], found["author"]["author_id"]) == ("902", "902")
    assert found["posted_at"] == "2026-11-02T08:15:30.456Z"


def test_message_of_attachments_alone_is_a_post_without_text() -> None:
    found = messaged(message(text=None, attachments=[{"type": "image", "payload": {"url": "u"}}]))
    assert (found["verb"], found["text"]) == ("created", None)


def test_answer_to_a_message_names_it() -> None:
    assert messaged(message(reply_to={"mid": "m_0"}))["parent_id"] == "m_0"


@pytest.mark.parametrize("sender", [PAGE, "902"])
def test_own_message_is_an_echo_in_the_customers_thread(sender: str) -> None:
    found = messaged(messaging(sender=sender, message={"mid": "m", "text": "hi", "is_echo": True}))
    assert (found["is_echo"], found["thread_id"]) == (True, "902")
    assert found["author"]["author_id"] == PAGE


def test_unsent_message_is_a_deletion() -> None:
    found = messaged(message(is_deleted=True, text=None))
    assert (found["verb"], found["object_id"]) == ("deleted", "m_AbC-1")


@pytest.mark.parametrize("num_edit", [2, "2"])
def test_edited_message_is_told_by_its_count(num_edit: object) -> None:
    found = messaged(messaging(message_edit={"mid": "m", "text": "hej", "num_edit": num_edit}))
    assert (found["verb"], found["revision"], found["text"]) == ("edited", "2", "hej")


def test_edited_message_without_count_is_told_by_when_and_to_what() -> None:
    found = messaged(messaging(message_edit={"mid": "m", "text": "hej"}))
    assert found["revision"].startswith("1793607330-")


@pytest.mark.parametrize(
    ("postback", "text"),
    [
        ({"mid": "m", "title": "My order", "payload": "ORDER"}, "My order"),
        ({"mid": "m", "payload": "ORDER"}, "ORDER"),
        ({"mid": "m"}, None),
    ],
)
def test_pressed_button_speaks(postback: dict[str, Any], text: str | None) -> None:
    found = messaged(messaging(postback=postback))
    assert (found["object_id"], found["text"]) == ("m", text)


def test_pressed_button_without_id_gets_one_that_its_repetition_has_too() -> None:
    pressed, again = (messaged(messaging(postback={"payload": "A"})) for _ in range(2))
    other = messaged(messaging(postback={"payload": "B"}))
    assert pressed["object_id"] == again["object_id"] != other["object_id"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("delivery", "delivery"),
        ("read", "read"),
        ("typing", "typing"),
        ("reaction", "reaction"),
        ("optin", "optin"),
        ("pass_thread_control", "thread_control"),
        ("take_thread_control", "thread_control"),
        ("request_thread_control", "thread_control"),
    ],
)
def test_signals_are_ignored_by_name(name: str, reason: str) -> None:
    assert ignored("facebook", page_messages(messaging() | {name: {"seq": 1}})) == {reason: 1}


def test_another_apps_conversation_is_left_to_it() -> None:
    assert ignored("facebook", page(entry(standby=[message(), message()]))) == {"standby": 2}


@pytest.mark.parametrize("name", ["policy-enforcement", "policy_enforcement"])
def test_block_by_the_platform_is_set_aside_for_the_operator(name: str) -> None:
    found = only_set_aside("facebook", page_messages(messaging() | {name: {"action": "block"}}))
    assert (found.reason, found.account_id) == ("policy_enforcement", PAGE)


def test_unknown_message_is_kept() -> None:
    found = only_set_aside("facebook", page_messages(messaging(response_feedback={})))
    assert found.reason == "unknown_event"


def test_message_in_the_shape_of_a_change_is_a_message() -> None:
    value = messaging(message={"mid": "m", "text": "random"})
    found = only_post("facebook", page_changes({"field": "messages", "value": value}))
    assert (found["surface"], found["text"]) == ("message", "random")
