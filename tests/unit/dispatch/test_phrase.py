"""A customer's words, made safe and turned into ours."""

import pytest

from functions.dispatch.language import Formality
from functions.dispatch.phrase import phrase, plain
from tests.unit.dispatch.speaking import voice


@pytest.mark.parametrize(
    ("language", "slot", "theirs", "ours"),
    [
        ("es", "product", "mi coche", "tu coche"),
        ("es", "product", "módem", "tu módem"),
        ("es", "product", "un router", "tu router"),
        ("es", "product", "el módem", "el módem"),
        ("es", "product", "gafas", "tus gafas"),
        ("es", "place", "aeropuerto de Málaga", "el aeropuerto de Málaga"),
        ("es", "place", "calle Huertas", "la calle Huertas"),
        ("es", "place", "SAN MATEO", "San Mateo"),
        ("es", "place", "La Coruña", "La Coruña"),
        ("en", "product", "my Model 3", "your Model 3"),
        ("en", "product", "card reader", "your card reader"),
        ("en", "place", "my local store", "your local store"),
        ("en", "place", "Seattle airport", "Seattle airport"),
        ("nb", "product", "modemet mitt", "modemet ditt"),
        ("nb", "product", "ruter", None),
        ("nb", "product", "iPhone 13", "iPhone 13"),
        ("it", "product", "la mia macchina", "la tua macchina"),
        ("it", "product", "mia macchina", "la tua macchina"),
        ("it", "product", "modem", "il modem"),
        ("it", "product", "POS", "il POS"),
        ("it", "place", "via Torino", "via Torino"),
        ("it", "place", "parco Sempione", "il parco Sempione"),
    ],
)
def test_their_phrase_becomes_ours(language: str, slot: str, theirs: str, ours: str | None) -> None:
    said = phrase(slot, theirs, voice(language).grammar, "informal")  # type: ignore[arg-type]

    assert said == ours


@pytest.mark.parametrize(("formality", "said"), [("informal", "tu coche"), ("formal", "su coche")])
def test_their_own_is_addressed_as_they_are(formality: Formality, said: str) -> None:
    assert phrase("product", "mi coche", voice("es").grammar, formality) == said


@pytest.mark.parametrize(
    "text",
    [
        "a\nb",
        "@someone",
        "shop.example",
        "365.no",
        "https://x.y",
        "<b>",
        "*x*",
        "x" * 41,
        "",
        "שלום",
        "a\u202eb",
        "!",
    ],
)
def test_what_is_no_name_is_left_out(text: str) -> None:
    assert plain(text) is None
