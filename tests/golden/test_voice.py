"""Forty posts and their answers: each in the customer's language, short, and unlike the others."""

import re
from pathlib import Path

import pytest
import yaml

from functions.dispatch.load import load_voice
from infra.ops.voice_forty import answered
from infra.ops.voices import written

FORTY = Path(__file__).parent / "voice" / "forty.yaml"
POSTS = yaml.safe_load(FORTY.read_text("utf-8"))["posts"]
VOICES = {v.language: load_voice(v.data) for v in written() if v.brand is None}
REPLIES = re.findall(r"\n   → (.+)", answered(FORTY, VOICES, has_note=False))
SENTENCE = re.compile(r"[.!?](?=\s+[^a-z]|$)")


def test_there_are_forty_ten_a_language_in_most_situations() -> None:
    assert len(POSTS) == len(REPLIES) == len({p["id"] for p in POSTS}) == 40
    assert {p["language"] for p in POSTS} == {"es", "nb", "it", "en"}
    assert len({p["situation"] for p in POSTS}) >= 20


def test_no_two_answers_are_the_same_and_neither_are_their_openings() -> None:
    openings = [SENTENCE.split(reply)[0] for reply in REPLIES]
    assert len(set(REPLIES)) == 40
    assert len(set(openings)) == 40


@pytest.mark.parametrize("number", range(40), ids=[p["id"] for p in POSTS])
def test_an_answer_is_short_and_holds_no_stock_phrase(number: int) -> None:
    post, reply = POSTS[number], REPLIES[number]
    voice = VOICES[post["language"]]
    own = len(SENTENCE.findall(post.get("news", "")))
    dated = len(re.findall(r"\d\. [a-z]", reply))  # "24. november"

    assert len(SENTENCE.findall(reply)) - dated - max(own - 1, 0) <= 3
    assert not [phrase for phrase in voice.forbidden if phrase.casefold() in reply.casefold()]
    assert (post["situation"] == "we_will_act") == any(
        phrase in reply.casefold() for phrase in voice.once_decided
    )
