"""Which words a reply gets: in the customer's language, with a note that it is automatic."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from functions.dispatch.compose import CannotSayError
from functions.dispatch.words import Words, facts, shipped_voices
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
