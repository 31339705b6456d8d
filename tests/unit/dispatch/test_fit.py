"""Each platform's own way of counting."""

import sys
from datetime import UTC, datetime

import pytest

from functions.dispatch.fit import cuts, fits, measured, parts
from functions.dispatch.weight import x_weight
from shared.cases.items import Target
from shared.messages import Platform
from shared.wording.room import addressed
from tests import samples


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


def test_who_is_named_already_is_not_named_twice() -> None:
    assert addressed(_target("x", "ola"), "@Ola, we called you.") == "@Ola, we called you."
    assert addressed(_target("x", "ola"), "@olanord asked too.") == "@ola @olanord asked too."


def test_a_short_text_is_one_piece_as_it_stands() -> None:
    text = "One line.\n\nAnother  line."
    assert parts(_target("facebook", "ola"), text) == (text,)


def test_a_long_message_goes_in_pieces_that_end_with_a_sentence() -> None:
    sentence = "å" * 399 + "."  # 799 bytes
    pieces = parts(_message("instagram"), f"{sentence} {sentence}\n{sentence}")
    assert pieces == (sentence, sentence, sentence)


def test_a_sentence_that_is_too_long_breaks_between_words_and_never_in_a_link() -> None:
    link = "https://www.example.com/" + "a" * 60
    text = " ".join(["mañana"] * 140 + [link] + ["@ola_nordmann"] * 80)
    pieces = parts(_message("instagram"), text)

    assert len(pieces) > 1
    assert " ".join(pieces) == text
    assert all(fits("instagram", "message", piece) for piece in pieces)


def test_where_nothing_is_threaded_a_long_text_is_not_split() -> None:
    assert parts(_target("facebook", "ola"), "One sentence. " * 100) == ()


def test_on_x_a_thread_has_four_posts_at_most_and_each_names_whom_it_answers() -> None:
    sentence = "a" * 273 + "."  # with "@ola " and a space before the next, one post
    four = " ".join([sentence] * 4)
    assert parts(_target("x", "ola"), four) == (sentence,) * 4
    assert parts(_target("x", "ola"), f"{four} More.") == ()


def test_where_a_text_is_cut_its_pieces_are_found_again() -> None:
    text = "One sentence, and a line.\n\n" * 20 + "https://www.example.com/a"
    target = _target("x", "ola")
    reply = samples.reply(target=target, text=text, cuts=cuts(target, text))
    assert len(reply.pieces) > 1
    assert reply.pieces == parts(target, text)
    assert samples.reply(text="Short.", cuts=cuts(target, "Short.")).pieces == ("Short.",)


def test_a_word_that_no_piece_holds_leaves_no_pieces() -> None:
    assert parts(_message("instagram"), "short " + "x" * 1_001) == ()


def test_how_much_room_a_text_takes_is_told_in_the_platforms_own_count() -> None:
    assert measured("x", "mention", "mira https://example.com/a/b/c/d/e") == (28, 280)
    assert measured("instagram", "message", "ñandú") == (7, 1_000)
    assert measured("facebook", "comment", "🚗") == (2, 1_000)


def test_what_a_person_says_at_a_counter_has_room() -> None:
    assert fits("desk", "counter", "a" * 5_000)


def _message(platform: Platform) -> Target:
    return _target(platform, "ola").model_copy(update={"surface": "message", "is_private": True})


def _target(platform: Platform, handle: str) -> Target:
    return Target(
        platform=platform,
        account_id="1",
        surface="mention",
        object_id="2",
        author_handle=handle,
        posted_at=datetime(2026, 11, 21, tzinfo=UTC),
    )
