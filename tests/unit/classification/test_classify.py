"""What any text gets, whoever wrote it."""

import inspect
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from functions.classification.classify import CLASSIFIER, classify
from shared.messages import Labels

_TODAY = date(2025, 3, 12)

# Bits that rules react to, so that random texts reach into them.
_BITS = (
    st.sampled_from(
        ("3 semanas", "£29", "30 000 kr", "siden mandag", "#88120", "da lunedì", "!!!", "?", "you")
    )
    | st.sampled_from(
        ("idiot", "no", "ikke", "since 31 feb", "\u202e", "\x00", "e\u0301", "\ud800", "🤬", "'")
    )
    | st.sampled_from(("٣ weeks", "५ calls", "²² kr", "desde el 31 de febrero"))
)
_TEXTS = st.lists(st.one_of(_BITS, st.text(max_size=30)), max_size=12).map(" ".join)


def _labels(text: str, fallback: str | None = None) -> Labels:
    return classify(text, posted_on=_TODAY, fallback_language=fallback)


@settings(max_examples=300, deadline=None)
@given(_TEXTS, st.dates(), st.sampled_from([None, "es", "nb", "it", "en", "fr", "xx"]))
def test_no_text_raises_and_evidence_is_always_verbatim(
    text: str, posted_on: date, fallback: str | None
) -> None:
    labels = classify(text, posted_on=posted_on, fallback_language=fallback)
    assert all(0 <= sure <= 1 for sure in labels.confidence.values())
    readable = text.replace("\ud800", "\ufffd")
    assert all(word in readable for words in labels.evidence.values() for word in words)
    assert Labels.model_validate_json(labels.model_dump_json()) == labels


@pytest.mark.parametrize(
    "text", ["", "   ", "😀😀", "🤬🔥", "\u200b\u200d", "@sixday", "12345", "?"]
)
def test_a_text_without_words_is_of_no_language_and_no_complaint(text: str) -> None:
    labels = _labels(text)
    assert labels.language == "und"
    assert labels.kind in {"other", "question"}
    assert labels.confidence["kind"] < 0.5


def test_the_same_text_gets_the_same_labels() -> None:
    text = "Llevo 3 semanas sin internet en San Mateo. 30 euros para nada"
    assert _labels(text) == _labels(text)


def test_nothing_about_the_author_is_an_input() -> None:
    assert list(inspect.signature(classify).parameters) == [
        "text",
        "posted_on",
        "fallback_language",
    ]


def test_the_classifier_says_which_it_is() -> None:
    assert CLASSIFIER == "model-5"


@pytest.mark.parametrize("language", ["de", "fr", "nl", "pt", "sv", "da"])
def test_a_language_without_words_of_its_own_is_named_and_left_to_a_person(language: str) -> None:
    text = {
        "de": "Seit drei Wochen funktioniert mein Internet nicht und niemand antwortet mir",
        "fr": "Depuis trois semaines je n'ai pas de connexion et personne ne me répond jamais",
        "nl": "Al drie weken heb ik geen internet en niemand geeft antwoord op mijn vragen",
        "pt": "Há três semanas que não tenho internet e ninguém me responde, uma vergonha",
        "sv": "Jag har inte haft internet på tre veckor och ingen svarar när jag ringer",
        "da": "Jeg har ikke haft internet i tre uger, og der er ingen, der svarer mig på noget",
    }[language]
    labels = _labels(text)
    assert labels.language == language
    assert labels.confidence["language"] > 0.5
    unsure = [labels.confidence[label] for label in ("kind", "topic", "severity", "tone")]
    assert max(unsure) < 0.5


def test_money_is_read_in_a_language_without_words() -> None:
    labels = _labels("Ich habe für diese Reparatur schon 1.250,50 € bezahlt und nichts geht")
    assert [(a.value, a.currency) for a in labels.amounts] == [(1250.5, "EUR")]


def test_a_borrowed_neighbour_reads_danger_and_stays_unsure() -> None:
    labels = _labels(
        "Der kommer røg og der er brand i min oplader, hvad skal jeg gøre nu? Hjælp mig"
    )
    assert labels.language == "da"
    assert labels.confidence["kind"] < 0.5


@pytest.mark.parametrize(
    ("plain", "disguised"),
    [
        ("your driver is a cunt", "your driver is a cu\u200bnt"),
        ("your driver is a cunt", "your driver is a сunt"),
        ("your driver is a cunt", "your driver is a ｃｕｎｔ"),
        ("your driver is a cunt", "YOUR DRIVER IS A CUNT"),
    ],
)
def test_a_disguised_insult_is_the_same_insult(plain: str, disguised: str) -> None:
    assert _labels(plain, "en").tone == "abusive"
    assert _labels(disguised, "en").tone == "abusive"


def test_evidence_keeps_accents_and_capitals() -> None:
    labels = _labels("Llevo tres días sin conexión en el Aeropuerto de Málaga, qué VERGÜENZA")
    assert labels.place == "Aeropuerto de Málaga"
    assert "VERGÜENZA" in labels.evidence["tone"]
    assert labels.evidence["waiting_days"] == ("tres días",)


def test_labels_that_are_absent_have_no_evidence() -> None:
    labels = _labels("Thanks a lot, lovely crew on the flight to Oslo")
    assert {"is_safety", "waiting_days", "amounts"}.isdisjoint(labels.evidence)


@pytest.mark.parametrize(
    ("text", "has_asked"),
    [
        ("Open letter: it started two hours late and nobody told us a word.", False),
        ("Open letter: I rang twice and nobody told us a word.", True),
        ("The show began an hour late and nobody told us anything.", False),
        ("I rang you twice and nobody told me anything.", True),
        ("Una hora de retraso y nadie nos dijo nada.", False),
        ("Llamé dos veces y nadie me dijo nada.", True),
        ("Lettera aperta: due ore di ritardo e nessuno ci ha detto una parola.", False),
        ("Lettera aperta: vi ho scritto due volte e nessuno ci ha detto una parola.", True),
        ("Un'ora di ritardo e nessuno ci ha avvisato.", False),
        ("Ho chiamato due volte e nessuno mi ha detto niente.", True),
        ("En time forsinka, og ingen sa noe til oss.", False),
        ("Jeg ringte to ganger, og ingen fortalte meg noe.", True),
    ],
)
def test_who_was_told_nothing_has_asked_nothing_by_that(text: str, *, has_asked: bool) -> None:
    assert _labels(text).is_repeat_contact is has_asked


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Laderen på Lillehammer har vært ødelagt i to dager.", "complaint"),
        ("Heisen i blokka har stått siden mandag.", "complaint"),
        ("Laderen på Lillehammer er ny, og den er åpen i to dager.", "other"),
    ],
)
def test_trouble_told_as_a_plain_fact_is_a_complaint(text: str, kind: str) -> None:
    assert _labels(text).kind == kind
