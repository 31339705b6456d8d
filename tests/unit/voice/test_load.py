"""A voice that can't be spoken is refused when it is loaded, with the entry's name."""

from typing import Any

import pytest
import yaml

from functions.dispatch.voice import VoiceError, load_voice
from tests.unit.dispatch.speaking import VOICES


def _written(language: str) -> dict[str, Any]:
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


def test_a_missing_situation_and_a_stock_phrase_fail_at_load() -> None:
    silent, corporate = _written("it"), _written("it")
    del silent["situations"]["verify"]
    corporate["situations"]["verify"] = [{"say": ["Ci scusiamo per il disagio."]}]

    with pytest.raises(VoiceError, match="nothing to say for verify"):
        load_voice(silent)
    with pytest.raises(VoiceError, match="verify holds the stock phrase"):
        load_voice(corporate)
