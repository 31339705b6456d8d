"""A language is added by data alone: a file, and Sixday speaks it."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest

from functions.dispatch.compose import CannotSayError
from functions.dispatch.load import load_voice
from functions.dispatch.sayable import ALWAYS
from functions.dispatch.voice import Spoken
from functions.dispatch.words import Words, shipped_voices
from tests import samples
from tests.fakes.time import START

ONE_AND_MANY = ["un", "{n} oj"]
UNITS = ("minute", "hour", "day", "week", "month", "year", "time")


def _made_up() -> dict[str, Any]:
    """The smallest language: one way of saying each thing, and no grammar to speak of."""
    return {
        "language": "xx",
        "version": 1,
        "automatic_note": "(mem)",
        "calendar": {
            "months": [f"monat{n}" for n in range(1, 13)],
            "weekdays": [f"tago{n}" for n in range(1, 8)],
            "date": "{weekday} {day} {month}",
        },
        "numbers": {
            "words": [],
            "thousands": " ",
            "decimal": ",",
            "group_from": 4,
            "more_than": "pli {}",
            "units": dict.fromkeys(UNITS, ONE_AND_MANY),
            "currencies": {},
        },
        "grammar": {
            "mirror": {}, "drop": [], "determiners": [], "bare": {"place": [], "product": []},
            "names": {"place": [""], "product": [""]},
        },
        "promise": {"needs": ["by"], "say": ["Ni skribos {by}."]},
        "situations": {name: _entries(name) for name in get_args(Spoken)},
        "forbidden": [],
        "once_decided": [],
    }  # fmt: skip


def _entries(situation: Spoken) -> list[dict[str, Any]]:
    if situation == "first_answer":
        return [
            {"say": ["Vi pravas. {promise}"]},
            {"needs": ["place"], "say": ["Pri {place} vi pravas. {promise}"]},
        ]
    slots = sorted(ALWAYS[situation], reverse=True)  # news before its link
    return [{"needs": slots, "say": [" ".join(["Jes.", *(_said(slot) for slot in slots)])]}]


def _said(slot: str) -> str:
    return f"{{{slot}}}" if slot in {"news", "link"} else f"Jen {{{slot}}}."


@pytest.fixture
def words(tmp_path: Path) -> Words:
    """What dispatch speaks with once the file is in its artifact."""
    (tmp_path / "xx.json").write_text(json.dumps(_made_up()), "utf-8")
    return Words(shipped_voices(tmp_path), says_it_is_automatic=True)


def test_a_customer_is_answered_in_it_with_their_detail_and_a_date(words: Words) -> None:
    reply = samples.reply(language="xx", labels=samples.labels(language="xx", place="Urbo"))
    text = words.of(reply)

    assert text.startswith("Pri Urbo vi pravas. Ni skribos tago")
    assert text.endswith(". (mem)")


@pytest.mark.parametrize("situation", get_args(Spoken))
def test_every_situation_can_be_said_in_it(words: Words, situation: Spoken) -> None:
    reply = samples.reply(
        language="xx",
        situation=situation,
        cause_by=START,
        person="Ana",
        news="Jen novaĵo.",
        link="https://example.com/a",
    )
    assert words.of(reply).startswith(("Vi pravas.", "Jes."))


def test_until_it_is_there_a_person_has_to_answer(tmp_path: Path) -> None:
    speechless = Words(shipped_voices(tmp_path), says_it_is_automatic=True)

    with pytest.raises(CannotSayError, match="no_voice_for_language"):
        speechless.of(samples.reply(language="xx"))


def test_the_smallest_language_loads() -> None:
    assert load_voice(_made_up()).language == "xx"
