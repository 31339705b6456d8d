"""Words that have no room in public are told so before they are decided."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.dispatch.fit import fits
from functions.dispatch.weight import x_weight
from shared.wording.room import too_long
from tests import samples

ON_X = samples.target(platform="x", surface="mention")
LINK = "https://example.com/" + "a" * 300


def taken(text: str) -> int:
    """What is counted on X: how much more than fits is said in the refusal."""
    why = too_long("ñ" * 1120 + text, ON_X)
    return int(why.split("take ")[1].split(";")[0]) - 1120 if why else 0


@pytest.mark.parametrize(("platform", "room"), [("facebook", 1000), ("instagram", 600)])
def test_each_platform_has_so_much_room_in_public_and_no_more(platform: str, room: int) -> None:
    target = samples.target(platform=platform)
    assert too_long("a" * room, target) is None
    assert too_long("a" * (room + 1), target)
    assert fits(target.platform, target.surface, "a" * room)
    assert not fits(target.platform, target.surface, "a" * (room + 1))


def test_on_x_a_person_has_room_for_four_posts_below_one_another() -> None:
    posts = " ".join(["a" * 280] * 4)
    assert too_long(posts[:1120], ON_X) is None
    assert too_long("a" * 1121, ON_X) == (
        "too_long: x has room for 1120 there, in 4 posts of 280, these words take 1121; "
        "say it shorter"
    )


def test_what_is_new_has_our_own_words_around_it() -> None:
    assert too_long("a" * 140, ON_X, is_news=True) is None
    assert too_long("a" * 141, ON_X, is_news=True)


def test_the_name_that_x_wants_takes_room_too() -> None:
    named = samples.target(platform="x", surface="mention", author_handle="kari")
    assert too_long("a" * 274 * 4, named) is None
    assert too_long("a" * (274 * 4 + 1), named)
    assert too_long("@Kari " + "a" * 274 * 4, named) is None


@pytest.mark.parametrize(
    "target",
    [
        samples.target(platform="x", surface="message", is_private=True),
        samples.target(platform="facebook", surface="message", is_private=True),
        samples.target(platform="desk", account_id="acme", surface="telephone"),
    ],
)
def test_in_a_message_and_at_a_desk_there_is_room(target: object) -> None:
    assert too_long("a" * 3000, target) is None  # type: ignore[arg-type]


SIGNS = ["a", "ñ", "…", "日本", LINK, "😀", "👩‍👩‍👧‍👧", "🇳🇴", "👍🏽", " — €"]


@pytest.mark.parametrize("text", SIGNS)
def test_it_is_counted_as_x_counts(text: str) -> None:
    assert taken(f" {text}") == x_weight(f"a {text}") - 1


@given(st.text(max_size=40) | st.from_regex(r"(\w+ ){0,3}(https?://)?\w+\.\w+(/\S{0,30})? .{0,9}"))
def test_nothing_is_refused_that_x_would_take(text: str) -> None:
    assert taken(f" {text}.") <= x_weight(f"a {text}.") - 1
