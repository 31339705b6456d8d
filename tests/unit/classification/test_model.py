"""The three views of a text, the arrays, and what is decided from them."""

from datetime import date

import numpy as np
import pytest

from functions.classification import model
from functions.classification.classify import classify
from functions.classification.confidence import confidence
from functions.classification.decide import decide
from functions.classification.embeddings import SIZE, embed
from functions.classification.facts import Facts
from functions.classification.heads import COLUMNS, FLAGS, HEADS, MOODS, as_number, head_of
from functions.classification.model import Chances
from functions.classification.ngrams import grams
from functions.classification.normalise import fold
from functions.classification.points import Waiting
from functions.classification.reader import read
from functions.classification.reading import plain

_DAY = date(2026, 3, 12)
_LEAST = dict.fromkeys(("abusive", "threat", *FLAGS), 0.6)
_LEAST |= {f"{name}_too": 0.3 for name in _LEAST}


def _chances(**likely: object) -> Chances:
    """Everything as unlikely as can be, but what is given: nine in ten."""
    found: Chances = {}
    for head in HEADS:
        value = likely.get(head.label, head.values[-1] if head.label == "kind" else head.values[0])
        rest = 0.1 / (len(head.values) - 1)
        found[head.label] = {v: 0.9 if v == value else rest for v in head.values}
    return found


def test_an_n_gram_knows_the_words_that_it_stands_in() -> None:
    found = grams(fold("The charger is broken, the charger!"))
    [places] = [p for p in found.words.values() if (1,) in p]
    assert places == [(1,), (6,)]
    assert found.tokens[1].text == "charger"


def test_numbers_links_and_handles_are_all_alike() -> None:
    one = grams(fold("@ana 12 days https://a.example/1"))
    other = grams(fold("@luis 98 days https://b.example/2"))
    assert one.words.keys() == other.words.keys()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("hi @ana see https://a.example/x", "hi @user see http"),
        ("so\u200bme\u202e thing", "some thing"),
        (
            "b\u0337\u0322r\u0336\u0321o\u0338\u0307k\u0335\u0328e\u0334\u031en\u0337\u0326",
            "broken",
        ),
        ("sooooooo laaaaate", "sooo laaate"),
        ("ｎｅｖｅｒ", "never"),
        ("café", "café"),
    ],
)
def test_what_the_encoders_read_is_bare_of_tricks(written: str, read: str) -> None:
    assert plain(written) == read


def test_a_vector_is_the_same_each_time() -> None:
    first = embed("El cargador no funciona")
    embed.cache_clear()
    assert first.shape == (SIZE,)
    assert np.array_equal(first, embed("El cargador no funciona"))


def test_the_arrays_fit_the_labels() -> None:
    learnt = model.load()
    assert learnt.bias.shape == (COLUMNS,)
    assert learnt.meaning.shape == (SIZE, COLUMNS)
    assert {head.label for head in HEADS} == learnt.facts["sharpness"].keys()


def test_three_weeks_are_serious_whatever_the_model_says() -> None:
    likely = _chances(kind="complaint", severity=1)
    assert decide(likely, None, Facts([]), _LEAST).labels["severity"] == 1
    long = Facts([], waiting=Waiting(21.0, 0, 1))
    assert decide(likely, None, long, _LEAST).labels["severity"] == 3


def test_only_complaints_are_grave() -> None:
    likely = _chances(kind="question", severity=4, is_stranded=True)
    decided = decide(likely, None, Facts([]), _LEAST)
    assert decided.labels["severity"] == 1
    assert decided.labels["is_stranded"] is False


def test_danger_is_told_whatever_a_post_is_for() -> None:
    likely = _chances(kind="question", is_safety=True)
    assert decide(likely, None, Facts([]), _LEAST).labels["is_safety"]


def test_who_is_not_content_does_not_praise() -> None:
    likely = _chances(kind="praise", sentiment="negative")
    assert decide(likely, None, Facts([]), _LEAST).labels["kind"] != "praise"
    content = _chances(kind="praise", sentiment="positive")
    assert decide(content, None, Facts([]), _LEAST).labels["kind"] == "praise"


@pytest.mark.parametrize(("kind", "tone"), [("complaint", "harsh"), ("praise", "calm")])
def test_who_swears_is_harsh_if_they_complain(kind: str, tone: str) -> None:
    likely = _chances(kind=kind, sentiment="positive")
    likely["tone"] = {"calm": 0.6, "harsh": 0.4, "abusive": 0.0, "threat": 0.0}
    swears = read("en", "The bloody thing, bloody hell", _DAY)
    assert swears.ruled is not None
    assert swears.ruled.tone == "harsh"
    assert decide(likely, swears.ruled, Facts([]), _LEAST).labels["tone"] == tone


