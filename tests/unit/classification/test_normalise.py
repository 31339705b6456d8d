"""Bounded, folded, and still the author's own words."""

import pytest

from functions.classification.normalise import HEAD_CHARACTERS, SEAM, TAIL_CHARACTERS, fold


@pytest.mark.parametrize("length", [50_000, 1_000_000])
def test_a_long_text_costs_no_more_than_its_head_and_tail(length: int) -> None:
    folded = fold("a" * length)
    assert len(folded.text) == HEAD_CHARACTERS + TAIL_CHARACTERS + len(SEAM)


def test_a_short_text_is_read_whole() -> None:
    assert fold("Hei på deg").text == "hei på deg"


def test_folded_and_cased_are_as_long_as_each_other() -> None:
    folded = fold("Straße ŒUVRE İstanbul ﬁn Ångström ① e\u0301")
    assert len(folded.text) == len(folded.cased) == len(folded.offsets)


def test_accents_written_apart_or_together_fold_alike() -> None:
    assert fold("revisio\u0301n").text == fold("revisión").text == "revision"


def test_letters_of_their_own_stay_apart() -> None:
    assert fold("får før ære").text == "får før ære"


@pytest.mark.parametrize("sign", ["\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "\u00ad"])
def test_invisible_signs_vanish(sign: str) -> None:
    assert fold(f"mo{sign}dem").text == "modem"


def test_words_come_back_as_they_were_written() -> None:
    folded = fold("¡QUÉ Verg\u0308uenza!")
    start = folded.text.index("verg")
    assert folded.verbatim(start, start + len("verguenza")) == "Verg\u0308uenza"


def test_the_last_word_after_the_seam_is_verbatim() -> None:
    text = "x" * 10_000 + " Å vente"
    folded = fold(text)
    start = folded.text.index("å vente")
    assert folded.verbatim(start, start + 7) == "Å vente"
