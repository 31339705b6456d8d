"""Themes: the same trouble has the same ones in every language, and its twin has others."""

import json
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from functions.classification import concepts, themes
from functions.classification.normalise import fold
from shared.messages import Labels
from shared.themes import BROAD_THINGS, THINGS, TROUBLES
from tests.samples import ROOT

GOLDEN = json.loads((ROOT / "tests/golden/classification/themes.json").read_text("utf-8"))
LANGUAGES = ("es", "nb", "it", "en")


def found(language: str, text: str) -> list[str]:
    return [theme.name for theme in themes.find(language, fold(text))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("trouble", GOLDEN, ids=lambda trouble: trouble["what"])
def test_the_same_trouble_has_the_same_themes_in_every_language(
    trouble: dict[str, object], language: str
) -> None:
    assert found(language, str(trouble[language])) == trouble["themes"]


@pytest.mark.parametrize("trouble", GOLDEN, ids=lambda trouble: trouble["what"])
def test_a_twin_that_sounds_alike_has_other_themes(trouble: dict[str, dict[str, str]]) -> None:
    for language, text in trouble["twins"].items():
        assert not set(trouble["themes"]) <= set(found(language, text)), text


def test_no_two_troubles_have_the_same_themes() -> None:
    for one, other in combinations(GOLDEN, 2):
        assert one["themes"] != other["themes"], (one["what"], other["what"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_for_every_theme(language: str) -> None:
    assert set(concepts.load(language)) == {*THINGS, *BROAD_THINGS, *TROUBLES}


def test_no_theme_is_listed_twice() -> None:
    names = [*THINGS, *BROAD_THINGS, *TROUBLES]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The room was not dirty."),
        ("es", "La habitación no estaba sucia."),
        ("it", "La camera non era sporca."),
        ("nb", "Rommet var ikke skittent."),
    ],
)
def test_what_is_said_not_to_be_so_is_no_trouble(language: str, text: str) -> None:
    assert found(language, text) == ["room"]


def test_the_words_behind_each_theme_stand_as_they_were_written() -> None:
    text = "El Supercargador de San Mateo, siempre LLENO."
    labels = Labels(language="es", kind="complaint", topic="site", severity=1)

    themed = themes.with_themes(labels, "es", fold(text))

    assert dict(zip(themed.themes, themed.evidence["themes"], strict=True)) == {
        "charger": "Supercargador",
        "occupied": "LLENO",
    }


def test_a_text_without_themes_has_no_evidence_of_them() -> None:
    labels = Labels(language="es", kind="complaint", topic="other", severity=1)
    themed = themes.with_themes(labels, "es", fold("Qué vergüenza."))
    assert themed.themes == ()
    assert "themes" not in themed.evidence


def test_a_language_without_words_has_no_themes() -> None:
    assert found("fi", "Laturi on aina täynnä.") == []


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from([p for w in concepts.load("en").values() for p in w.split(";")])))
def test_there_are_never_more_than_eight_and_always_in_one_order(words: list[str]) -> None:
    names = found("en", ". ".join(words))
    assert len(names) <= 8
    assert names == sorted(set(names))
