"""What may be written in a voice, and what may not."""

import re
from collections.abc import Iterator
from typing import get_args

import pytest

from functions.dispatch.voice import PLACEHOLDER, Entry, Spoken
from shared.messages import Topic
from tests.unit.dispatch.speaking import LANGUAGES, voice

FORMAL = ["es", "it"]
SENTENCE = re.compile(r"[.!?](?=\s+[^a-z]|$)")
SALUTATION = re.compile(
    r"^(hola|buen[oa]s|estimad|querid|hei|hallo|kjære|god (dag|morgen)|ciao|salve|buongiorno"
    r"|gentile|hi|hello|dear|good (morning|afternoon|day))\b",
    re.IGNORECASE,
)
TO_A_FRIEND = {
    "es": r"\b(tú|tu|tus|te|ti|contigo|tuyo|tuya|tienes|has|sabes|sabrás|cuentas|deberías|eres"
    r"|vas|llevas|dices|puedes|pasas|propones|pagas)\b",
    "it": r"\b(tu|tuo|tua|tuoi|tue|ti|te|hai|sei|devi|dovresti|racconti|paghi|vieni|mandi)\b",
}
# What may be said only once somebody has decided it.
WE_WILL_ACT = re.compile(
    r"\b(vamos a (?!discutir)|haremos|actuaremos|repararemos|devolveremos|vi kommer til å"
    r"|faremo|agiremo|rimborseremo|we('ll| will) (?!(write|tell)\b)|we('re| are) going to)",
    re.IGNORECASE,
)


def _entries(language: str) -> Iterator[tuple[str, Entry]]:
    for situation, entries in voice(language).situations.items():
        yield from ((situation, entry) for entry in entries)


def _texts(language: str) -> list[str]:
    return [text for _, entry in _entries(language) for text in (*entry.say, *entry.formal)]


def test_four_languages_are_spoken() -> None:
    assert LANGUAGES == ["en", "es", "it", "nb"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_situation_can_be_spoken_of(language: str) -> None:
    assert set(voice(language).situations) == set(get_args(Spoken))
    assert voice(language).language == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_least_25_stock_phrases_are_forbidden_and_none_is_used(language: str) -> None:
    forbidden = [phrase.casefold() for phrase in voice(language).forbidden]

    assert len(set(forbidden)) == len(forbidden) >= 25
    for text in _texts(language):
        assert not [phrase for phrase in forbidden if phrase in text.casefold()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reply_is_three_sentences_without_salutation_link_emoji_or_two_questions(
    language: str,
) -> None:
    for text in _texts(language):
        spoken = PLACEHOLDER.sub("Abc", text)
        assert 1 <= len(SENTENCE.findall(spoken)) <= 3, text
        assert not SALUTATION.search(text), text
        assert text.count("?") <= 1, text
        assert not re.search(r"[#@!¡]|http|[\u2600-\U0010ffff]", text), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_promised_that_nobody_decided(language: str) -> None:
    for text in _texts(language):
        assert not WE_WILL_ACT.search(text), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_complaint_always_hears_by_when(language: str) -> None:
    for situation, entry in _entries(language):
        assert ("by" in entry.needs) == (situation not in {"praise_thanks", "verify"})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", get_args(Topic.__value__))
def test_each_topic_has_several_positions_with_a_detail_and_without(
    language: str, topic: str
) -> None:
    entries = [e for e in voice(language).situations["first_answer"] if e.topic == topic]
    promises = len(voice(language).promise.say)
    detailed = sum(len(e.say) // promises for e in entries if e.needs > {"by"})
    general = sum(len(e.say) // promises for e in entries if e.needs == {"by"})

    assert detailed >= 2
    assert general >= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_ways_of_saying_it_are_the_same(language: str) -> None:
    for situation in get_args(Spoken):
        texts = [t for e in voice(language).situations[situation] for t in e.say]
        by_topic = [(e.topic, t) for e in voice(language).situations[situation] for t in e.say]
        assert len(set(by_topic)) == len(texts)


@pytest.mark.parametrize("language", FORMAL)
def test_formal_texts_never_speak_as_to_a_friend(language: str) -> None:
    friendly = re.compile(TO_A_FRIEND[language], re.IGNORECASE)
    for _, entry in _entries(language):
        assert len(entry.texts("formal")) == len(entry.say)
        for text in entry.texts("formal"):
            assert not friendly.search(text), text
