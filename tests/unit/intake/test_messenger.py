"""Messages to and from a Facebook page."""

from typing import Any

import pytest

from tests.unit.intake.meta_bodies import (
    PAGE,
    entry,
    message,
    messaging,
    page,
    page_changes,
    page_messages,
)
from tests.unit.intake.parsing import ignored, only_post, only_set_aside


def messaged(update: dict[str, Any]) -> dict[str, Any]:
    return only_post("facebook", page_messages(update))


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
