"""The lexicons' small language, and that no text makes it slow."""

import re

import pytest

from functions.classification import cues, lexicon
from functions.classification.normalise import fold
from functions.classification.phrases import compiled, expression

_LANGUAGES = sorted(lexicon.languages())


def _finds(phrases: str, text: str) -> bool:
    return compiled(phrases).search(fold(text).text) is not None


def test_a_star_is_the_rest_of_a_word() -> None:
    assert _finds("reembols*", "¿Y mi REEMBOLSO?")
    assert not _finds("reembols", "reembolso")


def test_a_tilde_reaches_over_three_words_and_not_over_a_full_stop() -> None:
    assert _finds("battery ~ dead", "battery is already quite dead")
    assert not _finds("battery ~ dead", "battery is by now already quite dead")
    assert not _finds("battery ~ dead", "battery. dead")


def test_an_apostrophe_may_be_missing_or_curly() -> None:
    assert all(_finds("can't use", text) for text in ("can't use", "cant use", "can’t use"))


def test_an_optional_word_may_be_missing() -> None:
    assert _finds("no (me)? funciona", "no funciona")
    assert _finds("no (me)? funciona", "no me funciona")


def test_no_phrases_find_nothing() -> None:
    assert not _finds("", "anything")


@pytest.mark.parametrize("language", _LANGUAGES)
def test_every_phrase_of_a_lexicon_is_well_formed(language: str) -> None:
    for by_weight in lexicon.load(language).cues.values():
        for phrases in by_weight.values():
            for phrase in phrases.split(";"):
                re.compile(expression(" ".join(phrase.split())))


@pytest.mark.parametrize("language", _LANGUAGES)
def test_every_language_has_the_same_labels(language: str) -> None:
    assert set(lexicon.load(language).cues) == set(lexicon.load("en").cues)


@pytest.mark.parametrize("language", _LANGUAGES)
def test_expressions_repeat_nothing_without_a_bound(language: str) -> None:
    """Unbounded repetition is what makes an expression slow; folded posts can't buy time."""
    for _, _, pattern in cues._patterns(language):
        bare = re.sub(r"\\.", "", pattern.pattern)
        assert "*" not in bare
        assert "+" not in bare
