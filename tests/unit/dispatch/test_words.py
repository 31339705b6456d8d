"""Which words a reply gets: in the customer's language, with a note that it is automatic."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from functions.dispatch.compose import CannotSayError
from functions.dispatch.words import Words, facts, shipped_voices, topic_of
from shared.cases.items import Reply
from shared.messages import Labels
from tests import samples
from tests.unit.dispatch.speaking import LANGUAGES, house, voice

VOICES = {language: voice(language) for language in LANGUAGES}
NOTED, PLAIN = (Words(house, says_it_is_automatic=says) for says in (True, False))


def reply(**given: object) -> Reply:
    return samples.reply(**given)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_automatic_answer_says_that_it_is_one_where_that_is_asked(language: str) -> None:
    note = VOICES[language].automatic_note
    assert NOTED.of(reply(language=language)).endswith(note)
    assert note not in PLAIN.of(reply(language=language))


def test_it_says_so_also_where_a_draft_was_kept() -> None:
    assert NOTED.of(reply(text="The draft.")) == NOTED.of(reply())


def test_a_persons_words_are_not_called_automatic() -> None:
    said = NOTED.of(reply(situation="written_by_person", text="I called you."))
    assert said == "I called you."


def test_the_same_reply_always_has_the_same_words() -> None:
    assert PLAIN.of(reply()) == PLAIN.of(reply())


def test_dates_are_the_customers_and_not_greenwichs() -> None:
    late = datetime(2026, 11, 3, 23, 30, tzinfo=UTC)
    near = PLAIN.of(reply(by=late, time_zone="Europe/Oslo"))
    far = PLAIN.of(reply(by=late, time_zone="America/Los_Angeles"))
    assert "4" in near
    assert "3" in far


def test_without_a_voice_a_person_has_to_say_it() -> None:
    with pytest.raises(CannotSayError, match="no_voice_for_language"):
        PLAIN.of(reply(language="fi"))


def test_of_several_amounts_the_largest_is_theirs() -> None:
    found = facts(samples.labels(amounts=({"value": 9, "currency": "EUR"}, {"value": 30})))
    assert (found.amount, found.currency) == (30, None)
    assert facts(samples.labels()).amount is None


def test_what_a_person_decided_to_say_or_must_approve_is_not_called_automatic() -> None:
    note = VOICES["en"].automatic_note
    assert note not in NOTED.of(reply(situation="we_will_act", is_automatic=False))
    assert note not in NOTED.of(reply(why_drafted="in a person's name"))


@pytest.mark.parametrize("situation", ["progress", "promise_kept", "outcome"])
def test_a_persons_own_news_is_not_called_automatic_and_stays_word_for_word(situation: str) -> None:
    news = "We found it: de el router, {by} the way."
    text = NOTED.of(reply(situation=situation, news=news, language="es"))
    assert VOICES["es"].automatic_note not in text
    assert news in text


def test_what_says_that_there_is_no_news_is_automatic() -> None:
    assert NOTED.of(reply(situation="no_news")).endswith(VOICES["en"].automatic_note)


def test_news_may_come_without_a_full_stop_and_over_several_lines() -> None:
    assert (
        "The part came. " in f"{PLAIN.of(reply(situation='progress', news=' The part\n came '))} "
    )


def test_an_announcement_without_a_whole_link_is_left_to_a_person() -> None:
    announced = {"situation": "announcement", "news": "It has changed."}
    assert "https://example.com/a" in PLAIN.of(reply(link="https://example.com/a", **announced))
    for link in (None, "example.com/a", "https://example.com/a.", "https://example.com/a b"):
        with pytest.raises(CannotSayError, match="no_text_for_situation"):
            PLAIN.of(reply(link=link, **announced))


def test_what_a_person_approved_leaves_as_they_read_it() -> None:
    approved = reply(text="As drafted.", approved_by="marta", why_drafted="in a person's name")
    assert NOTED.of(approved) == "As drafted."


def test_the_sum_that_was_decided_goes_before_the_one_that_was_named() -> None:
    named = samples.labels(topic="billing", amounts=({"value": 900, "currency": "USD"},))
    decided = {"situation": "outcome", "news": "You pay nothing.", "labels": named}
    assert "30,000 dollars" in PLAIN.of(reply(amount=30_000, currency="USD", **decided))
    assert "900 dollars" in PLAIN.of(reply(**decided))


def test_what_stands_in_the_thread_is_not_said_again() -> None:
    first = PLAIN.of(reply())
    assert PLAIN.of(reply(avoid=(first,))) != first


def test_words_for_a_subject_are_for_those_who_surely_have_it() -> None:
    sure = samples.labels(topic="billing", confidence={"topic": 0.6})
    unsure = samples.labels(topic="billing", confidence={"topic": 0.4})
    assert (topic_of(sure), topic_of(unsure), topic_of(samples.labels())) == (
        "billing", "other", "service",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (samples.labels(is_safety=True, evidence={"is_safety": ("Recall",)}), True),
        (samples.labels(is_safety=True, evidence={"is_safety": ("tilbakekalt",)}), True),
        (samples.labels(is_safety=True, evidence={"is_safety": ("smoke",)}), False),
        (samples.labels(evidence={"is_safety": ("recall",)}), False),
    ],
)
def test_a_recall_is_one_that_they_named(labels: Labels, expected: bool) -> None:
    assert facts(labels).is_recall is expected


def test_voices_are_read_from_an_artifact_when_they_are_needed(tmp_path: Path) -> None:
    shipped = shipped_voices(tmp_path)
    (tmp_path / "en.json").write_text(json.dumps(VOICES["en"].model_dump(mode="json")), "utf-8")
    assert shipped("acme", "en") == VOICES["en"]
    assert shipped("acme", "fi") is None
