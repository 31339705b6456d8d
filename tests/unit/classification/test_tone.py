"""Grievance and abuse are two things: the line between them, each side with its twin."""

from datetime import date

import pytest

from functions.classification.classify import classify


def _tone(language: str, text: str) -> str:
    return classify(text, posted_on=date(2025, 3, 12), fallback_language=language).tone


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Os voy a quemar la tienda"),
        ("es", "les voy a quemar la tienda si no contestan"),
        ("en", "I'll come with a bat tomorrow"),
        ("en", "i know where you live"),
        ("nb", "Jeg kommer med balltre i morgen"),
        ("it", "vengo lì e vi spacco la faccia"),
    ],
)
def test_violence_announced_is_a_threat(language: str, text: str) -> None:
    assert _tone(language, text) == "threat"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "me muero de rabia"),
        ("es", "esta batería me mata"),
        ("en", "this battery is killing me"),
        ("en", "knock yourself out trying to reach them"),
        ("en", "I could murder a burger but the shop was shut"),
        ("nb", "dette batteriet tar livet av meg"),
        ("it", "questa batteria mi uccide"),
    ],
)
def test_a_way_of_speaking_is_no_threat(language: str, text: str) -> None:
    assert _tone(language, text) in {"calm", "harsh"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "San Mateo siempre lleno de idiotas que dejan el coche horas"),
        ("es", "sois una vergüenza de compañía"),
        ("en", "you should be ashamed of yourself"),
        ("en", "what a joke of a company, shame on you"),
        ("en", "this bloody charger is broken again"),
        ("en", "always full of idiots who never move their cars"),
        ("nb", "for en jævla vits av et selskap"),
        ("it", "dovreste vergognarvi, che schifo di servizio"),
    ],
)
def test_anger_at_things_companies_and_other_people_is_harsh(language: str, text: str) -> None:
    assert _tone(language, text) == "harsh"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "eres una inútil Carmen"),
        ("en", "you're a worthless moron, Dave"),
        ("nb", "du er en idiot, Morten"),
        ("it", "sei un incapace, Marco"),
    ],
)
def test_an_insult_to_who_is_addressed_is_abusive(language: str, text: str) -> None:
    assert _tone(language, text) == "abusive"
