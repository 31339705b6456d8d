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
        ("es", "Hola, sí, el módem ya funciona. Muchas gracias y un saludo"),
        ("es", "Sí, ahora sí sale el correo. Gracias."),
        ("nb", "Ja, nå kan jeg sende e-post igjen"),
        ("it", "Sì, adesso la posta arriva"),
        ("en", "Yes, I can send mail again now"),
        ("nb", "Nå virker det igjen 👍"),
        ("nb", "Fikset, tusen takk! 🙏"),
        ("it", "Sì grazie, la linea adesso va"),
        ("en", "Thanks, everything is working now 😊"),
        ("en", "Yes, fixed. Thank you very much for your help"),
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


@pytest.mark.parametrize("language", ["es", "nb", "it", "en", "fi"])
@pytest.mark.parametrize("text", ["👍", "👍🏽", "✅", "👌👌", "@aurora ✔️", "👍 🙏"])
def test_a_sign_alone_is_a_yes(language: str, text: str) -> None:
    assert answer(language, text) == "yes"


@pytest.mark.parametrize("text", ["👎", "👎🏻", "❌!", "👎👎"])
def test_a_sign_alone_is_a_no(text: str) -> None:
    assert answer("en", text) == "no"


@pytest.mark.parametrize("text", ["👍👎", "👍🙄", "👍?", "😂", "👏👏", "🙂", "👍 lol"])
def test_a_sign_with_a_doubt_is_no_yes(text: str) -> None:
    assert answer("en", text) != "yes"


SCORN = [
    ("es", "Genial, otra vez caído. Bravo."),
    ("es", "Ja!"),
    ("es", "sí, sí"),
    ("es", "Ya está bien"),
    ("nb", "ja ja"),
    ("en", "yeah, yeah"),
    ("en", "It works now and again"),
    ("es", "Sí claro, igual de roto que siempre"),
    ("es", "sí, claro"),
    ("es", "claro, y yo soy astronauta"),
    ("es", "arreglado, ja ja"),
    ("es", "sí sí, arregladísimo 🙄"),
    ("es", "Arreglado... para vosotros"),
    ("es", "perfecto, otra semana sin internet"),
    ("nb", "Jo da, like dødt som før. Flott jobba."),
    ("nb", "jada, særlig"),
    ("nb", "jo særlig"),
    ("nb", "ja sikkert"),
    ("nb", "fikset, hahaha"),
    ("nb", "jada 🙄"),
    ("it", "Bravi, complimenti, di nuovo rotto."),
    ("it", "sì certo, come no"),
    ("it", "come no, risolto"),
    ("it", "risolto, ahahah"),
    ("it", "Risolto un corno"),
    ("it", "sì sì, tutto a posto, bravi 👏"),
    ("en", "Oh great, broken again. Well done."),
    ("en", "yeah right, as broken as ever"),
    ("en", "sure, fixed, ha ha"),
    ("en", "yeah, sure"),
    ("en", "Yeah. Totally. Fixed."),
    ("en", "yes, “fixed”"),
    ("en", "works now, no thanks to you"),
    ("en", "If by fixed you mean broken, yes"),
]


@pytest.mark.parametrize(("language", "text"), SCORN)
def test_scorn_is_no_yes(language: str, text: str) -> None:
    assert answer(language, text) != "yes"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Sí, pero la factura está mal"),
        ("es", "Sí, y ahora me han cobrado dos veces"),
        ("es", "ya funciona aunque va lentísimo"),
        ("es", "todo bien excepto el cobro"),
        ("es", "de momento sí, ya funciona"),
        ("nb", "ja, men regningen er feil"),
        ("nb", "Ja, og nå har dere trukket meg to ganger"),
        ("nb", "Det virker igjen, bortsett fra mailen"),
        ("it", "Sì, ma la bolletta è sbagliata"),
        ("it", "Sì, e adesso mi avete addebitato due volte"),
        ("it", "tutto a posto tranne il modem"),
        ("en", "it works but the bill is wrong"),
        ("en", "Yes, and now I was charged twice"),
        ("en", "Yes it is fixed. However you still owe me 200 euros"),
        ("en", "it works sometimes"),
        ("en", "It was fixed for an hour, then down again"),
    ],
)
def test_a_yes_with_another_grievance_is_not_a_plain_one(language: str, text: str) -> None:
    assert answer(language, text) not in {"yes", "no"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "¿Arreglado?"),
        ("nb", "Fikset?"),
        ("it", "Risolto?"),
        ("en", "Yes?"),
        ("en", "yes..."),
    ],
)
def test_who_asks_back_or_hesitates_has_not_said_yes(language: str, text: str) -> None:
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
    assert answer(language, text) in {None, "unclear"}


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
