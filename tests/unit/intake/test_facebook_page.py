"""Mentions and reviews of a Facebook page, and how a body of it is split."""

from typing import Any

import pytest

from tests.unit.intake.meta_bodies import (
    PAGE,
    change,
    comment,
    entry,
    message,
    page,
    page_changes,
)
from tests.unit.intake.parsing import only_post, only_set_aside, parsed


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
