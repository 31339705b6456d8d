"""What a reply says: specific, new, within the limit, or not at all."""

import re
from datetime import date
from itertools import pairwise
from typing import Any, get_args

import pytest

from functions.dispatch.compose import CannotSayError, compose
from functions.dispatch.render import Facts
from shared.cases.threads import Thread
from shared.messages import Topic
from tests.unit.dispatch.speaking import LANGUAGES, plan, voice

TOPICS = get_args(Topic.__value__)
EMPTY = {"facts": Facts(), "person": "Ana Ruiz, servicio", "cause_by": date(2026, 12, 8)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_can_be_answered_without_a_single_detail(language: str, topic: str) -> None:
    texts = {
        compose(plan(language=language, topic=topic, seed=str(n), **EMPTY), voice(language))
        for n in range(30)
    }

    assert len(texts) >= 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_detail_of_theirs_is_repeated_where_there_is_one(language: str) -> None:
    for topic in TOPICS:
        text = compose(
            plan(language=language, topic=topic, facts=Facts(place="San Mateo")), voice(language)
        )
        assert "San Mateo" in text


def test_the_same_seed_gives_the_same_text_and_others_give_others() -> None:
    texts = [compose(plan(seed=str(n // 2)), voice("es")) for n in range(40)]

    assert texts[::2] == texts[1::2]
    assert len(set(texts)) > 3


def test_words_that_stand_in_the_thread_are_not_said_again_even_with_another_date() -> None:
    first = compose(plan(situation="person_looking"), voice("es"))
    later = plan(situation="person_looking", by=date(2026, 12, 1), avoid=(first,))

    assert compose(later, voice("es")) not in {first, first.replace("24 de nov", "1 de dic")}


def test_nothing_new_to_say_is_said_to_nobody() -> None:
    said: tuple[str, ...] = ()
    for _ in range(8):
        said += (compose(plan(situation="person_looking", avoid=said), voice("es")),)

    assert len(set(said)) == 8
    with pytest.raises(CannotSayError, match="no_text_for_situation"):
        compose(plan(situation="person_looking", avoid=said), voice("es"))


def test_a_second_answer_in_a_thread_shares_no_sentence_with_the_first() -> None:
    for seed in map(str, range(20)):
        first = compose(plan(seed=seed, facts=Facts(place="San Mateo")), voice("es"))
        second = compose(
            plan(seed=seed, facts=Facts(place="San Mateo"), avoid=(first,)), voice("es")
        )
        assert not set(first.split(". ")) & set(second.split(". "))


def test_what_does_not_fit_gives_way_to_something_shorter() -> None:
    facts = Facts(waiting_days=90, contact_count=13)
    wait = plan(situation="long_wait", facts=facts)
    roomy = compose(wait, voice("es"))
    tight = compose(wait.model_copy(update={"fits": lambda t: len(t) < len(roomy)}), voice("es"))

    assert "tres meses" in roomy.lower()
    assert len(tight) < len(roomy)


def test_nothing_is_cut_to_fit() -> None:
    with pytest.raises(CannotSayError, match="does_not_fit"):
        compose(plan(fits=lambda text: len(text) < 20), voice("es"))


def test_a_language_without_a_voice_gets_no_other_one() -> None:
    for spoken in (None, voice("en")):
        with pytest.raises(CannotSayError, match="no_voice_for_language"):
            compose(plan(language="fr"), spoken)


def test_an_investigation_without_a_person_is_left_to_one() -> None:
    with pytest.raises(CannotSayError, match="no_text_for_situation"):
        compose(plan(situation="investigation"), voice("es"))


def test_a_text_without_its_date_is_not_chosen() -> None:
    with pytest.raises(CannotSayError, match="no_text_for_situation"):
        compose(plan(by=None), voice("es"))


@pytest.mark.parametrize("situation", ["no_and_why", "written_by_person"])
def test_what_a_person_wrote_passes_unchanged_in_any_language(situation: str) -> None:
    text = "Non, et voici pourquoi :\n{by} n'est pas une date. https://example.com"

    assert compose(plan(situation=situation, language="fr", text=text), None) == text
    with pytest.raises(CannotSayError, match="no_text_for_situation"):
        compose(plan(situation=situation, text=" "), None)


def test_the_note_that_nobody_wrote_this_stands_at_the_end_if_asked_for() -> None:
    assert compose(plan(has_automatic_note=True), voice("es")).endswith("(respuesta automática)")


@pytest.mark.parametrize("topic", ["other", "billing"])
def test_the_recall_and_the_sum_are_both_repeated(topic: str) -> None:
    facts = Facts(amount=30_000, currency="USD", is_recall=True)
    wanted = {"situation": "investigation", "topic": topic, "person": "Ana Ruiz, directora"}
    text = compose(plan(facts=facts, **wanted), voice("es"))

    assert "30.000 dólares" in text
    assert "llamada a revisión" in text
    assert "Ana Ruiz, directora" in text


def test_the_number_is_not_asked_for_by_whom_gave_it() -> None:
    asked = compose(plan(situation="long_wait", facts=Facts(waiting_days=90)), voice("es"))
    given = Facts(waiting_days=90, reference="44-1203")
    spared = compose(plan(situation="long_wait", facts=given), voice("es"))

    assert "?" in asked
    assert "?" not in spared


def in_one_thread(customers: int, **given: Any) -> list[str]:  # noqa: ANN401
    """What so many read in one thread, which remembers what a thread does."""
    thread, said = Thread(), list[str]()
    for customer in range(customers):
        beside = tuple(it.text for it in thread.said)
        asked = plan(**given, seed=f"e-{customer}", beside=beside, older=thread.older)
        said.append(compose(asked, voice(asked.language)))
        thread = thread.with_text(f"r-{customer}", said[-1])
    return said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("formality", ["informal", "formal"])
@pytest.mark.parametrize("topic", TOPICS)
def test_fifty_customers_of_one_thread_read_fifty_texts(
    language: str, formality: str, topic: str
) -> None:
    """With nothing known but the topic: whoever tells a detail reads it besides."""
    said = in_one_thread(50, language=language, formality=formality, topic=topic)
    assert len(set(said)) == 50


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_two_hundredth_is_answered_too_with_what_was_said_longest_ago(language: str) -> None:
    said = in_one_thread(200, language=language)
    for number, text in enumerate(said):
        assert text not in said[max(number - 50, 0) : number]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("situation", "topic"), [("first_answer", "defect"), ("investigation", "billing")]
)
def test_the_twentieth_of_a_thread_still_reads_what_they_wrote(
    language: str, situation: str, topic: str
) -> None:
    thread, saying = Thread(), voice(language)
    for number in range(30_001, 30_021):
        facts = Facts(place=f"Hall {number}", amount=number, currency="USD", is_recall=True)
        wanted = {"situation": situation, "topic": topic, "person": "Ana Ruiz", "facts": facts}
        beside = tuple(it.text for it in thread.said)
        text = compose(plan(**wanted, language=language, seed=f"{number}", beside=beside), saying)
        assert str(number) in re.sub(r"(?<=30)\D(?=0)", "", text), text
        thread = thread.with_text(f"r-{number}", text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("situation", ["first_answer", "long_wait", "person_looking"])
def test_neighbours_of_a_thread_share_no_sentence(language: str, situation: str) -> None:
    said = in_one_thread(60, language=language, situation=situation)
    for one, other in pairwise(said):
        assert not set(one.split(". ")) & set(other.split(". ")) - {"", "november."}, (one, other)
