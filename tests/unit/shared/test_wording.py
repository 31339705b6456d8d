"""What a person's own words say by themselves: a refusal, another language."""

import json

import pytest

from shared.wording.refusals import PHRASES, reads_as_refusal
from shared.wording.tongue import other_language
from tests.samples import ROOT

REFUSED = {
    "en": """You are not entitled to a refund.
    We can't give you a refund.
    Sorry, we won't be replacing it.
    It won’t be covered by the warranty.
    Your claim has been rejected.
    You will have to pay the bill yourself.
    It's out of warranty.
    There is nothing more we can do.
    Your case is closed.
    The warranty doesn't cover this.""",
    "es": """No tiene derecho a un reembolso.
    La garantía no lo cubre.
    No podemos devolverle el dinero.
    Su reclamación ha sido rechazada.
    Tiene que pagar la factura.
    Esto no está cubierto por la garantía.
    No es responsabilidad nuestra.""",
    "nb": """Dette dekkes ikke.
    Dette dekkes dessverre ikke av garantien.
    Du har ikke krav på erstatning.
    Vi kan dessverre ikke refundere beløpet.
    Kravet ditt er avslått.
    Du må betale selv.
    Vi lukker saken.""",
    "it": """Non è coperto dalla garanzia.
    Non ha diritto a un rimborso.
    Non possiamo rimborsarla.
    Deve pagare la riparazione.
    La sua richiesta è stata respinta.
    Il rimborso non è previsto.""",
}
PLAIN = {
    "en": """We haven't forgotten you.
    No news yet.
    You won't have to pay anything.
    You don't have to pay.
    You have to pay nothing.
    We can't say yet whether it is covered.
    We don't know yet. You will be covered by Friday.
    Why was your claim rejected? That is what we are finding out.
    We won't charge you.
    You will hear by Friday whether you get a refund.""",
    "es": """No la hemos olvidado.
    Todavía no hay novedades.
    No tiene que pagar nada.
    No le vamos a cobrar nada.
    Aún no sabemos si la garantía lo cubre.""",
    "nb": """Vi har ikke glemt deg.
    Ikke noe nytt ennå.
    Du må ikke betale noe.
    Vi finner ut om dette dekkes.
    Vi ser på om du har krav på erstatning.""",
    "it": """Non l'abbiamo dimenticata.
    Ancora nessuna novità.
    Non deve pagare nulla.
    È coperto dalla garanzia.""",
}


def lines(texts: dict[str, str]) -> list[tuple[str, str]]:
    return [(code, line.strip()) for code, text in texts.items() for line in text.splitlines()]


@pytest.mark.parametrize(("language", "text"), lines(REFUSED))
def test_a_refusal_is_known_by_how_it_is_worded(language: str, text: str) -> None:
    assert reads_as_refusal(text), language
    assert reads_as_refusal(f"Hello. {text.upper()} Bye."), language


@pytest.mark.parametrize(("language", "text"), lines(PLAIN))
def test_a_no_that_refuses_nothing_is_no_refusal(language: str, text: str) -> None:
    assert not reads_as_refusal(text), language


def test_every_language_of_the_house_has_its_phrases() -> None:
    voices = {path.stem for path in (ROOT / "infra/voice").glob("??.yaml")}
    assert set(PHRASES) == set(REFUSED) == set(PLAIN) == voices


def test_without_words_nothing_is_refused() -> None:
    assert not reads_as_refusal(None)
    assert not reads_as_refusal("")


MEND = {
    "en": "We have found the cause, and it will be mended today.",
    "es": "Hemos encontrado la causa y lo arreglamos hoy.",
    "nb": "Vi har funnet årsaken, og det blir reparert i dag.",
    "it": "Abbiamo trovato la causa e la riparazione è per oggi.",
}


@pytest.mark.parametrize("customers", MEND)
@pytest.mark.parametrize("language", MEND)
def test_words_in_another_language_than_the_customers_are_known(
    language: str, customers: str
) -> None:
    found = other_language(MEND[language], customers)
    assert found == (None if language == customers else language)


@pytest.mark.parametrize(
    "text", ["OK!", "12345", "", "Aurora Motors", "https://acme.example/the-and-you-of-we"]
)
def test_where_few_words_tell_nothing_nothing_is_said(text: str) -> None:
    assert other_language(text, "es") is None


def test_a_language_that_the_house_does_not_speak_is_not_judged() -> None:
    assert other_language(MEND["en"], "de") is None


def test_what_customers_write_is_hardly_ever_taken_for_another_language() -> None:
    told = [_labelled(language) for language in MEND]
    wrong = [text for texts, own in told for text in texts if other_language(text, own)]
    assert sum(len(texts) for texts, _ in told) > 400
    assert len(wrong) <= 2, wrong


def _labelled(language: str) -> tuple[list[str], str]:
    path = ROOT / "tests" / "golden" / "classification" / f"{language}.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [row["text"] for row in rows], language
