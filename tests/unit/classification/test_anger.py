"""Who swears is told the same cause, gravity and danger as who doesn't."""

from datetime import date

import pytest

from functions.classification import cues
from functions.classification.anger import calmed
from functions.classification.classify import classify
from functions.classification.heads import OF_THE_CAUSE
from functions.classification.normalise import fold
from functions.classification.reader import read

_DAY = date(2026, 3, 12)


def _calm(language: str, text: str) -> str:
    folded = fold(text)
    return " ".join(calmed(folded, cues.find(language, folded)).split())


@pytest.mark.parametrize(
    ("language", "angry", "calm"),
    [
        ("en", "The damn lift is stuck again", "The lift is stuck again"),
        ("es", "El puto ascensor está parado", "El ascensor está parado"),
        ("it", "L'ascensore del cazzo è fermo", "L'ascensore del è fermo"),
        ("nb", "Den jævla heisen står", "Den heisen står"),
        ("en", "THE LIFT IS STUCK ONCE MORE!", "the lift is stuck once more."),
    ],
)
def test_anger_is_taken_out_and_nothing_else(language: str, angry: str, calm: str) -> None:
    assert _calm(language, angry) == calm


@pytest.mark.parametrize("text", ["The lift is stuck again", "Thank you! It works."])
def test_a_calm_text_is_left_as_it_is(text: str) -> None:
    folded = fold(text)
    assert calmed(folded, cues.find("en", folded)) is text


def test_what_tells_of_a_crime_or_danger_is_more_than_anger() -> None:
    told = "Thieves emptied my account and the heater is on fire"
    assert "fire" in _calm("en", told)


@pytest.mark.parametrize(
    ("plain", "angry"),
    [
        pytest.param(
            "The brakes failed on the way down with the kids in the back",
            "The fucking brakes failed on the way down with the kids in the back",
            marks=pytest.mark.xfail(
                strict=True, reason="a defect becomes site: two near topics (infra/model/CARD.md)"
            ),
        ),
        (
            "Three weeks without internet and nobody calls back",
            "Three fucking weeks without internet and nobody calls back",
        ),
        (
            "Llevo un mes sin agua caliente y tengo un bebé",
            "Llevo un puto mes sin agua caliente, joder, y tengo un bebé",
        ),
        (
            "Siamo bloccati in stazione senza treni e con due bambini",
            "Siamo bloccati in stazione senza treni, cazzo, e con due bambini",
        ),
        (
            "Vi står fast på flyplassen uten hotell i natt",
            "Faen, vi står fast på flyplassen uten hotell i natt",
        ),
    ],
)
def test_swearing_changes_neither_cause_nor_gravity(plain: str, angry: str) -> None:
    one, other = (classify(text, posted_on=_DAY) for text in (plain, angry))
    assert other.tone == "harsh"
    assert _of_the_cause(one) == _of_the_cause(other)


def _of_the_cause(labels: object) -> dict[str, object]:
    return {label: getattr(labels, label) for label in OF_THE_CAUSE}


def test_an_encoder_is_told_that_a_word_was_left_out() -> None:
    readings = read("en", "The damn lift is stuck again", _DAY)
    assert readings.calm.plain == "The ... lift is stuck again"
    assert "." not in readings.calm.folded.original
