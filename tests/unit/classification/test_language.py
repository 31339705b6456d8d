"""Which language, and what decides where a text is too short to tell."""

import pytest

from functions.classification.language import identify


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Pakken min har ikke kommet ennå og ingen svarer meg", "nb"),
        ("Eg får ikkje svar frå dykk, kva skjer med pakka mi?", "nb"),
        ("Min pakke er ikke kommet endnu, og ingen svarer mig", "da"),
        ("Mitt paket har inte kommit och ingen svarar mig", "sv"),
        ("Mi paquete no ha llegado todavía y nadie contesta", "es"),
        ("O meu pacote ainda não chegou e ninguém responde", "pt"),
        ("Il mio pacco non è ancora arrivato e nessuno risponde", "it"),
        ("my parcel still isn't here and nobody answers", "en"),
    ],
)
def test_neighbours_are_told_apart(text: str, language: str) -> None:
    assert identify(text).language == language


@pytest.mark.parametrize("text", ["ok", "hm", "👍", "@sixday_es", "https://t.co/abc #fail"])
def test_what_says_nothing_takes_the_fallback_or_is_unknown(text: str) -> None:
    assert identify(text, "it").language == "it"
    assert identify(text).language == "und"


def test_a_clear_text_overrules_the_fallback() -> None:
    assert identify("My internet has been down since Monday morning", "es").language == "en"


def test_handles_links_and_hashtags_decide_nothing() -> None:
    text = "@the_best_company_ever nadie contesta https://www.help.com/please #worstserviceever"
    assert identify(text).language == "es"


def test_a_guess_is_never_certain() -> None:
    assert 0 < identify("Nadie contesta al teléfono").confidence < 1
