"""A voice that can't be spoken is refused when it is loaded, with the entry's name."""

from copy import deepcopy
from functools import cache
from typing import Any, get_args

import pytest
import yaml

from functions.dispatch.load import VoiceError, load_voice
from functions.dispatch.sayable import ALWAYS
from functions.dispatch.voice import Spoken
from tests.unit.dispatch.speaking import VOICES


def _written(language: str) -> dict[str, Any]:
    """The file's data, to be changed."""
    return deepcopy(_read(language))


@cache
def _read(language: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((VOICES / f"{language}.yaml").read_text("utf-8"))
    return data


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"needs": ["place", "by"], "say": ["Sí, {by}."]}, "differ by place"),
        ({"needs": ["by"], "say": ["En {place}, {by}."]}, "differ by place"),
        ({"needs": ["by"], "say": ["Sí, {by} y {whatever}."]}, "no such slot: whatever"),
        ({"needs": ["by"], "say": ["Sí, {by} y {."]}, "a brace stands alone"),
        ({"needs": ["by"], "say": []}, "say"),
        ({"needs": ["by"], "says": ["Sí, {by}."], "say": ["{by}"]}, "says"),
        ({"topic": "weather", "needs": ["by"], "say": ["{by}"]}, "topic"),
        ({"needs": ["news"], "say": ["Dicen que {news}"]}, "whole sentences"),
        ({"needs": ["news"], "say": ["{news}, y ya."]}, "whole sentences"),
        ({"needs": ["link"], "say": ["Mira {link}."]}, "touches other signs"),
        ({"needs": ["person"], "say": ["Lo tiene {person} ahora."]}, "may bring a role"),
        ({"needs": ["link"], "say": ["Mira {link}"]}, "person_looking never brings link"),
        ({"needs": ["person", "by"], "say": ["{person}, {by}"]}, "with this topic and these"),
        ({"say": ["Ya hay alguien: actuaremos."]}, "only we_will_act may say: 'actuaremos'"),
    ],
)
def test_a_wrong_entry_is_named(change: dict[str, Any], told: str) -> None:
    data = _written("es")
    data["situations"]["person_looking"][1] = change

    with pytest.raises(VoiceError, match=r"^es: .*person_looking\[1\].*" + told):
        load_voice(data)


def test_an_unknown_situation_fails_at_load() -> None:
    data = _written("nb")
    data["situations"]["small_talk"] = data["situations"]["verify"]

    with pytest.raises(VoiceError, match="small_talk"):
        load_voice(data)


@pytest.mark.parametrize("situation", get_args(Spoken))
def test_a_situation_that_lacks_something_to_say_with_what_it_always_has_fails_at_load(
    situation: Spoken,
) -> None:
    silent, detailed = _written("it"), _written("it")
    del silent["situations"][situation]
    told = [
        e
        for e in detailed["situations"][situation]
        if not set(e.get("needs", ())) <= ALWAYS[situation]
    ]
    detailed["situations"][situation] = [e for e in told if "{promise}" not in e["say"][0]]

    for data in (silent, detailed):
        with pytest.raises(VoiceError, match=f"nothing to say for {situation}"):
            load_voice(data)


def test_a_stock_phrase_fails_at_load_in_whatever_case_it_is_written() -> None:
    corporate = _written("it")
    corporate["situations"]["verify"][0] = {"say": ["ci SCUSIAMO per l'attesa."]}

    with pytest.raises(VoiceError, match=r"verify\[0\]: holds the stock phrase 'ci scusiamo per'"):
        load_voice(corporate)


def test_all_that_is_wrong_is_told_at_once() -> None:
    data = _written("en")
    data["situations"]["verify"][0]["say"] = ["We apologise for any inconvenience."]
    data["situations"]["verify"][0]["needs"] = []
    del data["situations"]["opted_out"]

    with pytest.raises(VoiceError) as told:
        load_voice(data)
    paths = [fault.path for fault in told.value.faults]
    assert ("situations", "verify", 0) in paths
    assert ("situations", "opted_out") in paths


def test_a_text_without_a_formal_wording_is_made_formal_where_the_language_tells_how() -> None:
    data = _written("en")
    data["situations"]["verify"] = [
        {"say": ["Nobody's sure: it isn't fixed, and we're told it won't be."]}
    ]
    entry = load_voice(data).situations["verify"][0]

    assert entry.texts("informal") == tuple(data["situations"]["verify"][0]["say"])
    assert entry.texts("formal") == (
        "Nobody is sure: it is not fixed, and we are told it will not be.",
    )
