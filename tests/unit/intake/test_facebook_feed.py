"""Comments and posts on a Facebook page, their edits and their ends."""

from typing import Any

import pytest

from functions.intake.parse import event_id
from tests.unit.intake.meta_bodies import (
    PAGE,
    change,
    comment,
    entry,
    meta_wire,
    page,
    page_changes,
)
from tests.unit.intake.parsing import ignored, only_post


def commented(**changes: object) -> dict[str, Any]:
    return only_post("facebook", page_changes(comment(**changes)))


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
        "echoed_id": None,
        "echo_of": None,
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
def test_reactions_to_what_is_no_comment_are_ignored(item: str) -> None:
    assert ignored("facebook", page_changes(change("feed", item=item, verb="add"))) == {
        "reaction": 1
    }


REACTION = {
    "item": "reaction",
    "verb": "add",
    "reaction_type": "anger",
    "comment_id": "55_71",
    "parent_id": "55_71",
    "post_id": f"{PAGE}_55",
    "from": {"id": "902", "name": "Kari"},
    "created_time": 1793606400,
}


def reacted(**changes: object) -> dict[str, Any]:
    return page_changes(change("feed", **REACTION | changes))


def test_a_reaction_to_a_comment_is_told_once_a_person_without_a_word() -> None:
    found = only_post("facebook", reacted())
    assert (found["echo_of"], found["echoed_id"], found["text"]) == ("reaction", "55_71", None)
    again = only_post("facebook", reacted(reaction_type="like", created_time=1793609999))
    assert event_id(again) == event_id(found), "who changes their mind is counted once"
    other = only_post("facebook", reacted(**{"from": {"id": "903"}}))
    assert event_id(other) != event_id(found)


@pytest.mark.parametrize(
    "changes",
    [
        {"verb": "remove"},
        {"reaction_type": "haha"},
        {"item": "like"},
        {"comment_id": None},
        {"from": {"id": PAGE}},
        {"from": None},
    ],
)
def test_a_reaction_that_agrees_with_nobody_or_comes_twice_is_ignored(
    changes: dict[str, object],
) -> None:
    assert ignored("facebook", reacted(**changes)) == {"reaction": 1}


def test_a_shared_post_names_what_it_shares() -> None:
    shared = change(
        "feed", item="share", verb="add", post_id=f"{PAGE}_77", parent_id=f"{PAGE}_55",
        message="Here too!", created_time=1793606400, **{"from": {"id": "902"}},
    )  # fmt: skip
    found = only_post("facebook", page_changes(shared))
    assert (found["surface"], found["echoed_id"], found["echo_of"]) == ("post", f"{PAGE}_55", None)
