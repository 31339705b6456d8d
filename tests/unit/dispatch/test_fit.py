"""Each platform's own way of counting."""

import sys
from datetime import UTC, datetime

import pytest

from functions.dispatch.fit import addressed, fits
from functions.dispatch.weight import x_weight
from shared.cases.items import Target
from shared.messages import Platform


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("mañana", 6),
        ("成田", 4),
        ("👨‍👩‍👧", 2),
        ("mira https://example.com/a/very/long/path/that/goes/on", 28),
        ("“sí” – no…", 11),
        ("30\u00a0000 dollar", 13),
    ],
)
def test_x_weighs_instead_of_counting(text: str, weight: int) -> None:
    assert x_weight(text) == weight


def test_x_takes_280_and_no_more() -> None:
    assert fits("x", "post", "a" * 280)
    assert not fits("x", "post", "a" * 281)
    assert not fits("x", "mention", "成" * 141)
    assert fits("x", "message", "a" * 281)


def test_x_refuses_signs_that_it_does_not_post() -> None:
    assert not fits("x", "post", "a\ufffe")


@pytest.mark.parametrize(
    ("platform", "surface", "longest"),
    [
        ("facebook", "comment", 1_000),
        ("facebook", "review", 1_000),
        ("facebook", "message", 2_000),
        ("instagram", "comment", 600),
        ("instagram", "message", 1_000),
    ],
)
def test_graph_takes_so_much_and_no_more(platform: Platform, surface: str, longest: int) -> None:
    assert fits(platform, surface, "a" * longest)  # type: ignore[arg-type]
    assert not fits(platform, surface, "a" * (longest + 1))  # type: ignore[arg-type]


def test_an_instagram_message_is_counted_in_bytes_and_a_comment_in_code_units() -> None:
    assert not fits("instagram", "message", "ñ" * 501)
    assert not fits("instagram", "comment", "🚗" * 301)


@pytest.mark.parametrize("platform", ["x", "facebook", "instagram"])
def test_nothing_is_no_text(platform: Platform) -> None:
    assert not fits(platform, "comment", " \n")


def test_the_stand_in_for_a_lost_module_is_gone_after_the_import() -> None:
    before = sys.modules.get("pkg_resources")
    x_weight("hola")

    assert sys.modules.get("pkg_resources") is before


def test_two_customers_with_one_complaint_get_two_texts_on_x() -> None:
    text = "We're looking at it."
    assert addressed(_target("x", "ola"), text) == "@ola We're looking at it."
    assert addressed(_target("x", "ola"), text) != addressed(_target("x", "kari"), text)


def test_a_private_answer_and_other_platforms_name_nobody() -> None:
    private = _target("x", "ola").model_copy(update={"is_private": True})
    assert addressed(private, "Hei.") == "Hei."
    assert addressed(_target("facebook", "ola"), "Hei.") == "Hei."


def _target(platform: Platform, handle: str) -> Target:
    return Target(
        platform=platform,
        account_id="1",
        surface="mention",
        object_id="2",
        author_handle=handle,
        posted_at=datetime(2026, 11, 21, tzinfo=UTC),
    )