def test_abuse_needs_to_be_likely() -> None:
    likely = _chances(kind="complaint")
    likely["tone"] = {"calm": 0.05, "harsh": 0.45, "abusive": 0.5, "threat": 0.0}
    assert decide(likely, None, Facts([]), _LEAST).labels["tone"] == "harsh"


@pytest.mark.parametrize(
    ("likeliest", "least", "most"),
    [("negative", -1.0, -0.35), ("neutral", -0.1, 0.1), ("positive", 0.35, 1.0)],
)
def test_a_sentiment_is_a_number_on_its_side_of_nothing(
    likeliest: str, least: float, most: float
) -> None:
    chances = {mood: 0.6 if mood == likeliest else 0.2 for mood in MOODS}
    assert least <= as_number(chances) <= most  # type: ignore[arg-type]


def test_confidence_lies_between_what_was_measured() -> None:
    known = {"score": [0.2, 0.6], "right": [0.4, 0.8]}
    found = [confidence(x, known) for x in (0.0, 0.2, 0.4, 0.9)]
    assert found == [0.4, 0.4, 0.6, 0.8]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "det ryker av batteriet"),
        ("en", "smoke is coming out of the battery"),
        ("es", "sale humo de la batería"),
        ("it", "esce fumo dalla batteria"),
    ],
)
def test_smoke_is_danger_in_any_order_of_words(language: str, text: str) -> None:
    assert classify(text, posted_on=_DAY, fallback_language=language).is_safety


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I am stranded on the motorway and nobody picks up"),
        ("es", "Llevo cinco horas tirada en la estación de Atocha por vuestro tren"),
        ("it", "Sono rimasto a piedi in autostrada e nessuno risponde"),
        ("nb", "Bussen kom aldri, jeg står igjen på holdeplassen i Alta"),
    ],
)
def test_who_says_that_they_are_stranded_is_and_threatens_nobody(language: str, text: str) -> None:
    labels = classify(text, posted_on=_DAY, fallback_language=language)
    assert labels.is_stranded
    assert labels.tone != "threat"


def test_violence_that_no_rule_sees_must_be_more_likely_than_not() -> None:
    likely, least = _chances(kind="complaint"), _LEAST | {"threat": 0.3}
    likely["tone"] = {"calm": 0.55, "harsh": 0.01, "abusive": 0.0, "threat": 0.44}
    assert decide(likely, None, Facts([]), least).labels["tone"] == "calm"
    likely["tone"] = {"calm": 0.4, "harsh": 0.05, "abusive": 0.0, "threat": 0.55}
    assert decide(likely, None, Facts([]), least).labels["tone"] == "threat"


@pytest.mark.parametrize("text", ["I will kill all of you", "I'm going to kill every one of you"])
def test_a_threat_needs_no_fixed_words(text: str) -> None:
    assert classify(text, posted_on=_DAY).tone == "threat"


@pytest.mark.parametrize(
    "text",
    [
        "The lift in block 4 has been stuck since the morning and my gran can't get down",
        "Otro día sin agua y nadie sabe nada",
        "Gracias a Marta por ayudarme con la maleta, un encanto",
        "Quando riapre la piscina?",
        "Det hadde vært fint med flere benker ved holdeplassen",
        "Laderen nummer 1500 på Lillehammer har vært ødelagt i to dager",
        "Lag et klippekort, så er vi med igjen",
    ],
)
def test_each_label_that_says_something_has_words(text: str) -> None:
    labels = classify(text, posted_on=_DAY)
    said = {"kind", "topic"} | {flag for flag in FLAGS if getattr(labels, flag)}
    said -= {"topic"} if labels.topic == "other" else set()
    said -= {"kind"} if labels.kind == "other" else set()
    assert said <= labels.evidence.keys()
    told = [word for label in said for word in labels.evidence[label]]
    assert min(len(word) for word in told) > 2, "who asks why reads more than an article"


def test_a_head_knows_its_columns() -> None:
    assert head_of("is_safety").is_flag
    assert head_of("kind").end - head_of("kind").start == len(head_of("kind").values)


_DRAINED = (
    ("en", "My car lost its charge in nine days at the airport", "and smells of burning"),
    ("es", "El coche se ha descargado solo en el aeropuerto", "y huele a quemado"),
    ("it", "La macchina si è scaricata da sola in aeroporto", "e puzza di bruciato"),
    ("nb", "Bilen mista all strøm på flyplassen", "og det lukter brent av den"),
)


@pytest.mark.parametrize(("language", "text", "danger"), _DRAINED)
def test_what_lost_its_charge_is_a_fault_and_no_danger(
    language: str, text: str, danger: str
) -> None:
    labels = classify(text, posted_on=_DAY, fallback_language=language)
    assert (labels.kind, labels.topic, labels.is_safety) == ("complaint", "defect", False)
    burning = classify(f"{text} {danger}", posted_on=_DAY, fallback_language=language)
    assert burning.is_safety
