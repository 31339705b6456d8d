"""Short answers to "is it fixed?", and what customers ask of our writing to them."""

import pytest

from functions.classification.normalise import fold
from functions.classification.wishes import read_wishes


def answer(language: str, text: str) -> str | None:
    return read_wishes(fold(text).text, language).answer


def wish(language: str, text: str) -> str | None:
    return read_wishes(fold(text).text, language).wish


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Sí, ya funciona. Gracias"),
        ("es", "Todo arreglado, gracias"),
        ("es", "@aurora sí"),
        ("nb", "Ja, nå virker det"),
        ("nb", "Alt er i orden nå, takk"),
        ("it", "Sì, tutto a posto"),
        ("it", "Ora funziona, grazie mille"),
        ("en", "Yes, thank you!"),
        ("en", "all sorted now"),
        ("en", "It works again, cheers"),
        ("nb", "Det går fint nå"),
    ],
)
def test_a_yes_is_heard(language: str, text: str) -> None:
    assert answer(language, text) == "yes"


@pytest.mark.parametrize("account", ["es", "nb", "it", "en", "fi"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sí", "yes"),
        ("sì!", "yes"),
        ("Ja takk.", "yes"),
        ("Yes", "yes"),
        ("Nei", "no"),
        ("No.", "no"),
    ],
)
def test_a_bare_yes_or_no_is_heard_whatever_language_the_account_speaks(
    account: str, text: str, expected: str
) -> None:
    assert answer(account, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Genial, otra vez caído. Bravo."),
        ("es", "Sí claro, igual de roto que siempre"),
        ("nb", "Jo da, like dødt som før. Flott jobba."),
        ("it", "Bravi, complimenti, di nuovo rotto."),
        ("en", "Oh great, broken again. Well done."),
        ("en", "yeah right, as broken as ever"),
    ],
)
def test_sarcasm_about_what_is_broken_anew_is_no_yes(language: str, text: str) -> None:
    assert answer(language, text) != "yes"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "No, sigue igual"),
        ("es", "Todavía no"),
        ("es", "Pues sigue sin enviar correo"),
        ("nb", "Nei, den virker fortsatt ikke"),
        ("nb", "Fortsatt ikke i orden"),
        ("it", "No, non funziona"),
        ("it", "Ancora niente"),
        ("en", "Nope, still broken"),
        ("en", "It doesn't work"),
        ("en", "not yet"),
    ],
)
def test_a_no_is_heard(language: str, text: str) -> None:
    assert answer(language, text) == "no"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "¿Quién pregunta?"),
        ("es", "Sí, pero sigue igual"),
        ("nb", "Kommer tilbake til dere"),
        ("nb", "Ja, men det virker fortsatt ikke"),
        ("it", "Vi faccio sapere domani"),
        ("it", "Sì, ma non funziona"),
        ("en", "Let me check tonight"),
        ("en", "Yes but it still doesn't work"),
        ("en", "I noticed a nova in the sky"),
        ("xx", "yes, it works now"),
    ],
)
def test_what_could_be_both_or_neither_is_no_answer(language: str, text: str) -> None:
    assert answer(language, text) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "No me escriban más"),
        ("es", "dejen de mandarme mensajes"),
        ("nb", "Ikke skriv til meg mer"),
        ("nb", "slutt å sende meg meldinger"),
        ("it", "Non scrivetemi più"),
        ("it", "smettetela: basta messaggi"),
        ("en", "Stop messaging me"),
        ("en", "please don't contact me again"),
        ("en", "STOP"),
    ],
)
def test_who_wants_no_more_is_heard(language: str, text: str) -> None:
    assert wish(language, text) == "opt_out"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Avisadme solo cuando haya algo"),
        ("nb", "Skriv bare når dere vet noe"),
        ("it", "Scrivetemi solo quando avete novità"),
        ("en", "Just let me know when it's done"),
        ("en", "too many messages, thanks"),
    ],
)
def test_who_wants_fewer_is_heard(language: str, text: str) -> None:
    assert wish(language, text) == "fewer_updates"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Nadie me escribe desde hace un mes"),
        ("nb", "Ingen skriver til meg"),
        ("it", "Non mi avete mai scritto"),
        ("en", "You never message me back"),
        ("en", "The charger won't stop charging me"),
        ("en", "I get too many outages"),
    ],
)
def test_who_complains_of_silence_is_not_silenced(language: str, text: str) -> None:
    assert wish(language, text) is None
