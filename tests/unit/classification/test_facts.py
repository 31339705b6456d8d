"""What a text names, in figures and in words, and what only looks like it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from functions.classification import amounts, contacts, places, products, references, waiting
from functions.classification.facts import extract
from functions.classification.lexicon import languages, load
from functions.classification.normalise import fold

_WEDNESDAY = date(2025, 3, 12)


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("es", "Llevo tres meses llamando", 90),
        ("es", "desde hace 3 semanas no va", 21),
        ("es", "sin luz desde el lunes", 2),
        ("es", "sin luz desde ayer", 1),
        ("es", "desde el 3 de marzo esperando", 9),
        ("es", "con dos horas y media de retraso", 0.1042),
        ("nb", "nede siden mandag", 2),
        ("nb", "nede siden onsdag", 7),
        ("nb", "uten nett i et halvt år", 182.5),
        ("nb", "venta i halvannen time", 0.0625),
        ("en", "waiting for 45 minutes", 0.0313),
        ("en", "no refund since January", 70),
        ("en", "I've been waiting a fortnight", 14),
        ("it", "aspetto da due settimane", 14),
        ("it", "da lunedì senza linea", 2),
        ("es", "catorce meses llevo esperando una resonancia", 420),
        ("nb", "heisen står på tolvte dag", 12),
        ("en", "Three fucking weeks without internet", 21),
        ("nb", "tre jævla uker uten nett", 21),
    ],
)
def test_how_long_trouble_has_lasted(language: str, text: str, days: float) -> None:
    found = waiting.find(language, fold(text), _WEDNESDAY)
    assert found is not None
    assert found.days == pytest.approx(days, abs=0.001)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "mi abuela de 84 años"),
        ("es", "la batería dura dos días"),
        ("es", "llegará en 48 horas"),
        ("es", "garantía de 2 años"),
        ("nb", "batteriet varer i to dager"),
        ("nb", "har vært kunde i 15 år"),
        ("nb", "leveres om tre uker"),
        ("en", "my dad is 87 years old"),
        ("en", "a customer for 12 years"),
        ("en", "parked at the airport for 12 days"),
        ("en", "delivery within 3 days"),
        ("en", "a 3 hour flight"),
        ("it", "una bambina di 2 anni"),
        ("it", "entro 24 ore"),
        ("en", "24 months binding"),
        ("en", "I've been here for nine years and new ones get more"),
        ("it", "un'ora per cambiare un IBAN"),
        ("nb", "fra mandag henter konkurrenten pakkene"),
    ],
)
def test_ages_forecasts_trips_and_battery_life_are_no_waiting(language: str, text: str) -> None:
    assert waiting.find(language, fold(text), _WEDNESDAY) is None


@pytest.mark.parametrize(
    ("language", "text", "value", "currency"),
    [
        ("es", "30.000 dólares", 30_000, "USD"),
        ("es", "1.234,56 €", 1234.56, "EUR"),
        ("en", "quoted $30,000 USD for it", 30000, "USD"),
        ("es", "cinco mil euros", 5_000, "EUR"),
        ("es", "30 mil pesos", 30_000, None),
        ("nb", "30 000 dollar", 30_000, "USD"),
        ("nb", "499 kroner", 499, "NOK"),
        ("nb", "kr 500,-", 500, None),
        ("nb", "fem tusen kroner", 5_000, "NOK"),
        ("en", "£1,150.50", 1150.5, "GBP"),
        ("en", "$75", 75, None),
        ("en", "US$30k", 30_000, "USD"),
        ("en", "fifty bucks", 50, None),
        ("it", "duemila euro", 2_000, "EUR"),
        ("it", "tremiladuecento euro", 3_200, "EUR"),
        ("it", "millenovecento euro", 1_900, "EUR"),
        ("en", "three thousand nine hundred euro", 3_900, "EUR"),
        ("en", "eighteen hundred and forty quid", 1_840, "GBP"),
        ("es", "ocho mil setecientos euros", 8_700, "EUR"),
        ("es", "dos millones trescientos mil pesos", 2_300_000, None),
        ("nb", "to tusen tre hundre kroner", 2_300, "NOK"),
        ("nb", "halvannen million kroner", 1_500_000, "NOK"),
        ("en", "twenty -  five pounds", 25, "GBP"),
        ("en", "40p a unit", 0.4, "GBP"),
        ("it", "novanta centesimi", 0.9, "EUR"),
        ("en", "₦12,000 gone", 12_000, "NGN"),
    ],
)
def test_money_and_its_currency(
    language: str, text: str, value: float, currency: str | None
) -> None:
    found = [money.amount for money in amounts.find(language, fold(text))]
    assert [(a.value, a.currency) for a in found] == [(value, currency)]


@pytest.mark.parametrize("text", ["50 miles left", "room 214", "in 2024", "call 1004", "84 years"])
def test_other_numbers_are_no_money(text: str) -> None:
    assert amounts.find("en", fold(text)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "esclusi i veicoli euro 6"),
        ("en", "Euro 2020 quals"),
        ("es", "ni un euro más"),
        ("nb", "tok ikke en krone"),
    ],
)
def test_norms_and_ways_of_speaking_are_no_money(language: str, text: str) -> None:
    assert amounts.find(language, fold(text)) == []


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "I've called five times", 5),
        ("en", "two calls and three emails", 5),
        ("en", "third time I'm writing", 3),
        ("es", "5 llamadas", 5),
        ("es", "he llamado cuatro veces", 4),
        ("nb", "har ringt fire ganger", 4),
        ("nb", "tredje gang jeg skriver", 3),
        ("it", "ho chiamato cinque volte", 5),
        ("en", "I ask you this for the third time", 3),
        ("en", "complaint number two", 2),
        ("nb", "har sendt bilde av skiltet for fjerde gang", 4),
        ("es", "por quinta vez lo pido", 5),
    ],
)
def test_contacts_are_counted_where_a_number_is_said(language: str, text: str, number: int) -> None:
    found = contacts.find(language, fold(text))
    assert found is not None
    assert found.number == number


@pytest.mark.parametrize(
    "text",
    [
        "I've called many times",
        "charged three times",
        "five people",
        "£35 for a letter",
        "they cut the line at 9, calls impossible",
        "three emails a day about offers",
    ],
)
def test_what_is_no_number_of_contacts_counts_none(text: str) -> None:
    assert contacts.find("en", fold(text)) is None


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("es", "El Supercargador de San Mateo", "San Mateo"),
        ("es", "en el aeropuerto de Málaga", "aeropuerto de Málaga"),
        ("en", "parked at Seattle airport", "Seattle airport"),
        ("en", "the bins on Mill Road", "Mill Road"),
        ("nb", "laderen på Circle K Kløfta", "Circle K Kløfta"),
        ("it", "spazzatura in via Torino", "via Torino"),
    ],
)
def test_a_place_is_told_as_it_is_named(language: str, text: str, place: str) -> None:
    folded = fold(text)
    span = places.find(language, folded)
    assert span is not None
    assert folded.verbatim(*span) == place


@pytest.mark.parametrize("text", ["see you on Monday", "IT IS IN ALL CAPITALS HERE", "in the end"])
def test_days_and_shouting_are_no_places(text: str) -> None:
    assert places.find("en", fold(text)) is None


def test_a_model_beats_a_kind_of_device() -> None:
    folded = fold("my phone, a Galaxy A54, won't charge")
    span = products.find("en", folded)
    assert span is not None
    assert folded.verbatim(*span) == "Galaxy A54"


@pytest.mark.parametrize(
    ("language", "text", "model"),
    [
        ("en", "The brakes of my Arden GT failed", "Arden GT"),
        ("es", "el Pixio 7 se apaga solo", "Pixio 7"),
        ("it", "il frigo Polaris 300 non raffredda", "Polaris 300"),
        ("nb", "Støvsugeren Aura 6 har stått i skapet", "Aura 6"),
    ],
)
def test_a_name_with_a_number_after_an_article_is_a_model(
    language: str, text: str, model: str
) -> None:
    folded = fold(text)
    span = products.find(language, folded)
    assert span is not None
    assert folded.verbatim(*span) == model


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "we waited at the Gate 47"),
        ("en", "Waited 45 minutes"),
        ("es", "la gotera del Portal 7"),
        ("it", "alla Sala 5"),
        ("nb", "går det båt fra Sand 1. juledag"),
    ],
)
def test_a_numbered_place_a_date_or_a_beginning_is_no_model(language: str, text: str) -> None:
    assert products.find(language, fold(text)) is None


def test_a_phone_that_one_calls_by_is_no_product() -> None:
    assert products.find("en", fold("two hours on the phone")) is None


@pytest.mark.parametrize(
    ("language", "text", "reference"),
    [
        ("en", "order #88120 is late", "88120"),
        ("es", "mi pedido 4471-2290", "4471-2290"),
        ("nb", "saksnummer AB-12345", "AB-12345"),
        ("it", "ordine n. 88120", "88120"),
        (None, "Bestellung #123456", "123456"),
    ],
)
def test_a_reference_is_told_as_written(language: str | None, text: str, reference: str) -> None:
    folded = fold(text)
    span = references.find(language, folded)
    assert span is not None
    assert folded.verbatim(*span) == reference


@pytest.mark.parametrize("language", sorted(languages()))
@settings(max_examples=400)
@given(data=st.data())
def test_number_words_in_any_order_raise_nothing(language: str, data: st.DataObject) -> None:
    known = load(language)
    numbers = st.sampled_from([*known.numbers, *known.multipliers, "12", "and", "y", "e", "og"])
    counted = st.sampled_from([*known.currencies, *known.units])
    between = data.draw(st.sampled_from([" ", "   ", "-", " - ", ""]))
    said = between.join(data.draw(st.lists(numbers, min_size=1, max_size=5)))
    facts = extract(language, fold(f"{said} {data.draw(counted)}"), _WEDNESDAY)
    assert all(money.amount.value > 0 for money in facts.amounts)
