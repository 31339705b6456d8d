"""Each platform's own way of counting."""

import sys

import pytest

from functions.dispatch.fit import fits, x_weight
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
